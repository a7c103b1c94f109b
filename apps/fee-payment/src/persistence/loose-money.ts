import type { PaymentMethod, Posting } from '@motcua/fee-domain';
import { type Queries, rowTable, type RowChange, sql } from '@motcua/platform';
import { savePostings, type StoredPosting } from './postings.js';

/** Money that is here under a reference that is none of ours: of no dossier, until an officer finds to which it belongs. */
export interface LooseMoney {
  readonly id: string;
  readonly version: number;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly transaction: string;
  readonly amount: number;
  readonly receivedAt: Temporal.Instant;
  readonly status: 'open' | 'allocated';
  /** To which it was allocated, when, by whom and why. */
  readonly orderId: string | null;
  readonly allocatedAt: Temporal.Instant | null;
  readonly allocatedBy: string | null;
  readonly note: string | null;
}

export const LOOSE_MONEY = rowTable<LooseMoney>('loose_money', {
  id: 'key',
  version: 'plain',
  method: 'fixed',
  reference: 'fixed',
  transaction: 'fixed',
  amount: 'fixed',
  receivedAt: 'fixed',
  status: 'plain',
  orderId: 'plain',
  allocatedAt: 'plain',
  allocatedBy: 'plain',
  note: 'plain',
});

/** What came under these references so far. */
export const looseMoneyOf = (queries: Queries, references: readonly string[]): Promise<LooseMoney[]> =>
  queries.query<LooseMoney>(
    sql`SELECT ${LOOSE_MONEY.columns()} FROM loose_money WHERE reference = ANY (${references}) ORDER BY id`,
  );

/** Where it lies, and, once it is allocated, that it lies there as a dossier's. */
export function looseMoneyPosting({ before, after }: RowChange<LooseMoney>): StoredPosting {
  const { id, amount, method, receivedAt, allocatedAt } = after;
  const place = method === 'transfer' ? ('bank' as const) : ('clearing' as const);
  const of = `unallocated/${id}` as const;
  const posting: Posting = before ? { debit: of, credit: place, amount } : { debit: place, credit: of, amount };
  const at = before ? allocatedAt! : receivedAt;
  return { source: id, why: before ? 'allocated' : 'loose', n: 0, dossierId: null, cashDayId: null, at, ...posting };
}

/** Writes it with its postings. */
export async function saveLooseMoney(queries: Queries, changes: readonly RowChange<LooseMoney>[]): Promise<void> {
  if (changes.length === 0) return;
  await LOOSE_MONEY.save(queries, changes);
  await savePostings(queries, changes.map(looseMoneyPosting));
}
