import { type Language, withOffset } from '@motcua/kernel';
import { calculateDeadline, deadlineView, type WorkingCalendar } from '@motcua/legal-clock';
import { Flag, InstantText, JsonObject, ListOf, Nested, OneOf, Uuid } from '@motcua/platform';
import type { CaseState } from '@motcua/processing-domain';
import type { AdjustmentRow } from '../../persistence/adjustments.js';
import { AdjustmentView, adjustmentView } from './adjustment.view.js';
import { DeadlineStepView } from '../../views/deadline-step.view.js';
import { DueDatesView } from './due-dates.view.js';
import type { LatenessRow } from '../../persistence/lateness.js';
import { ExtensionView, extensionView } from './extension.view.js';
import { FurtherDeadlineView, furtherDeadlines } from './further-deadline.view.js';
import type { FurtherAdjustmentRow } from '../../persistence/further-adjustments.js';
import { LatenessView, latenessView } from './lateness.view.js';

/** When a case is due, and why (R12, promise 6). */
export class ExplainedDeadlineView {
  @Uuid() readonly dossierId!: string;
  @OneOf(['running', 'paused', 'ended']) readonly state!: string;
  @InstantText() readonly acceptedAt!: string;
  @InstantText({ description: 'When the term began to run (R3)' }) readonly startedAt!: string;
  @Nested(() => DueDatesView, { description: 'As the slip promised them' }) readonly original!: DueDatesView;
  @Nested(() => DueDatesView, { description: 'As they stand' }) readonly current!: DueDatesView;
  @Flag({ description: 'Past the current promised date, or ended after it' }) readonly overdue!: boolean;
  @Flag({ description: 'A year that the term touches has no published days off yet' }) readonly provisional!: boolean;
  @JsonObject({
    description:
      'term, reduction, supplementPolicy and calendar as they were frozen at acceptance (R14), and the revision of the calendar that counts now',
  })
  readonly basis!: object;
  @ListOf(() => AdjustmentView) readonly adjustments!: readonly AdjustmentView[];
  @ListOf(() => FurtherDeadlineView, { description: 'Of supplements (R9) and of open steps that have a term' })
  readonly furtherDeadlines!: readonly FurtherDeadlineView[];
  @Nested(() => ExtensionView) readonly extension!: ExtensionView;
  @ListOf(() => LatenessView, { description: 'When it was late, and with what' })
  readonly lateness!: readonly LatenessView[];
  @ListOf(() => DeadlineStepView, { description: 'Computation of the statutory date' })
  readonly steps!: readonly DeadlineStepView[];
}

interface Parts {
  readonly state: CaseState;
  readonly calendar: WorkingCalendar;
  readonly adjustments: readonly AdjustmentRow[];
  readonly further: readonly FurtherAdjustmentRow[];
  readonly lateness: readonly LatenessRow[];
  readonly language: Language;
  readonly now: Temporal.Instant;
}

export function explainedDeadlineView({
  state,
  calendar,
  adjustments,
  further,
  lateness,
  language,
  now,
}: Parts): ExplainedDeadlineView {
  const { terms, due, original, endedAt } = state;
  const { term, reduction, supplementPolicy } = terms;
  const deadline = calculateDeadline({
    calendar,
    acceptedAt: state.acceptedAt,
    term,
    reductionBasisPoints: reduction?.basisPoints ?? 0,
    supplementPolicy,
    supplements: state.supplements,
  });
  const { startedAt, provisional, steps } = deadlineView(deadline, calendar, language);
  const written = (instant: Temporal.Instant | null): string | null =>
    instant && withOffset(instant, calendar.timeZone);
  return {
    dossierId: state.dossierId,
    state: endedAt ? 'ended' : due.promised === null ? 'paused' : 'running',
    acceptedAt: withOffset(state.acceptedAt, calendar.timeZone),
    startedAt,
    original: { statutoryDueAt: written(original.statutory), promisedDueAt: written(original.promised) },
    current: { statutoryDueAt: written(due.statutory), promisedDueAt: written(due.promised) },
    overdue: due.promised !== null && Temporal.Instant.compare(due.promised, endedAt ?? now) < 0,
    provisional,
    basis: { term, reduction, supplementPolicy, calendar: terms.calendar, calendarRevisionNow: state.calendarRevision },
    adjustments: adjustments.map((row) => adjustmentView(row, written)),
    furtherDeadlines: furtherDeadlines(state, further),
    extension: extensionView(state, now),
    lateness: lateness.map(latenessView),
    steps,
  };
}
