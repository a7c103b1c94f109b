import { InstantText, Nested, Nullable, Text, Uuid } from '../shared/fields.js';
import { OfficerReference } from '../shared/officer-reference.js';
import { OpenDueDates } from '../shared/open-due-dates.js';

/** A due date moved, with its rule, reason, actor and time (R12). Key: dossierId. Producer: processing-workflow. */
export class CaseDeadlineAdjustedV1 {
  static readonly type = 'vn.motcua.case.deadline-adjusted.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  /** Number of the rule, such as `R8`. */
  @Text() readonly rule!: string;
  @Text() readonly reason!: string;
  @InstantText() readonly at!: string;
  /** Null where a rule moved it, not an officer. */
  @Nullable() @Nested(() => OfficerReference) readonly by!: OfficerReference | null;
  @Nested(() => OpenDueDates) readonly previous!: OpenDueDates;
  /** Null while paused. */
  @Nullable() @InstantText() readonly statutoryDueAt!: string | null;
  /** Null while paused. */
  @Nullable() @InstantText() readonly promisedDueAt!: string | null;
}
