import {
  type MoneyOwner,
  type Posting,
  postCorrected,
  postKept,
  postListed,
  postPayment,
  postRefund,
  postReversal,
  postSettled,
  postSurplus,
  postUnneeded,
  type Way,
} from '@motcua/fee-domain';
import { type Queries, rowTable, type Sql } from '@motcua/platform';
import type { LedgerEntry } from './ledger.js';
import type { Money } from './money.js';
import { isValid, type NewReceipt, validOf } from './receipts.js';
import type { StoredRefund } from './refunds.js';
import { rowChanges } from './row-changes.js';

/** One line of the double-entry ledger. Append-only: the database refuses to change or delete one. */
export interface StoredPosting extends Posting {
  /** The entry, the receipt, the refund, the money of no dossier, the day of a drawer or the voucher that it books. */
  readonly source: string;
  readonly why:
    | 'payment'
    | 'surplus'
    | 'settled'
    | 'refund'
    | 'listed'
    | 'kept'
    | 'loose'
    | 'allocated'
    | 'reversal'
    | 'unsettled'
    | 'advanced'
    | 'deposited'
    | 'returned'
    | 'counted'
    | 'madeGood'
    | 'writtenOff'
    | 'toTreasury';
  readonly n: number;
  readonly dossierId: string | null;
  /** In which day cash of a drawer moved. */
  readonly cashDayId: string | null;
  readonly at: Temporal.Instant;
}

const POSTINGS = rowTable<StoredPosting>('ledger_posting', {
  source: 'key',
  why: 'key',
  n: 'key',
  dossierId: 'fixed',
  cashDayId: 'fixed',
  debit: 'fixed',
  credit: 'fixed',
  amount: 'fixed',
  at: 'fixed',
});

export const postingsInsert = (postings: readonly StoredPosting[]): Sql => POSTINGS.insert(postings);

export async function savePostings(queries: Queries, postings: readonly StoredPosting[]): Promise<void> {
  if (postings.length > 0) await queries.query(postingsInsert(postings));
}

const wayOf = ({ method, collectingAgency: agency, collectedBy: cashier }: LedgerEntry): Way => ({
  method,
  agency,
  cashier,
});

/** What a change of a dossier's money books: it follows from the change, so that no đồng moves without it. */
export function postingsOf(before: Money | null, after: Money, receipts: readonly NewReceipt[]): StoredPosting[] {
  const { dossierId, receivingAgency: agency, lines, paid } = after.account;
  const was = before?.account ?? after.account;
  const owner: MoneyOwner = { dossierId, agency, lines };
  const book = (
    source: string,
    why: StoredPosting['why'],
    at: Temporal.Instant,
    postings: Posting[],
    cashDayId: string | null = null,
  ): StoredPosting[] => postings.map((posting, n) => ({ source, why, n, dossierId, cashDayId, at, ...posting }));
  const entries = rowChanges(before?.entries ?? [], after.entries).flatMap((change) =>
    change.before === null ? [change.after] : [],
  );
  const valid = validOf(after.receipts);
  const voided = rowChanges(before?.receipts ?? [], after.receipts).flatMap(({ before: known, after: is }) =>
    known && isValid(known) && !isValid(is) ? [is] : [],
  );
  const refunds = rowChanges(before?.refunds ?? [], after.refunds);
  const listed = ({ reason, amount }: StoredRefund): Posting[] => {
    if (reason === 'corrected') return postCorrected({ ...owner, lines: was.lines }, lines, paid, valid);
    if (reason === 'unneeded') return postUnneeded(dossierId, amount);
    return after.account.ended === null ? [] : postListed(owner, paid, valid, was.unallocated);
  };
  return [
    ...entries.flatMap((entry) =>
      book(entry.id, entry.kind, entry.at, entryPostings(entry, owner, after.entries), entry.cashDayId),
    ),
    // What adjusts another moves nothing: its refund does.
    ...receipts.flatMap((receipt) =>
      receipt.adjusts === null ? book(receipt.id, 'settled', receipt.issuedAt, postSettled(dossierId, receipt)) : [],
    ),
    ...voided.flatMap((receipt) =>
      book(receipt.id, 'unsettled', receipt.voidedAt!, postReversal(postSettled(dossierId, receipt))),
    ),
    ...refunds.flatMap(({ before: known, after: is }) =>
      known === null && is.orderId === null && is.restOf === null ? book(is.id, 'listed', is.listedAt, listed(is)) : [],
    ),
    ...refunds.flatMap(({ before: known, after: is }) =>
      known !== null && known.status !== 'kept' && is.status === 'kept'
        ? book(is.id, 'kept', is.decidedAt!, postKept(owner, is.amount))
        : [],
    ),
  ];
}

function entryPostings(entry: LedgerEntry, owner: MoneyOwner, all: readonly LedgerEntry[]): Posting[] {
  const { kind, amount, confirmationId } = entry;
  if (kind === 'reversal') {
    const undone = all.filter((one) => one.confirmationId === confirmationId && one.kind !== 'reversal');
    return undone.flatMap((one) => postReversal(entryPostings(one, owner, all)));
  }
  if (kind === 'surplus') return postSurplus(wayOf(entry), owner, amount);
  if (kind === 'refund') return postRefund(wayOf(entry), owner, amount);
  return postPayment(wayOf(entry), owner, amount);
}
