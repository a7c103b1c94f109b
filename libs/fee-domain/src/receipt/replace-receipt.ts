import { type Dong, Refusal } from '@motcua/kernel';
import type { FeeRefusalCode } from '../refusal-codes.js';

interface Replaceable {
  readonly voidedAt: Temporal.Instant | null;
  /** What was given back of it. */
  readonly refunded: Dong;
  /** The receipt that it adjusts; null: it is none that adjusts another. */
  readonly adjusts: string | null;
}

/**
 * Another receipt of the same amount may stand in the place of one that says something wrong. No money moves by that: a wrong
 * amount is undone as a mistake of the counter, and what was given back in part stays on the receipt that says so. Refused with
 * `PAYMENT.RECEIPT_NOT_REPLACEABLE`.
 */
export function assertReplaceable({ voidedAt, refunded, adjusts }: Replaceable): void {
  const because =
    adjusts !== null ? 'adjustsAnother' : voidedAt !== null ? 'void' : refunded > 0 ? 'partlyGivenBack' : null;
  if (because !== null) throw new Refusal<FeeRefusalCode>('PAYMENT.RECEIPT_NOT_REPLACEABLE', { because });
}
