import { at, life, refusalOf } from '../testing.fixture.js';
import { undoReturn } from './undo-return.js';

const RETURN = {
  returnedAt: at('2026-12-02T00:30:00'),
  isSameOfficer: true,
  isLeader: false,
  now: at('2026-12-02T23:59:59'),
};

describe('a return that was a mistake', () => {
  it('is undone on the same day in Vietnam, by who made it or a leader', () => {
    expect(undoReturn(life('returned', true), RETURN)).toBe('processed');
    expect(undoReturn(life('returned', true), { ...RETURN, isSameOfficer: false, isLeader: true })).toBe('processed');
    const others = () => undoReturn(life('returned', true), { ...RETURN, isSameOfficer: false });
    expect(refusalOf(others).code).toBe('DOSSIER.UNDO_NOT_YOURS');
  });

  it('is final the next day, and nothing else is undone', () => {
    const later = () => undoReturn(life('returned', true), { ...RETURN, now: at('2026-12-03T00:00:00') });
    expect(refusalOf(later)).toMatchObject({
      code: 'DOSSIER.UNDO_TOO_LATE',
      evidence: { returnedAt: '2026-12-02T00:30:00+07:00' },
    });
    expect(refusalOf(() => undoReturn(life('withdrawn', true), { ...RETURN, isSameOfficer: false })).code).toBe(
      'DOSSIER.ACTION_NOT_ALLOWED',
    );
  });
});
