import { Inject, Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { decideRefund, type PaymentMethod } from '@motcua/fee-domain';
import { CLOCK, type Clock, Refusal } from '@motcua/kernel';
import { type Actor, assertReach, assertVersion, type Tx, type PlatformCode } from '@motcua/platform';
import { lockAccount } from '../persistence/accounts.js';
import { enterInLedger } from '../persistence/ledger.js';
import { REFUND_COLUMNS, type StoredRefund } from './stored-refund.js';

export interface DecideRefundCommand {
  readonly id: string;
  readonly version: number;
  readonly decision: 'refund' | 'keep';
  readonly amount?: number;
  readonly note: string;
  readonly actor: Actor;
}

const FIND = `SELECT ${REFUND_COLUMNS} FROM refund WHERE id = $1`;
const DECIDE = `
  UPDATE refund SET status = $2, refunded = $3, decided_at = $4, decided_by = $5, note = $6, version = version + 1
  WHERE id = $1 RETURNING ${REFUND_COLUMNS}`;
// Money goes back the way that it came.
const CAME = `
  SELECT order_id AS "orderId", reference, method FROM ledger_entry
  WHERE dossier_id = $1 AND kind <> 'refund' AND ($2::uuid IS NULL OR order_id = $2) ORDER BY id DESC LIMIT 1`;

/** The cashier decides by policy what becomes of a listed refund (R16). */
@Injectable()
export class DecideRefund {
  constructor(
    @Inject(Agencies) private readonly agencies: Agencies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, { id, version, decision, amount, note, actor }: DecideRefundCommand): Promise<StoredRefund> {
    const [seen] = await tx.query<StoredRefund>(FIND, [id]);
    if (!seen) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertReach(actor, 'payment.reconcile', { agencies: await this.agencies.withAncestors(seen.agencies, tx) });
    const account = (await lockAccount(tx, seen.dossierId))!;
    const [refund] = await tx.query<StoredRefund>(FIND, [id]);
    assertVersion(refund!.version, version);
    const { status, refunded } = decideRefund(refund!, decision, amount);
    const at = this.clock.now();
    if (refunded > 0) {
      const [came] = await tx.query<{ orderId: string; reference: string; method: PaymentMethod }>(CAME, [
        refund!.dossierId,
        refund!.orderId,
      ]);
      await enterInLedger(tx, { ...came!, account, kind: 'refund', amount: refunded, transaction: id, at });
    }
    const [decided] = await tx.query<StoredRefund>(DECIDE, [id, status, refunded, at, actor.subject, note]);
    const detail = { refundId: id, decision, refunded, listed: refund!.amount };
    tx.record({ aggregate: account.dossierId, at, actor: actor.subject, action: 'decide-refund', detail });
    return decided!;
  }
}
