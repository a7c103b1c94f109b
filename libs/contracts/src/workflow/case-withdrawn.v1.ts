import { AnyInstant, AnyText, Uuid } from '@motcua/fields';
/** The case agreed to the withdrawal and ended. Key: dossierId. Producer: processing-workflow. */
export class CaseWithdrawnV1 {
  static readonly type = 'vn.motcua.case.withdrawn.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @AnyInstant() readonly withdrawnAt!: string;
  @AnyText() readonly reason!: string;
}
