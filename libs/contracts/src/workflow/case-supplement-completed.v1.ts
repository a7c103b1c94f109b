import { AnyInstant, Count, Uuid } from '@motcua/fields';
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
}
