import { Amount, AnyText, Uuid } from '@motcua/fields';

/** A receipt says how much of another was paid back, and why. */
export class ReceiptAdjustment {
  /** Number of the receipt that is for less now. */
  @AnyText() readonly receiptNumber!: string;
  /** As it stands on the paper. */
  @AnyText() readonly reason!: string;
  @Uuid() readonly refundId!: string;
  /** All that this refund paid back, đồng: it may be of several receipts. */
  @Amount() readonly refundAmount!: number;
}
