import { Count, InstantText, Nested, Nullable, Text, Uuid } from '../shared/fields.js';
import { OfficerReference } from '../shared/officer-reference.js';

/** The deadline of a supplement that the case awaits moved (R9, R12). Key: dossierId. Producer: processing-workflow. */
export class CaseSupplementDeadlineAdjustedV1 {
  static readonly type = 'vn.motcua.case.supplement-deadline-adjusted.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @Count() readonly number!: number;
  /** Number of the rule, such as `R5`. */
  @Text() readonly rule!: string;
  @Text() readonly reason!: string;
  @InstantText() readonly at!: string;
  @Nullable() @Nested(() => OfficerReference) readonly by!: OfficerReference | null;
  @InstantText() readonly previousDeadlineAt!: string;
  @InstantText() readonly deadlineAt!: string;
}
