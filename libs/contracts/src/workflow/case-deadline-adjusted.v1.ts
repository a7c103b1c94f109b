import { AnyInstant, AnyText, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';
import { OpenDueDates } from '../shared/open-due-dates.js';

/** A due date moved, with its rule, reason, actor and time (R12). Key: dossierId. Producer: processing-workflow. */
export class CaseDeadlineAdjustedV1 {
  static readonly type = 'vn.motcua.case.deadline-adjusted.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  /** Number of the rule, such as `R8`. */
  @AnyText() readonly rule!: string;
  @AnyText() readonly reason!: string;
  @AnyInstant() readonly at!: string;
  /** Null where a rule moved it, not an officer. */
  @Nested(() => OfficerReference, { nullable: true }) readonly by!: OfficerReference | null;
  @Nested(() => OpenDueDates) readonly previous!: OpenDueDates;
  /** Null while paused. */
  @AnyInstant({ nullable: true }) readonly statutoryDueAt!: string | null;
  /** Null while paused. */
  @AnyInstant({ nullable: true }) readonly promisedDueAt!: string | null;
}
