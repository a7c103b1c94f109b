import { at } from '../testing.fixture.js';
import { codeDay, currentDossierCode, dossierCode } from './dossier-code.js';

describe('the code of a dossier (R1)', () => {
  it.each([
    ['H08.19', '2023-11-15T09:00:00', 1, 'H08.19-231115-0001'],
    ['H48.12', '2026-11-24T23:59:59.999', 42, 'H48.12-261124-0042'],
    ['H48.12', '2026-11-25T00:00:00', 1, 'H48.12-261125-0001'],
    ['H48.12', '2026-01-01T06:59:59', 9_999, 'H48.12-260101-9999'],
    ['H48.12', '2026-01-01T06:59:59', 10_000, 'H48.12-260101-10000'],
    ['000.00.12.H48', '2026-11-24T09:00:00', 7, 'H48.12-261124-0007'],
  ])('of %s at %s, number %d, is %4$s', (agency, time, sequence, code) => {
    expect(dossierCode(agency, at(time), sequence)).toBe(code);
  });

  it('takes the day in Vietnam, not in Greenwich', () => {
    expect(codeDay(Temporal.Instant.from('2026-11-24T17:00:00Z'))).toBe('2026-11-25');
    expect(codeDay(Temporal.Instant.from('2026-11-24T16:59:59Z'))).toBe('2026-11-24');
  });

  it.each([0, -1, 1.5, NaN])('has no sequence %d', (sequence) => {
    expect(() => dossierCode('H48.12', at('2026-11-24T09:00:00'), sequence)).toThrow(RangeError);
  });

  it.each([
    ['H48.12-261124-0042', 'H48.12-261124-0042'],
    ['H48.12-261124-10000', 'H48.12-261124-10000'],
    ['000.00.19.H08-231115-0001', 'H08.19-231115-0001'],
    ['h48.12–261124–0042.', 'H48.12-261124-0042'],
    [' H44.10-260101-0001 ', 'H44.10-260101-0001'],
  ])('%j is stored as %s, however it was typed (R2)', (typed, code) => {
    expect(currentDossierCode(typed)).toBe(code);
  });

  it.each([
    'H48.12-261124-042',
    'H48.12-261124-00042',
    'H48.12-261124-0000',
    'H48.12-261324-0001',
    'H48.12-260230-0001',
    'H48.12-2611240001',
    '-261124-0001',
    "H48.12-261124-0001' OR '1'='1",
    '',
  ])('%j is no code', (text) => {
    expect(currentDossierCode(text)).toBeNull();
  });
});
