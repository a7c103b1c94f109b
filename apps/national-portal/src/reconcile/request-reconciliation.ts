import { type Aggregate, type CommandKind, created } from '@motcua/platform';
import { line } from '../persistence/history.js';
import { type Reconciliation, type ReconciliationRow, RECONCILIATIONS } from '../reconciliations/reconciliations.js';

interface RequestReconciliation {
  readonly id: string;
  readonly day: string | null;
  readonly codes: readonly string[] | null;
  readonly nightly: boolean;
  readonly actor: string;
}

interface Requested extends ReconciliationRow {
  readonly at: Temporal.Instant;
  readonly actor: string;
}

const RECONCILIATION: Aggregate<Requested> = {
  save: async (queries, changes) => {
    await RECONCILIATIONS.save(queries, changes);
    return undefined;
  },
  events: () => [],
  history: ({ after: { id, day, codes }, at, actor }) => [
    line('reconciliation', id, 'requested', { at, actor, detail: { day, codes: codes?.length ?? null } }),
  ],
};

/** Due at once, by any clock. */
const FROM_NOW_ON = Temporal.Instant.fromEpochMilliseconds(0);

export const REQUEST_RECONCILIATION: CommandKind<RequestReconciliation, true, Requested, { readonly id: string }> = {
  aggregate: RECONCILIATION,
  about: ({ id }) => `reconciliation/${id}`,
  facts: async (_, commands) => commands.map(() => true as const),
  decide: (_, { id, day, codes, nightly, actor }, at) => {
    const after: Reconciliation = {
      id,
      day,
      codes,
      nightly,
      state: 'running',
      requestedAt: at,
      finishedAt: null,
      compared: 0,
      sentAgain: 0,
      dueAt: FROM_NOW_ON,
      version: 1,
    };
    return { before: null, after, at, actor };
  },
  answer: ({ after: { id } }) => created({ id }, { location: `/portal/v1/reconciliations/${id}` }),
};
