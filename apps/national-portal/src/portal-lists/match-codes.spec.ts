import { matchCodes, type OurCode } from './match-codes.js';

const ours = (code: string, name: string, change: Partial<OurCode> = {}): OurCode => ({
  code,
  name,
  legacyCode: null,
  entry: null,
  ...change,
});
const typed = (portalCode: string | null) => ({ entry: { portalCode, source: 'officer' as const } });

describe('codes of ours, looked for in a list of the portal', () => {
  it('need no entry where they are the same', () => {
    expect(matchCodes([ours('H48.12', 'Sở A')], [{ code: 'H48.12', name: 'Sở khác' }])).toEqual([]);
  });

  it('are found under the legacy form of an identifier (R2)', () => {
    const one = ours('H48.12', 'Sở A', { legacyCode: '000.00.12.H48' });
    expect(matchCodes([one], [{ code: '000.00.12.H48', name: '' }])).toEqual([
      { code: 'H48.12', mapTo: '000.00.12.H48' },
    ]);
  });

  it('are found by a name that one has on each side, with or without diacritics', () => {
    const list = [{ code: 'TY-1', name: 'THU Y' }];
    expect(matchCodes([ours('G10-NN12', 'Thú y')], list)).toEqual([{ code: 'G10-NN12', mapTo: 'TY-1' }]);
    expect(matchCodes([ours('G10-NN12', 'Thú y')], [...list, { code: 'TY-2', name: 'Thú y' }])).toEqual([]);
    expect(matchCodes([ours('A', 'Thú y'), ours('B', 'Thú Y')], list)).toEqual([]);
  });

  it('are never mapped by name to what is another of ours', () => {
    const both = [ours('H48.12', 'Sở Nông nghiệp'), ours('H48.20', 'Sở Xây dựng')];
    expect(matchCodes(both, [{ code: 'H48.12', name: 'Sở Xây dựng' }])).toEqual([]);
  });

  it('that an officer mapped stay so, and are shown where the list does not bear it out', () => {
    const list = [{ code: 'X1', name: 'Sở A' }];
    expect(matchCodes([ours('H48.12', 'Sở A', typed('X1'))], list)).toEqual([]);
    expect(matchCodes([ours('H48.12', 'Sở A', typed('X9'))], list)).toEqual([
      { code: 'H48.12', conflict: { listedCode: 'X1' } },
    ]);
    expect(matchCodes([ours('H48.12', 'Sở khác', typed('X9'))], list)).toEqual([
      { code: 'H48.12', conflict: { listedCode: null } },
    ]);
    expect(matchCodes([ours('H48.12', 'Sở khác', typed('X1'))], list)).toEqual([]);
  });

  it('that were known to have none are mapped once the list has them, and what a list said another list corrects', () => {
    expect(matchCodes([ours('H48.12', 'Sở A', typed(null))], [{ code: 'H48.12', name: '' }])).toEqual([
      { code: 'H48.12', mapTo: 'H48.12' },
    ]);
    const before = ours('H48.12', 'Sở A', { entry: { portalCode: 'X1', source: 'portal' } });
    expect(matchCodes([before], [{ code: 'X2', name: 'Sở A' }])).toEqual([{ code: 'H48.12', mapTo: 'X2' }]);
    expect(matchCodes([before], [{ code: 'X2', name: 'Sở B' }])).toEqual([]);
  });
});
