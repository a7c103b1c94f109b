import { Injectable } from '@nestjs/common';
import { Refusal, withOffset } from '@motcua/kernel';
import { Database, type RowChange, rowTable, sql, type PlatformCode } from '@motcua/platform';
import type { Difference } from './compare-records.js';
import type { ReconciliationView } from './reconciliation.view.js';

export interface Reconciliation {
  readonly id: string;
  /** A day in Vietnam; null where codes were given. */
  readonly day: string | null;
  readonly codes: readonly string[] | null;
  readonly nightly: boolean;
  readonly state: 'running' | 'done';
  readonly requestedAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant | null;
  readonly compared: number;
  readonly sentAgain: number;
  readonly dueAt: Temporal.Instant | null;
  readonly version: number;
}

export const RECONCILIATIONS = rowTable<Reconciliation>('reconciliation', {
  id: 'key',
  day: 'fixed',
  codes: 'fixed',
  nightly: 'fixed',
  state: 'plain',
  requestedAt: 'fixed',
  finishedAt: 'plain',
  compared: 'plain',
  sentAgain: 'plain',
  dueAt: 'plain',
  version: 'plain',
});

export type ReconciliationRow = RowChange<Reconciliation>;

interface BreakRow {
  readonly code: string;
  readonly difference: Difference;
  readonly ours: Readonly<Record<string, unknown>> | null;
  readonly theirs: Readonly<Record<string, unknown>> | null;
  readonly sentAgain: boolean;
}

const MOST_SHOWN = 1000;
const BREAKS = `
  SELECT code, difference, ours, theirs, sent_again AS "sentAgain" FROM reconciliation_break WHERE reconciliation_id = $1
  ORDER BY n LIMIT ${MOST_SHOWN}`;
const COUNT = 'SELECT count(*) AS n FROM reconciliation_break WHERE reconciliation_id = $1';

/** What was asked of the portal, and what differed. */
@Injectable()
export class Reconciliations {
  constructor(private readonly database: Database) {}

  /** @throws Refusal RESOURCE.NOT_FOUND */
  async view(id: string): Promise<ReconciliationView> {
    const [[row], breaks, [count]] = await Promise.all([
      this.database.query<Reconciliation>(
        sql`SELECT ${RECONCILIATIONS.columns()} FROM reconciliation WHERE id = ${id}`,
      ),
      this.database.query<BreakRow>(BREAKS, [id]),
      this.database.query<{ n: number }>(COUNT, [id]),
    ]);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return {
      id,
      day: row.day,
      codes: row.codes ?? [],
      state: row.state,
      requestedAt: withOffset(row.requestedAt),
      finishedAt: row.finishedAt && withOffset(row.finishedAt),
      compared: row.compared,
      differing: count?.n ?? 0,
      sentAgain: row.sentAgain,
      items: breaks,
    };
  }
}
