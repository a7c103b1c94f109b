import { AnyInstant, AnyListOf, Count, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/** Of what the case asked for a part is there; it waits for the rest. Key: dossierId. Producer: processing-workflow. */
export class CaseSupplementPartGivenV1 {
  static readonly type = 'vn.motcua.case.supplement-part-given.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @Count() readonly number!: number;
  @AnyInstant() readonly givenAt!: string;
  /** Officers to be told: who has, or had, the case in hand. */
  @AnyListOf(() => OfficerReference) readonly tell!: readonly OfficerReference[];
}
