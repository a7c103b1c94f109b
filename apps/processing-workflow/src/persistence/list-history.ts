import { type Queries, sql } from '@motcua/platform';

interface HistoryRow {
  readonly n: number;
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly action: string;
  readonly detail: object;
  readonly hash: Buffer;
}

/** The first thousand lines of a case's history. */
export const listHistory = (queries: Queries, dossierId: string): Promise<HistoryRow[]> =>
  queries.query<HistoryRow>(sql`
    SELECT n, at, actor, action, detail, hash FROM history WHERE aggregate = ${`case/${dossierId}`} ORDER BY n LIMIT 1000`);
