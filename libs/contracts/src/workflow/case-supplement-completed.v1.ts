import { AnyInstant, AnyListOf, Count, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';
import { TakenAsEnough } from '../shared/taken-as-enough.js';

/**
 * The case took the completed supplement and goes on, with new due dates (R8). Key: dossierId. Producer:
 * processing-workflow.
 */
export class CaseSupplementCompletedV1 {
  static readonly type = 'vn.motcua.case.supplement-completed.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @Count() readonly number!: number;
  @AnyInstant() readonly completedAt!: string;
  @AnyInstant() readonly statutoryDueAt!: string;
  @AnyInstant() readonly promisedDueAt!: string;
  /** Officers to be told: who has, or had, the case in hand. */
  @AnyListOf(() => OfficerReference) readonly tell!: readonly OfficerReference[];
  /** Where an officer took less than all of it. */
  @Nested(() => TakenAsEnough, { optional: true }) readonly takenAsEnough?: TakenAsEnough;
}
