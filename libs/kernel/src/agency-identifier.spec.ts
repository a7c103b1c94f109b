import { currentIdentifier, isAgencyIdentifier, legacyIdentifier } from './agency-identifier.js';

describe('an agency identifier (R2)', () => {
  it.each([
    ['000.00.19.H08', 'H08.19'],
    ['000.00.53.H48', 'H48.53'],
    ['000.17.22.H56', 'H56.22.17'],
    ['000.00.00.H48', 'H48'],
    ['005.17.22.H56', 'H56.22.17.005'],
  ])('%s is the legacy form of %s', (legacy, current) => {
    expect(currentIdentifier(legacy)).toBe(current);
    expect(legacyIdentifier(current)).toBe(legacy);
  });

  it('stays as it is when it is current already, or no identifier at all', () => {
    for (const text of ['H48.12', 'H48', '', 'x', '000.00.19']) expect(currentIdentifier(text)).toBe(text);
  });

  it('is text, never a decimal: H44.10 is not H44.1', () => {
    expect(currentIdentifier('000.00.10.H44')).toBe('H44.10');
    expect(currentIdentifier('H44.1')).not.toBe(currentIdentifier('H44.10'));
  });

  it('is told from other texts', () => {
    for (const text of ['H48', 'H48.12', 'H44.247', '000.00.19.H08']) expect(isAgencyIdentifier(text)).toBe(true);
    for (const text of ['', 'h48', 'H4', 'H48.', 'H48.1234', 'H48..1', '000.00.H08', "H48'; --"])
      expect(isAgencyIdentifier(text)).toBe(false);
  });
});
