import { dayInVietnam, Refusal, withOffset } from '@motcua/kernel';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import type { DossierRefusalCode } from '../refusal-codes.js';

export interface Undoing {
  readonly returnedAt: Temporal.Instant;
  /** Who returned it takes it back, or a leader. */
  readonly isSameOfficer: boolean;
  readonly isLeader: boolean;
  readonly now: Temporal.Instant;
}

/**
 * A result that was marked as returned by mistake is at the office again: on the same day in Vietnam only, since later
 * nobody can tell where it is.
 * @rule R12
 * @throws Refusal DOSSIER.ACTION_NOT_ALLOWED, DOSSIER.UNDO_TOO_LATE, DOSSIER.UNDO_NOT_YOURS
 */
export function undoReturn(life: Life, undoing: Undoing): 'processed' {
  const status = statusAfter('undoReturn', life.status);
  assertUndoable(undoing);
  return status;
}

/** @throws Refusal DOSSIER.UNDO_TOO_LATE, DOSSIER.UNDO_NOT_YOURS */
export function assertUndoable({ returnedAt, isSameOfficer, isLeader, now }: Undoing): void {
  if (!isSameOfficer && !isLeader) throw new Refusal<DossierRefusalCode>('DOSSIER.UNDO_NOT_YOURS');
  if (dayInVietnam(returnedAt) !== dayInVietnam(now))
    throw new Refusal<DossierRefusalCode>('DOSSIER.UNDO_TOO_LATE', { returnedAt: withOffset(returnedAt) });
}
