import { Count, InstantText, Text, Uuid } from '../shared/fields.js';

/** A completed supplement came when the case no longer awaited one. Key: dossierId. Producer: processing-workflow. */
export class CaseSupplementRejectedV1 {
  static readonly type = 'vn.motcua.case.supplement-rejected.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @Count() readonly number!: number;
  @InstantText() readonly at!: string;
  @Text() readonly reason!: string;
}
