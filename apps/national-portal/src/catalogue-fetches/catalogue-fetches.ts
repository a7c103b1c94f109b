import { Injectable } from '@nestjs/common';
import { Refusal, withOffset } from '@motcua/kernel';
import { Database, type PlatformCode, type RowChange, rowTable, sql } from '@motcua/platform';
import type { CatalogueFetchView } from './catalogue-fetch.view.js';

export const FETCH_STEPS = ['agencies', 'fields', 'procedures', 'details'] as const;
export type FetchStep = (typeof FETCH_STEPS)[number];

/** What could not be had, or was not believed. */
export interface FetchFault {
  readonly code:
    'EMPTY_LIST' | 'LIST_SHRANK' | 'MISSING' | 'NOT_ANSWERED' | 'REFUSED' | 'REQUEST.TOO_LARGE' | 'ROWS_UNREADABLE';
  /** Service, and the procedure where it is asked for one. */
  readonly service: string;
  readonly procedure: string | null;
  readonly message: string;
}

/** One look at what the portal publishes. */
export interface CatalogueFetch {
  readonly id: string;
  /** The night's day in Vietnam; null where somebody asked for it. */
  readonly day: string | null;
  readonly nightly: boolean;
  /** A list that has lost more than half is believed. */
  readonly acceptShrunk: boolean;
  readonly state: 'running' | 'done';
  readonly step: FetchStep;
  readonly requestedAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant | null;
  /** Calls in a row that were not answered. */
  readonly attempts: number;
  readonly complete: boolean;
  readonly listed: number;
  readonly fetched: number;
  readonly changed: number;
  readonly gone: number;
  readonly mapped: number;
  readonly faults: readonly FetchFault[];
  readonly version: number;
}

export const CATALOGUE_FETCHES = rowTable<CatalogueFetch>('catalogue_fetch', {
  id: 'key',
  day: 'fixed',
  nightly: 'fixed',
  acceptShrunk: 'fixed',
  state: 'plain',
  step: 'plain',
  requestedAt: 'fixed',
  finishedAt: 'plain',
  dueAt: 'plain',
  attempts: 'plain',
  complete: 'plain',
  listed: 'plain',
  fetched: 'plain',
  changed: 'plain',
  gone: 'plain',
  mapped: 'plain',
  faults: 'plain',
  version: 'plain',
});

export type CatalogueFetchRow = RowChange<CatalogueFetch>;

const MOST_SHOWN = 50;

export const catalogueFetchView = ({
  requestedAt,
  finishedAt,
  day: _,
  acceptShrunk: __,
  dueAt: ___,
  attempts: ____,
  version: _____,
  ...rest
}: CatalogueFetch): CatalogueFetchView => ({
  ...rest,
  requestedAt: withOffset(requestedAt),
  finishedAt: finishedAt && withOffset(finishedAt),
});

/** Looks at what the portal publishes, as an operator sees them. */
@Injectable()
export class CatalogueFetches {
  constructor(private readonly database: Database) {}

  /** @throws Refusal RESOURCE.NOT_FOUND */
  async view(id: string): Promise<CatalogueFetchView> {
    const [row] = await this.database.query<CatalogueFetch>(
      sql`SELECT ${CATALOGUE_FETCHES.columns()} FROM catalogue_fetch WHERE id = ${id}`,
    );
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return catalogueFetchView(row);
  }

  /** The newest first. */
  async newest(): Promise<CatalogueFetchView[]> {
    const rows = await this.database.query<CatalogueFetch>(
      sql`SELECT ${CATALOGUE_FETCHES.columns()} FROM catalogue_fetch ORDER BY requested_at DESC, id LIMIT ${MOST_SHOWN}`,
    );
    return rows.map(catalogueFetchView);
  }
}
