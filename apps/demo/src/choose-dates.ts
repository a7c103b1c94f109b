import { type WorkingCalendar, startOfTerm } from '@motcua/legal-clock';
import {
  NATIONAL_DAY,
  NATIONAL_DAY_DUE,
  quickDates,
  type DueByHand,
  type ScenarioDates,
} from './scenario/scenario-dates.js';
import { SCENARIO_PROCEDURE } from './demo-options.js';

type ThreeDays = readonly [Temporal.PlainDate, Temporal.PlainDate, Temporal.PlainDate];

/** The first three working days after the day of `now`. */
function nextWorkingDays(calendar: WorkingCalendar, now: Temporal.Instant): ThreeDays {
  const days: Temporal.PlainDate[] = [];
  for (let from = now; days.length < 3;) {
    const midnight = from.toZonedDateTimeISO(calendar.timeZone).toPlainDate().add({ days: 1 });
    const start = startOfTerm(calendar, midnight.toZonedDateTime(calendar.timeZone).toInstant());
    days.push(start.toZonedDateTimeISO(calendar.timeZone).toPlainDate());
    from = start;
  }
  return days as unknown as ThreeDays;
}

/** When the story happens: around National Day 2026 with an untouched clock and the seed's procedure, else within three days from now. */
export function chooseDates(
  procedure: string,
  calendar: WorkingCalendar,
  now: Temporal.Instant,
  fresh: boolean,
): { dates: ScenarioDates; dueByHand: DueByHand | null } {
  if (fresh && procedure === SCENARIO_PROCEDURE) return { dates: NATIONAL_DAY, dueByHand: NATIONAL_DAY_DUE };
  const from = fresh ? NATIONAL_DAY.submitted.subtract({ hours: 24 }) : now;
  return { dates: quickDates(nextWorkingDays(calendar, from)), dueByHand: null };
}
