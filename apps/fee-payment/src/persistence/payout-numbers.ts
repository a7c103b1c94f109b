import { type PaymentMethod, spelling } from '@motcua/fee-domain';
import { type Queries, sql } from '@motcua/platform';
import { usesOfBankNumbers } from './bank-numbers.js';

/** One payment back that is in the books under a number. */
export interface PayoutNumberUse {
  readonly method: PaymentMethod;
  /** The agency that paid it: numbers of cash vouchers are an agency's own. */
  readonly agency: string;
}

interface Found extends PayoutNumberUse {
  readonly number: string;
}

/**
 * What is in the books under each of these numbers of payments back, in their order; null: the command names none. The numbers are
 * locked, so that two refunds under one number come one after the other. A number of a bank is that of one sum, whichever way it went.
 */
export async function usesOfPayoutNumbers(
  queries: Queries,
  numbers: readonly (string | null)[],
): Promise<readonly (readonly PayoutNumberUse[])[]> {
  const named = numbers.flatMap((number) => number ?? []);
  if (named.length === 0) return numbers.map(() => []);
  // In one wave: the locks are taken before anything is read.
  const [atBank, rows] = await Promise.all([
    usesOfBankNumbers(queries, named),
    queries.query<Found>(sql`
    SELECT DISTINCT upper(regexp_replace(transaction, '\\s', '', 'g')) AS number, method, collecting_agency AS agency FROM ledger_entry
    WHERE method IN ('counter', 'nationalPlatform', 'nationalPortal') AND kind = 'refund'
      AND upper(regexp_replace(transaction, '\\s', '', 'g')) = ANY (${named.map(spelling)})`),
  ]);
  const ofBank = new Map(named.map((number, place) => [spelling(number), atBank[place]!]));
  return numbers.map((number) => {
    if (number === null) return [];
    const { orders, looseMoney, paidBack } = ofBank.get(spelling(number))!;
    const isOfBank = orders.length > 0 || looseMoney !== null || paidBack;
    return [
      ...rows.filter((row) => row.number === spelling(number)),
      ...(isOfBank ? [{ method: 'transfer' as const, agency: '' }] : []),
    ];
  });
}
