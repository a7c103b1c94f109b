import { Amount, InstantText, Nested, Nullable, OneOf, Text, Uuid } from '../shared/fields.js';
import { FileReference } from '../shared/file-reference.js';
import { FEE_KINDS, type FeeKind } from '../shared/vocabulary.js';

/** A receipt was issued; fees and charges have receipts of their own. Key: dossierId. Producer: fee-payment. */
export class ReceiptIssuedV1 {
  static readonly type = 'vn.motcua.receipt.issued.v1';
  static readonly topic = 'motcua.payment';

  @Uuid() readonly dossierId!: string;
  @Text() readonly receiptNumber!: string;
  @OneOf(FEE_KINDS) readonly kind!: FeeKind;
  @Amount() readonly amount!: number;
  @InstantText() readonly issuedAt!: string;
  @Nullable() @Nested(() => FileReference) readonly file!: FileReference | null;
}
