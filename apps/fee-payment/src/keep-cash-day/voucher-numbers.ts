import { type Queries, sql } from '@motcua/platform';
import type { StoredVoucher } from '../persistence/cash-days.js';

type Numbered = Pick<StoredVoucher, 'kind' | 'number'>;

/** A voucher as others of its kind may be called, of whichever agency. */
export const nameOfVoucher = ({ kind, number }: Numbered): string => `${kind} ${number}`;

/**
 * The agencies that have recorded each of these vouchers, in their order. The numbers are locked, in order and before any drawer, so
 * that two cashiers who record one slip come one after the other.
 */
export async function agenciesByVoucher(
  queries: Queries,
  vouchers: readonly (Numbered | null)[],
): Promise<readonly (readonly string[])[]> {
  const named = vouchers.flatMap((voucher) => voucher ?? []);
  const wanted = [...new Set(named.map(nameOfVoucher))].sort();
  const [, rows] = await Promise.all([
    queries.query(sql`
      SELECT pg_advisory_xact_lock(hashtextextended('voucher ' || name, 0))
      FROM unnest(${wanted}::text[]) WITH ORDINALITY AS w (name, n) ORDER BY n`),
    queries.query<Numbered & { agency: string }>(
      sql`SELECT agency, kind, number FROM cash_voucher WHERE number = ANY (${named.map(({ number }) => number)})`,
    ),
  ]);
  const byName = Map.groupBy(rows, nameOfVoucher);
  return vouchers.map((voucher) =>
    (voucher === null ? [] : (byName.get(nameOfVoucher(voucher)) ?? [])).map(({ agency }) => agency),
  );
}
