import { Amount, AnyInstant, AnyListOf, Uuid } from '@motcua/fields';
import { FeeLine } from '../shared/fee-line.js';

/**
 * Payment knows what a dossier owes, from the lines of its submission (R16). Key: dossierId. Producer: fee-
 * payment.
 */
export class FeeAssessedV1 {
  static readonly type = 'vn.motcua.fee.assessed.v1';
  static readonly topic = 'motcua.payment';

  @Uuid() readonly dossierId!: string;
  @Amount() readonly total!: number;
  @AnyListOf(() => FeeLine) readonly lines!: readonly FeeLine[];
  @AnyInstant() readonly assessedAt!: string;
}
