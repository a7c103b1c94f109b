import type { Confirmation } from '@motcua/fee-domain';
import { type Queries, rowTable, sql } from '@motcua/platform';

export type ConfirmationSource = 'callback' | 'query' | 'cashier';

/** What the payer's side has said of a payment, once. */
export interface StoredConfirmation extends Confirmation {
  readonly id: string;
  readonly orderId: string | null;
  readonly source: ConfirmationSource;
  readonly acknowledged: boolean;
  /** The answer's bytes; null where it was learnt without being told (QUERY, the cashier). */
  readonly answer: string | null;
  readonly receivedAt: Temporal.Instant;
  /** It was a mistake of the counter: it counts no more, and whether its number may be used again. */
  readonly reversedAt: Temporal.Instant | null;
  readonly numberFree: boolean;
}

export const CONFIRMATIONS = rowTable<StoredConfirmation>('confirmation', {
  id: 'key',
  reference: 'fixed',
  orderId: 'fixed',
  source: 'fixed',
  success: 'fixed',
  amount: 'fixed',
  transaction: 'fixed',
  acknowledged: 'fixed',
  answer: 'plain',
  receivedAt: 'fixed',
  reversedAt: 'plain',
  numberFree: 'plain',
});

/** What was said of these references so far, in order. */
export const confirmationsOf = (queries: Queries, references: readonly string[]): Promise<StoredConfirmation[]> =>
  queries.query<StoredConfirmation>(
    sql`SELECT ${CONFIRMATIONS.columns()} FROM confirmation WHERE reference = ANY (${references}) ORDER BY id`,
  );
