export type BreakKind = 'amountDiffers' | 'lateSuccess' | 'paidTwice' | 'unknownReference';

/** Where we and the payer's side differ; a person must look. Amounts in đồng, written as text. */
export interface Break {
  readonly kind: BreakKind;
  readonly ours: string | null;
  readonly theirs: string | null;
}
