import { type RefundReason, RefundListedV1 } from '@motcua/contracts';
import { newId, withOffset } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';

export interface NewRefund {
  readonly account: { readonly dossierId: string; readonly agencies: readonly string[] };
  readonly orderId: string | null;
  readonly amount: number;
  readonly reason: RefundReason;
  readonly listedAt: Temporal.Instant;
}

const LIST = `
  INSERT INTO refund (id, version, dossier_id, order_id, amount, reason, status, listed_at, agencies)
  VALUES ($1, 1, $2, $3, $4, $5, 'listed', $6, $7)`;

/** Lists a refund for the cashier to decide (R16). */
export async function listRefund(tx: Tx, { account, orderId, amount, reason, listedAt }: NewRefund): Promise<void> {
  const { dossierId, agencies } = account;
  await tx.query(LIST, [newId(), dossierId, orderId, amount, reason, listedAt, agencies]);
  tx.publish({
    contract: RefundListedV1,
    key: dossierId,
    time: listedAt,
    data: { dossierId, amount, reason, listedAt: withOffset(listedAt) },
  });
}
