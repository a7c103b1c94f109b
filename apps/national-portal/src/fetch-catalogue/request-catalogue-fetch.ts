import { type Aggregate, type CommandKind, created, ok, sql, Unchanged } from '@motcua/platform';
import {
  CATALOGUE_FETCHES,
  type CatalogueFetch,
  type CatalogueFetchRow,
} from '../catalogue-fetches/catalogue-fetches.js';
import { line } from '../persistence/history.js';

interface RequestCatalogueFetch {
  readonly id: string;
  /** Of a nightly one. */
  readonly day: string | null;
  readonly acceptShrunk: boolean;
  readonly actor: string;
}

interface Requested extends CatalogueFetchRow {
  readonly at: Temporal.Instant;
  readonly actor: string;
}

const CATALOGUE_FETCH: Aggregate<Requested> = {
  save: async (queries, changes) => {
    await CATALOGUE_FETCHES.save(queries, changes);
    return undefined;
  },
  events: () => [],
  history: ({ after: { id, nightly, acceptShrunk }, at, actor }) => [
    line('catalogueFetch', id, 'requested', { at, actor, detail: { nightly, acceptShrunk } }),
  ],
};

const ONE_AT_A_TIME = sql`SELECT pg_advisory_xact_lock(hashtextextended('portal.catalogue-fetch', 0))`;
/** Due at once, by any clock. */
const FROM_NOW_ON = Temporal.Instant.fromEpochMilliseconds(0);

interface Facts {
  readonly running: CatalogueFetch | null;
}

/** Asks for a look at what the portal publishes; while one is under way, that one is the answer. */
export const REQUEST_CATALOGUE_FETCH: CommandKind<RequestCatalogueFetch, Facts, Requested, { readonly id: string }> = {
  aggregate: CATALOGUE_FETCH,
  about: () => 'catalogueFetch',
  facts: async (queries, commands) => {
    await queries.query(ONE_AT_A_TIME);
    const [running = null] = await queries.query<CatalogueFetch>(
      sql`SELECT ${CATALOGUE_FETCHES.columns()} FROM catalogue_fetch WHERE state = 'running'`,
    );
    return commands.map(() => ({ running }));
  },
  decide: ({ running }, { id, day, acceptShrunk, actor }, at) => {
    if (running) return new Unchanged(ok({ id: running.id }));
    const after: CatalogueFetch = {
      id,
      day,
      nightly: day !== null,
      acceptShrunk,
      state: 'running',
      step: 'agencies',
      requestedAt: at,
      finishedAt: null,
      dueAt: FROM_NOW_ON,
      attempts: 0,
      complete: false,
      listed: 0,
      fetched: 0,
      changed: 0,
      gone: 0,
      mapped: 0,
      faults: [],
      version: 1,
    };
    return { before: null, after, at, actor };
  },
  answer: ({ after: { id } }) => created({ id }, { location: `/portal/v1/catalogue-fetches/${id}` }),
};
