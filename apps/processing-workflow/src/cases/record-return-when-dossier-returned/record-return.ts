import { reactionKind } from '../../change/case-kind.js';

interface RecordReturn {
  readonly dossierId: string;
  readonly returnedAt: Temporal.Instant;
  readonly method: string;
}

/** The result is at the office again: nothing where that is recorded. */
export const UNDO_RETURN = reactionKind(
  'system:dossier-return-undone',
  ({ state, stored }, { reason }: { readonly dossierId: string; readonly reason: string }) =>
    stored.row.returned_at === null
      ? undefined
      : {
          decided: { state, facts: [] },
          action: 'returnUndone',
          detail: { reason },
          heard: { returned_at: null, return_method: null },
        },
);

/** Nothing where it is recorded. */
export const RECORD_RETURN = reactionKind(
  'system:dossier-returned',
  ({ state, stored }, { returnedAt, method }: RecordReturn) =>
    stored.row.returned_at === null
      ? {
          decided: { state, facts: [] },
          action: 'returned',
          detail: { method },
          heard: { returned_at: returnedAt, return_method: method },
        }
      : undefined,
);
