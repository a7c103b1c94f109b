import { Amount, AnyInstant, AnyText, Nested, OneOf, Uuid } from '@motcua/fields';
import { FileReference } from '../shared/file-reference.js';
import { FEE_KINDS, type FeeKind } from '../shared/vocabulary.js';
import { ReceiptAdjustment } from './receipt-adjustment.js';

/** A receipt was issued; fees and charges have receipts of their own. Key: dossierId. Producer: fee-payment. */
export class ReceiptIssuedV1 {
  static readonly type = 'vn.motcua.receipt.issued.v1';
  static readonly topic = 'motcua.payment';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly receiptNumber!: string;
  @OneOf(FEE_KINDS) readonly kind!: FeeKind;
  @Amount() readonly amount!: number;
  @AnyInstant() readonly issuedAt!: string;
  @Nested(() => FileReference, { nullable: true }) readonly file!: FileReference | null;
  /** Which receipt it adjusts down by its amount; null or absent: it is for money that came. */
  @Nested(() => ReceiptAdjustment, { nullable: true, optional: true }) readonly adjusts?: ReceiptAdjustment | null;
  /** Number of the receipt in whose place it stands and which is void by it; null or absent: it stands in no other's. */
  @AnyText({ nullable: true, optional: true }) readonly replaces?: string | null;
}
