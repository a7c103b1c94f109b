import { AnyInstant, AnyText, AnyTextList, Uuid, Whole } from '@motcua/fields';

/**
 * A working day after the acceptance no cashier has recorded the receipt that was named there. Key: dossierId. Producer:
 * dossier-intake.
 */
export class DossierReceiptUnconfirmedV1 {
  static readonly type = 'vn.motcua.dossier.receipt-unconfirmed.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @AnyText() readonly receiptNumber!: string;
  /** What is owed, in đồng. */
  @Whole() readonly owed!: number;
  @AnyInstant() readonly acceptedAt!: string;
  /** Subjects of the officers to be told: cashiers and leaders of the receiving agency, and who named the receipt. */
  @AnyTextList() readonly tell!: readonly string[];
}
