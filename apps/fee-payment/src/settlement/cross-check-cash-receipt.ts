import { Injectable } from '@nestjs/common';
import { checkCashReceipt } from '@motcua/fee-domain';
import type { Tx } from '@motcua/platform';
import type { StoredAccount } from '../persistence/accounts.js';
import { findBreak, resolveBreak } from '../persistence/breaks.js';

const WRITTEN = `SELECT cash_receipt AS number FROM payment_order WHERE dossier_id = $1 AND cash_receipt IS NOT NULL ORDER BY id`;

/**
 * The receipt that the accepting officer named against those that the cashier wrote. Nobody waited for the other, so
 * either may be known first: until the cashier's comes, the cashier sees an open break, and others are not told.
 */
@Injectable()
export class CrossCheckCashReceipt {
  async execute(tx: Tx, account: StoredAccount, at: Temporal.Instant): Promise<void> {
    const { dossierId, namedCashReceipt: named } = account;
    if (named === null) return;
    const written = (await tx.query<{ number: string }>(WRITTEN, [dossierId])).map(({ number }) => number);
    const check = checkCashReceipt(named, written);
    const missing = `cashReceiptMissing:${dossierId}`;
    const found = {
      kind: 'cashReceiptMismatch',
      account,
      orderId: null,
      reference: account.code,
      theirs: named,
      foundAt: at,
    } as const;
    if (check === 'notRecordedYet') {
      return findBreak(tx, {
        ...found,
        identity: missing,
        ours: null,
        detail: 'no cash receipt is recorded yet',
        publish: false,
      });
    }
    await resolveBreak(
      tx,
      missing,
      at,
      'system:cross-check-cash-receipt',
      check === 'agrees' ? 'recorded' : 'another receipt was recorded',
    );
    if (check === 'differs') {
      await findBreak(tx, {
        ...found,
        identity: `cashReceiptMismatch:${dossierId}:${written.join()}`,
        ours: written.join(', '),
      });
    }
  }
}
