import { papersGiven } from './papers-given.js';

const NOTHING = { electronicPapers: [], reused: false, fromCitizenStore: false };

describe('what is known of the papers of a dossier', () => {
  it('a required paper is digitised by a scan of it, and no other', () => {
    const scanned = papersGiven(NOTHING, [
      { component: 'DON', digitised: true },
      { component: 'KHAC', digitised: true },
    ]);
    expect(scanned).toEqual({ electronicPapers: ['DON', 'KHAC'], reused: false, fromCitizenStore: false });
    expect(papersGiven(scanned, [{ component: 'BAN-VE', digitised: true }]).electronicPapers).toEqual([
      'DON',
      'KHAC',
      'BAN-VE',
    ]);
  });

  it('a file that is no scan digitises nothing', () => {
    expect(papersGiven(NOTHING, [{ component: 'DON', digitised: false, reusedFrom: null }])).toEqual(NOTHING);
    expect(papersGiven(NOTHING, [{ component: 'DON' }])).toEqual(NOTHING);
  });

  it('what the state already holds needs no scan, and is counted by where it was (R20)', () => {
    expect(papersGiven(NOTHING, [{ component: 'DON', digitised: false, reusedFrom: 'paper' }])).toEqual({
      electronicPapers: ['DON'],
      reused: true,
      fromCitizenStore: false,
    });
    expect(papersGiven(NOTHING, [{ component: 'BAN-VE', digitised: false, fromCitizenStore: true }])).toEqual({
      electronicPapers: ['BAN-VE'],
      reused: false,
      fromCitizenStore: true,
    });
  });

  it('one of several papers that the state already holds is enough to be counted', () => {
    const files = [
      { component: 'DON', digitised: true },
      { component: 'BAN-VE', reusedFrom: 'paper' },
      { component: 'KHAC', fromCitizenStore: true },
    ];
    expect(papersGiven(NOTHING, files)).toEqual({
      electronicPapers: ['DON', 'BAN-VE', 'KHAC'],
      reused: true,
      fromCitizenStore: true,
    });
  });

  it('what was reused once stays so, whatever is given later', () => {
    const reused = papersGiven(NOTHING, [{ component: 'DON', reusedFrom: 'result' }]);
    expect(papersGiven(reused, [{ component: 'DON', digitised: true }])).toMatchObject({ reused: true });
  });
});
