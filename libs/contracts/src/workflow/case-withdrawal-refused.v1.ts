import { AnyInstant, AnyText, Uuid } from '@motcua/fields';
/**
 * The case was too far, or over, when the applicant asked to withdraw. Key: dossierId. Producer: processing-
 * workflow.
 */
export class CaseWithdrawalRefusedV1 {
  static readonly type = 'vn.motcua.case.withdrawal-refused.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @AnyInstant() readonly at!: string;
  @AnyText() readonly reason!: string;
}
