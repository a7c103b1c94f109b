import { reactionKind } from '../../change/case-kind.js';

interface RecordReturn {
  readonly dossierId: string;
  readonly returnedAt: Temporal.Instant;
  readonly method: string;
}

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
