import { AnyInstant, AnyText, Count, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/**
 * The case took a supplement request back, and goes on with due dates as if its clock had never paused (R8). Key: dossierId.
 * Producer: processing-workflow.
 */
export class CaseSupplementCancelledV1 {
  static readonly type = 'vn.motcua.case.supplement-cancelled.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @Count() readonly number!: number;
  @AnyInstant() readonly cancelledAt!: string;
  @AnyText() readonly reason!: string;
  @Nested(() => OfficerReference) readonly by!: OfficerReference;
  @AnyInstant() readonly statutoryDueAt!: string;
  @AnyInstant() readonly promisedDueAt!: string;
}
