import type { Fault } from '@motcua/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { WORKING_DAY } from '../durations.js';
import { addWorkingTime, settleInWorkingTime, startOfTerm } from '../working-time-api.js';

/** How long an applicant has for a supplement that is asked for now: the procedure's term, counted as a term is (R3, R9). @rule R9 */
export const deadlineOfSupplement = (
  calendar: WorkingCalendar,
  now: Temporal.Instant,
  workingDays: number,
): Temporal.Instant => addWorkingTime(calendar, startOfTerm(calendar, now), workingDays * WORKING_DAY);

interface Moving {
  readonly previous: Temporal.Instant;
  readonly wanted: Temporal.Instant;
  /** The procedure's term for supplements. */
  readonly workingDays: number;
  readonly now: Temporal.Instant;
}

const fault = (code: string, vi: string, en: string): Fault => ({ pointer: '/deadlineAt', code, detail: { vi, en } });

/**
 * What is wrong with a later deadline for a supplement: it gives time and takes none, ends in working time, and gives no more
 * than a request that is made today would. @rule R9
 */
export function faultsOfMovedDeadline(
  calendar: WorkingCalendar,
  { previous, wanted, workingDays, now }: Moving,
): Fault[] {
  const latest = deadlineOfSupplement(calendar, now, workingDays);
  return [
    ...(Temporal.Instant.compare(wanted, previous) > 0
      ? []
      : [
          fault(
            'NOT_LATER',
            'Thời hạn mới phải sau thời hạn đã ấn định.',
            'The new deadline must be later than the current one.',
          ),
        ]),
    ...(settleInWorkingTime(calendar, wanted).equals(wanted)
      ? []
      : [
          fault(
            'NOT_WORKING_TIME',
            'Thời hạn phải trong giờ làm việc của cơ quan.',
            'The deadline must lie in working time.',
          ),
        ]),
    ...(Temporal.Instant.compare(wanted, latest) <= 0
      ? []
      : [
          fault(
            'TOO_FAR',
            `Thời hạn mới không được quá ${workingDays} ngày làm việc kể từ bây giờ.`,
            `The new deadline may be at most ${workingDays} working days from now.`,
          ),
        ]),
  ];
}
