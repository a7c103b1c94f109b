import {
  type MoneyOwner,
  type Posting,
  postKept,
  postListed,
  postPayment,
  postRefund,
  postSurplus,
  type Way,
} from '@motcua/fee-domain';
import { type Queries, rowTable } from '@motcua/platform';
import type { LedgerEntry } from './ledger.js';
import type { Money } from './money.js';
import type { StoredRefund } from './refunds.js';
import { rowChanges } from './row-changes.js';

/** One line of the double-entry ledger. Append-only: the database refuses to change or delete one. */
interface StoredPosting extends Posting {
  /** The entry or the refund that it books. */
  readonly source: string;
  readonly why: 'payment' | 'surplus' | 'refund' | 'listed' | 'kept';
  readonly n: number;
  readonly dossierId: string;
  readonly at: Temporal.Instant;
}

const POSTINGS = rowTable<StoredPosting>('ledger_posting', {
  source: 'key',
  why: 'key',
  n: 'key',
  dossierId: 'fixed',
  debit: 'fixed',
  credit: 'fixed',
  amount: 'fixed',
  at: 'fixed',
});

export const savePostings = async (queries: Queries, postings: readonly StoredPosting[]): Promise<void> => {
  if (postings.length > 0) await queries.query(POSTINGS.insert(postings));
};

const wayOf = ({ method, collectingAgency: agency, collectedBy: cashier }: LedgerEntry): Way => ({
  method,
  agency,
  cashier,
});

/** What a change of a dossier's money books: it follows from the change, so that no đồng moves without it. */
export function postingsOf(before: Money | null, after: Money): StoredPosting[] {
  const { dossierId, receivingAgency: agency, lines } = after.account;
  const owner: MoneyOwner = { dossierId, agency, lines };
  const book = (
    source: string,
    why: StoredPosting['why'],
    at: Temporal.Instant,
    postings: Posting[],
  ): StoredPosting[] => postings.map((posting, n) => ({ source, why, n, dossierId, at, ...posting }));
  const entries = rowChanges(before?.entries ?? [], after.entries).flatMap((change) =>
    change.before === null ? [change.after] : [],
  );
  const refunds = rowChanges(before?.refunds ?? [], after.refunds);
  return [
    ...entries.flatMap((entry) => book(entry.id, entry.kind, entry.at, entryPostings(entry, owner, after))),
    ...refunds.flatMap(({ before: was, after: is }) =>
      was === null && is.orderId === null
        ? book(is.id, 'listed', is.listedAt, postListed(owner, after.account.paid))
        : [],
    ),
    ...refunds.flatMap(({ before: was, after: is }) =>
      was?.status === 'listed' && is.decidedAt !== null
        ? book(is.id, 'kept', is.decidedAt, postKept(owner, keptOf(is)))
        : [],
    ),
  ];
}

const keptOf = ({ amount, refunded }: StoredRefund): number => amount - refunded;

const entryPostings = (entry: LedgerEntry, owner: MoneyOwner, { orders }: Money): Posting[] => {
  const { kind, amount } = entry;
  if (kind === 'surplus') return postSurplus(wayOf(entry), owner, amount);
  if (kind === 'refund') return postRefund(wayOf(entry), owner, amount);
  return postPayment(wayOf(entry), owner, orders.find(({ id }) => id === entry.orderId)!.collects);
};
