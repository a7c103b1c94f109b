import type { PaymentMethod } from '@motcua/fee-domain';
import { VIETNAM } from '@motcua/kernel';
import { type Sql, sql } from '@motcua/platform';

interface Wanted {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  /** Null: all. */
  readonly codes: readonly string[] | null;
  readonly agency: string | null;
  readonly officer: string | null;
  readonly method: PaymentMethod | null;
}

/** What was taken and given back, after a key of day, agency, officer and way. */
export const takingsStatement = (
  { start, end, codes, agency, officer, method }: Wanted,
  after: readonly string[] | null,
  limit: number,
): Sql => sql`
      SELECT * FROM (
        SELECT (at AT TIME ZONE ${VIETNAM})::date::text AS day, collecting_agency AS agency, collected_by AS officer, method,
          coalesce(sum(amount) FILTER (WHERE kind IN ('payment', 'surplus')), 0)::bigint AS received,
          count(*) FILTER (WHERE kind IN ('payment', 'surplus'))::int AS receptions,
          coalesce(sum(amount) FILTER (WHERE kind = 'refund'), 0)::bigint AS refunded,
          coalesce(sum(amount) FILTER (WHERE kind = 'reversal'), 0)::bigint AS reversed
        FROM ledger_entry
        WHERE at >= ${start} AND at < ${end} AND collecting_agency IS NOT NULL
          AND (${codes}::text[] IS NULL OR collecting_agency = ANY (${codes}::text[]))
          AND (${agency}::text IS NULL OR collecting_agency = ${agency})
          AND (${officer}::text IS NULL OR collected_by = ${officer})
          AND (${method}::text IS NULL OR method = ${method})
        GROUP BY 1, 2, 3, 4
      ) AS taken
      WHERE ${after}::text[] IS NULL OR ARRAY[day, agency, coalesce(officer, ''), method] COLLATE "C" > ${after}::text[]
      ORDER BY day COLLATE "C", agency COLLATE "C", coalesce(officer, '') COLLATE "C", method COLLATE "C" LIMIT ${limit}`;
