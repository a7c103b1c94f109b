import { at, life } from '../testing.fixture.js';
import { applyCaseStatus } from './apply-case-status.js';

const when = at('2026-12-01T16:00:00');

describe('what the case has decided', () => {
  it.each([
    ['accepted', 'processing', ['accepted→processing']],
    ['accepted', 'processed', ['accepted→processing', 'processing→processed']],
    ['accepted', 'supplementRequired', ['accepted→supplementRequired']],
    ['accepted', 'withdrawn', ['accepted→withdrawn']],
    ['accepted', 'stopped', ['accepted→stopped']],
    ['processing', 'supplementRequired', ['processing→supplementRequired']],
    ['processing', 'withdrawn', ['processing→withdrawn']],
    ['processing', 'stopped', ['processing→stopped']],
    ['processing', 'processed', ['processing→processed']],
    ['supplementRequired', 'processing', ['supplementRequired→processing']],
    ['supplementRequired', 'withdrawn', ['supplementRequired→withdrawn']],
    ['supplementRequired', 'stopped', ['supplementRequired→stopped']],
    ['supplementRequired', 'processed', ['supplementRequired→processing', 'processing→processed']],
    ['paymentRequired', 'withdrawn', ['paymentRequired→withdrawn']],
    ['paymentRequired', 'stopped', ['paymentRequired→stopped']],
    ['paymentRequired', 'processed', ['paymentRequired→processing', 'processing→processed']],
  ] as const)('moves a dossier that is %s to %s by %j, at the time of the case', (from, to, path) => {
    const applied = applyCaseStatus(life(from, true), to, when);
    expect(applied.changes.map((change) => `${change.from}→${change.to}`)).toEqual(path);
    expect(applied.changes.every(({ at: time }) => time === when)).toBe(true);
    expect(applied).toMatchObject({ paymentReturnsTo: null, unexpected: false });
  });

  it.each(['processing', 'supplementRequired', 'withdrawn', 'stopped', 'processed'] as const)(
    'changes nothing when the dossier is %s already',
    (status) => {
      expect(applyCaseStatus(life(status, true), status, when)).toEqual({
        changes: [],
        paymentReturnsTo: null,
        unexpected: false,
      });
    },
  );

  it('starts a case whose dossier awaits a fee only when that is paid', () => {
    expect(applyCaseStatus(life('paymentRequired', true), 'processing', when)).toEqual({
      changes: [],
      paymentReturnsTo: 'processing',
      unexpected: false,
    });
  });

  it.each([
    ['processed', 'processing'],
    ['returned', 'processed'],
    ['withdrawn', 'stopped'],
    ['stopped', 'processed'],
    ['refused', 'processing'],
  ] as const)('is kept in sight, and changes nothing, when a %s dossier would become %s', (from, to) => {
    expect(applyCaseStatus(life(from, true), to, when)).toEqual({
      changes: [],
      paymentReturnsTo: null,
      unexpected: true,
    });
  });

  it('is kept in sight when the dossier was never accepted', () => {
    expect(applyCaseStatus(life('registered'), 'withdrawn', when)).toMatchObject({ changes: [], unexpected: true });
    expect(applyCaseStatus(life('supplementRequired'), 'processing', when)).toMatchObject({ unexpected: true });
  });
});
