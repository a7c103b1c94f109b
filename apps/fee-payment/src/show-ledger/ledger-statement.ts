import { type Sql, sql } from '@motcua/platform';
import { LEDGER_ACCOUNT_KINDS, type LedgerAccountKind } from './ledger-account.view.js';

/** A range of account names, the second of which is not in it. */
type Range = readonly [from: string, until: string];

/** Those kinds whose names go on with an agency. */
const OF_AGENCIES: readonly LedgerAccountKind[] = [
  'advanced',
  'cashOver',
  'cashShort',
  'drawer',
  'due',
  'kept',
  'writtenOff',
];

/** Those whose names end with it. */
const ONE_PER_AGENCY: readonly LedgerAccountKind[] = ['kept', 'writtenOff'];

/** Between a name and all that begin with it and a slash: `0` follows the slash. */
const below = (name: string): Range => [`${name}/`, `${name}0`];
const exactly = (name: string): Range => [name, `${name} `];

/**
 * In which ranges the names of accounts lie. @param agencies codes, and not what lies below them; null: all accounts, also those
 * that name no agency
 */
export function rangesOf(agencies: readonly string[] | null, kind: LedgerAccountKind | undefined): readonly Range[] {
  const kinds = LEDGER_ACCOUNT_KINDS.filter((one) => kind === undefined || one === kind);
  if (agencies === null) return kinds.map((one) => (one === 'bank' || one === 'clearing' ? exactly(one) : below(one)));
  return kinds
    .filter((one) => OF_AGENCIES.includes(one))
    .flatMap((one) => agencies.map((agency) => (ONE_PER_AGENCY.includes(one) ? exactly : below)(`${one}/${agency}`)))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Balances of the accounts in these ranges, by name and after one of them, in one statement: both indexes of the ledger are read in
 * their order, range by range, no further than the page goes.
 */
export const balancesStatement = (ranges: readonly Range[], after: string, limit: number): Sql => sql`
  SELECT b.account, b.debits, b.credits FROM unnest(${ranges.map(([from]) => from)}::text[], ${ranges.map(([, until]) => until)}::text[])
      WITH ORDINALITY AS r (lower, upper, n)
    CROSS JOIN LATERAL (
      SELECT s.account, sum(s.debit)::bigint AS debits, sum(s.credit)::bigint AS credits FROM (
        SELECT debit AS account, amount AS debit, 0::bigint AS credit FROM ledger_posting
        WHERE debit >= r.lower COLLATE "C" AND debit < r.upper COLLATE "C" AND debit > ${after}::text COLLATE "C"
        UNION ALL
        SELECT credit, 0, amount FROM ledger_posting
        WHERE credit >= r.lower COLLATE "C" AND credit < r.upper COLLATE "C" AND credit > ${after}::text COLLATE "C"
      ) AS s GROUP BY s.account ORDER BY s.account LIMIT ${limit}
    ) AS b
  WHERE r.upper > ${after}::text COLLATE "C" ORDER BY r.n, b.account LIMIT ${limit}`;
