import { AnyInstant, AnyText, Count, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/** The deadline of a supplement that the case awaits moved (R9, R12). Key: dossierId. Producer: processing-workflow. */
export class CaseSupplementDeadlineAdjustedV1 {
  static readonly type = 'vn.motcua.case.supplement-deadline-adjusted.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @Count() readonly number!: number;
  /** Number of the rule, such as `R5`. */
  @AnyText() readonly rule!: string;
  @AnyText() readonly reason!: string;
  @AnyInstant() readonly at!: string;
  @Nested(() => OfficerReference, { nullable: true }) readonly by!: OfficerReference | null;
  @AnyInstant() readonly previousDeadlineAt!: string;
  @AnyInstant() readonly deadlineAt!: string;
}
