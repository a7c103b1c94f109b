import type { LineOutcome, StatementDirection } from '@motcua/fee-domain';
import { type Queries, rowTable, sql } from '@motcua/platform';

/** A line of a statement with what our books say of it; or, without a line, what the statement does not list. */
export interface StoredStatementLine {
  readonly reconciliationId: string;
  /** In the order of the statement. */
  readonly n: number;
  /** Of the file. */
  readonly line: number | null;
  readonly direction: StatementDirection;
  readonly reference: string;
  readonly transaction: string;
  readonly day: string | null;
  readonly theirs: number | null;
  readonly ours: number | null;
  readonly outcome: LineOutcome;
}

/** A statement that is compared again has each line once. */
export const STATEMENT_LINES = rowTable<StoredStatementLine>('statement_line', {
  reconciliationId: 'key',
  n: 'key',
  line: 'fixed',
  direction: 'fixed',
  reference: 'fixed',
  transaction: 'fixed',
  day: 'fixed',
  theirs: 'fixed',
  ours: 'plain',
  outcome: 'plain',
});

/** A page of the lines of a reconciliation, in the order of the statement. */
export const statementLines = (
  queries: Queries,
  reconciliationId: string,
  {
    outcome = null,
    after,
    limit,
  }: { readonly outcome?: LineOutcome | null; readonly after: number; readonly limit: number },
): Promise<StoredStatementLine[]> =>
  queries.query<StoredStatementLine>(sql`
    SELECT ${STATEMENT_LINES.columns()} FROM statement_line
    WHERE reconciliation_id = ${reconciliationId} AND n > ${after} AND (${outcome}::text IS NULL OR outcome = ${outcome})
    ORDER BY n LIMIT ${limit}`);
