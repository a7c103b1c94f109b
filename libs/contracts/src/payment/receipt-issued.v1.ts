import { Amount, AnyInstant, AnyText, Nested, OneOf, Uuid } from '@motcua/fields';
import { FileReference } from '../shared/file-reference.js';
import { FEE_KINDS, type FeeKind } from '../shared/vocabulary.js';

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
}
