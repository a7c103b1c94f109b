import { type Aggregate, type CommandKind, ok } from '@motcua/platform';
import { historyLine } from '../persistence/history.js';
import type { Lookup } from './population-database.js';

interface RecordLookup {
  /** Keyed hash of the number. */
  readonly ref: string;
  readonly outcome: Lookup['outcome'];
  readonly actor: string;
}

interface Recorded extends RecordLookup {
  readonly at: Temporal.Instant;
}

const LOOKUP: Aggregate<Recorded> = {
  save: async () => undefined,
  events: () => [],
  history: ({ ref, outcome, actor, at }) => [
    historyLine('populationLookup', ref, 'lookedUp', { at, actor, detail: { consent: true, outcome } }),
  ],
};

/** Who looked whom up is kept, and not what was found. */
export const RECORD_LOOKUP: CommandKind<RecordLookup, true, Recorded, null> = {
  aggregate: LOOKUP,
  about: ({ ref }) => `populationLookup/${ref}`,
  facts: async (_, commands) => commands.map(() => true as const),
  decide: (_, command, at) => ({ ...command, at }),
  answer: () => ok(null),
};
