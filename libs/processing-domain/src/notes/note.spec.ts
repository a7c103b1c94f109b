import { numberOfNote, numberOfNoteFile, type WrittenNote } from '../index.js';
import { COLLEAGUE, SPECIALIST } from '../testing/a-case.fixture.js';

const note = (change: Partial<WrittenNote> = {}): WrittenNote => ({
  n: 2,
  author: SPECIALIST,
  correctedBy: null,
  files: 0,
  ...change,
});
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;
const correcting = (corrected: WrittenNote | undefined, officer = SPECIALIST): number =>
  numberOfNote({ last: 4, officer, corrects: 2, corrected });

describe('a note in a case', () => {
  it('is numbered behind the last one, the first one with 1', () => {
    const next = (last: number) => numberOfNote({ last, officer: COLLEAGUE, corrects: null, corrected: undefined });
    expect([next(0), next(7)]).toEqual([1, 8]);
  });

  it('is corrected by a further one of its author, and by nobody else', () => {
    expect(correcting(note())).toBe(5);
    expect(() => correcting(note(), COLLEAGUE)).toThrow(refused('CASE.NOTE_OF_ANOTHER'));
  });

  it('is corrected once: what the correction says wrong is corrected in its turn', () => {
    expect(() => correcting(note({ correctedBy: 3 }))).toThrow(
      expect.objectContaining({ code: 'CASE.NOTE_CORRECTED', evidence: { correctedBy: 3 } }),
    );
  });

  it('corrects no note that is not there, and says where that was asked', () => {
    expect(() => correcting(undefined)).toThrow(
      expect.objectContaining({
        code: 'CASE.NOTE_UNKNOWN',
        faults: [expect.objectContaining({ pointer: '/corrects' })],
      }),
    );
  });

  it('has ten files at most, which its author adds as long as it stands', () => {
    expect(numberOfNoteFile(note({ files: 9 }), SPECIALIST)).toBe(10);
    expect(() => numberOfNoteFile(note({ files: 10 }), SPECIALIST)).toThrow(refused('CASE.NOTE_FULL'));
    expect(() => numberOfNoteFile(note(), COLLEAGUE)).toThrow(refused('CASE.NOTE_OF_ANOTHER'));
    expect(() => numberOfNoteFile(note({ correctedBy: 3 }), SPECIALIST)).toThrow(refused('CASE.NOTE_CORRECTED'));
  });
});
