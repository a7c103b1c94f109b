import type { Confirmation } from '@motcua/fee-domain';
import { newId } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';

export interface StoredConfirmation extends Confirmation {
  readonly id: string;
  readonly acknowledged: boolean;
  /** The answer's bytes; null where it was learnt without being told (QUERY, the cashier). */
  readonly answer: string | null;
}

export type ConfirmationSource = 'callback' | 'query' | 'cashier';

const OF_REFERENCE = `
  SELECT id, reference, success, amount, transaction, acknowledged, answer FROM confirmation WHERE reference = $1 ORDER BY id`;
const SAVE = `
  INSERT INTO confirmation (id, reference, order_id, source, success, amount, transaction, acknowledged, received_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const ANSWER = `UPDATE confirmation SET answer = $2 WHERE id = $1`;

/** What was said of a reference so far, in order. */
export const confirmationsOf = (tx: Tx, reference: string): Promise<StoredConfirmation[]> =>
  tx.query<StoredConfirmation>(OF_REFERENCE, [reference]);

export async function saveConfirmation(
  tx: Tx,
  confirmation: Confirmation,
  how: {
    readonly orderId: string | null;
    readonly source: ConfirmationSource;
    readonly acknowledged: boolean;
    readonly at: Temporal.Instant;
  },
): Promise<StoredConfirmation> {
  const { reference, success, amount, transaction } = confirmation;
  const id = newId();
  await tx.query(SAVE, [
    id,
    reference,
    how.orderId,
    how.source,
    success,
    amount,
    transaction,
    how.acknowledged,
    how.at,
  ]);
  return { ...confirmation, id, acknowledged: how.acknowledged, answer: null };
}

export const saveAnswerTo = async (tx: Tx, id: string, answer: string): Promise<void> => {
  await tx.query(ANSWER, [id, answer]);
};
