import { AnyInstant, AnyText, Count, Uuid } from '@motcua/fields';
/** A completed supplement came when the case no longer awaited one. Key: dossierId. Producer: processing-workflow. */
export class CaseSupplementRejectedV1 {
  static readonly type = 'vn.motcua.case.supplement-rejected.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @Count() readonly number!: number;
  @AnyInstant() readonly at!: string;
  @AnyText() readonly reason!: string;
}
