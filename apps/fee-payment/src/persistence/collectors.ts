import type { CollectorTerms } from '@motcua/fee-domain';
import { type Aggregate, type Queries, type RowChange, rowTable, sql } from '@motcua/platform';
import { line } from './history.js';

/** How an agency collects: under which series it numbers receipts, and where transfers go. */
export interface Collector extends CollectorTerms {
  readonly agency: string;
  readonly version: number;
}

const COLLECTORS = rowTable<Collector>('collector', {
  agency: 'key',
  version: 'plain',
  taxCode: 'plain',
  series: 'plain',
  accounts: 'plain',
});

export async function collectorsOf(
  queries: Queries,
  agencies: readonly string[],
): Promise<ReadonlyMap<string, Collector>> {
  const rows = await queries.query<Collector>(
    sql`SELECT ${COLLECTORS.columns()} FROM collector WHERE agency = ANY (${[...new Set(agencies)]})`,
  );
  return new Map(rows.map((row) => [row.agency, row]));
}

export interface CollectorChange extends RowChange<Collector> {
  readonly at: Temporal.Instant;
  readonly actor: string;
}

/** An agency's own terms of collecting. Nobody else is told: receipts and orders keep what they were made by. */
export const COLLECTOR: Aggregate<CollectorChange> = {
  save: async (queries, changes) => {
    await COLLECTORS.save(queries, changes);
    return undefined;
  },
  events: () => [],
  history: ({ before, after: { agency, taxCode, series, accounts }, at, actor }) => [
    line('collector', agency, before === null ? 'entered' : 'changed', {
      at,
      actor,
      detail: { taxCode, series, accounts },
    }),
  ],
};
