import { AnyInstant, AnyListOf, AnyText, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';
/** The case agreed to the withdrawal and ended. Key: dossierId. Producer: processing-workflow. */
export class CaseWithdrawnV1 {
  static readonly type = 'vn.motcua.case.withdrawn.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @AnyInstant() readonly withdrawnAt!: string;
  @AnyText() readonly reason!: string;
  /** Officers to be told: who has, or had, the case in hand. */
  @AnyListOf(() => OfficerReference) readonly tell!: readonly OfficerReference[];
}
