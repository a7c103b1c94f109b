import { Refusal } from '@motcua/kernel';
import type { Officer } from '../cases/case-state.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';

/** So that a page of notes stays short enough to be read at once. */
const MOST_FILES_OF_NOTE = 10;

/** What decides about a note that is there already. */
export interface WrittenNote {
  /** Number within the case. */
  readonly n: number;
  readonly author: Officer;
  /** Number of the note that corrects it. */
  readonly correctedBy: number | null;
  readonly files: number;
}

interface NewNote {
  /** Number of the case's last note; 0 where there is none. */
  readonly last: number;
  readonly officer: Officer;
  /** Of the note that this one corrects. */
  readonly corrects: number | null;
  readonly corrected: WrittenNote | undefined;
}

/**
 * Number of a further note. None is ever changed: its author corrects it by another, once; what that one says wrong is
 * corrected in its turn.
 * @throws Refusal CASE.NOTE_UNKNOWN, CASE.NOTE_OF_ANOTHER, CASE.NOTE_CORRECTED
 */
export function numberOfNote({ last, officer, corrects, corrected }: NewNote): number {
  if (corrects === null) return last + 1;
  if (!corrected) throw noteUnknown();
  assertOwnAndStanding(corrected, officer);
  return last + 1;
}

/**
 * Number of a further file of a note, which its author adds.
 * @throws Refusal CASE.NOTE_OF_ANOTHER, CASE.NOTE_CORRECTED, CASE.NOTE_FULL
 */
export function numberOfNoteFile(note: WrittenNote, officer: Officer): number {
  assertOwnAndStanding(note, officer);
  if (note.files >= MOST_FILES_OF_NOTE)
    throw new Refusal<ProcessingRefusalCode>('CASE.NOTE_FULL', { most: MOST_FILES_OF_NOTE });
  return note.files + 1;
}

function assertOwnAndStanding({ author, correctedBy }: WrittenNote, officer: Officer): void {
  if (author.subject !== officer.subject) throw new Refusal<ProcessingRefusalCode>('CASE.NOTE_OF_ANOTHER', { author });
  if (correctedBy !== null) throw new Refusal<ProcessingRefusalCode>('CASE.NOTE_CORRECTED', { correctedBy });
}

const noteUnknown = (): Refusal<ProcessingRefusalCode> =>
  new Refusal<ProcessingRefusalCode>('CASE.NOTE_UNKNOWN', {}, [
    {
      pointer: '/corrects',
      code: 'NOTE_UNKNOWN',
      detail: { vi: 'Hồ sơ không có ghi chú mang số này.', en: 'The case has no note with this number.' },
    },
  ]);
