import type { Localized } from '@motcua/kernel';
import { toInstant } from '../calendar/local-time.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { DeadlineStep } from './deadline-step.js';
import { minuteCounter } from './minutes.js';

/** The steps told so far. Times come in as local milliseconds, working time as milliseconds. */
export class StepList {
  readonly steps: DeadlineStep[] = [];
  private readonly minutes = minuteCounter();

  constructor(private readonly calendar: WorkingCalendar) {}

  add(
    rule: DeadlineStep['rule'],
    from: number | null,
    to: number | null,
    explanation: Localized,
    counted: { readonly working?: number | undefined; readonly discarded?: boolean } = {},
  ): void {
    this.steps.push({
      rule,
      from: this.instant(from),
      to: this.instant(to),
      ...(counted.working === undefined ? {} : { workingMinutes: this.minutes(counted.working) }),
      ...(counted.discarded ? { discarded: true } : {}),
      explanation,
    });
  }

  private instant(local: number | null): Temporal.Instant | null {
    return local === null ? null : toInstant(this.calendar, local);
  }
}
