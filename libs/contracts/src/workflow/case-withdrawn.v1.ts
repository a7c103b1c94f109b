import { InstantText, Text, Uuid } from '../shared/fields.js';

/** The case agreed to the withdrawal and ended. Key: dossierId. Producer: processing-workflow. */
export class CaseWithdrawnV1 {
  static readonly type = 'vn.motcua.case.withdrawn.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @InstantText() readonly withdrawnAt!: string;
  @Text() readonly reason!: string;
}
