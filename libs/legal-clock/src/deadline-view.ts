import type { Language } from '@motcua/kernel';
import { withOffset } from '@motcua/kernel';
import type { Deadline } from './calculate-deadline.js';
import type { WorkingCalendar } from './calendar/working-calendar.js';
import type { DeadlineStep } from './explain/deadline-step.js';

/** A deadline as the API answers it: instants with the calendar's offset, sentences in one language. */
export interface DeadlineView {
  readonly state: 'running' | 'paused';
  readonly startedAt: string;
  readonly statutoryDueAt: string | null;
  readonly promisedDueAt: string | null;
  readonly provisional: boolean;
  readonly steps: readonly DeadlineStepView[];
}

export interface DeadlineStepView {
  readonly rule: DeadlineStep['rule'];
  readonly from: string | null;
  readonly to: string | null;
  readonly workingMinutes?: number;
  readonly discarded?: true;
  readonly explanation: string;
}

export function deadlineView(deadline: Deadline, calendar: WorkingCalendar, language: Language): DeadlineView {
  const written = <T extends Temporal.Instant | null>(instant: T): string | (T & null) =>
    (instant === null ? null : withOffset(instant, calendar.timeZone)) as string | (T & null);
  return {
    state: deadline.state,
    startedAt: written(deadline.startedAt),
    statutoryDueAt: written(deadline.statutoryDueAt),
    promisedDueAt: written(deadline.promisedDueAt),
    provisional: deadline.provisional,
    steps: deadline.steps.map(({ rule, from, to, explanation, ...counted }) => ({
      rule,
      from: written(from),
      to: written(to),
      ...counted,
      explanation: explanation[language],
    })),
  };
}
