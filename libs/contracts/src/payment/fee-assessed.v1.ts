import { FeeLine } from '../shared/fee-line.js';
import { Amount, InstantText, ListOf, Uuid } from '../shared/fields.js';

/**
 * Payment knows what a dossier owes, from the lines of its submission (R16). Key: dossierId. Producer: fee-
 * payment.
 */
export class FeeAssessedV1 {
  static readonly type = 'vn.motcua.fee.assessed.v1';
  static readonly topic = 'motcua.payment';

  @Uuid() readonly dossierId!: string;
  @Amount() readonly total!: number;
  @ListOf(() => FeeLine) readonly lines!: readonly FeeLine[];
  @InstantText() readonly assessedAt!: string;
}
