import { type Fault, Refusal, laterOf } from '@motcua/kernel';
import { addWorkingTime, settleInWorkingTime, startOfTerm, type WorkingCalendar } from '@motcua/legal-clock';
import type { CaseState } from '../cases/case-state.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';

/** What binds a date that an officer promises: the competent agency's calendar, and how far beyond the law it may lie. */
export interface DateLimits {
  readonly calendar: WorkingCalendar;
  readonly mostWorkingDaysBeyondLaw: number;
}

const WORKING_DAY = 8 * 3_600_000;

const fault = (code: string, vi: string, en: string): Fault => ({ pointer: '/newDueAt', code, detail: { vi, en } });

const NOT_LATER = fault(
  'NOT_LATER',
  'Ngày hẹn mới phải sau ngày đã hẹn và sau thời điểm hiện tại.',
  'The new date must be later than the current one, and than now.',
);
const NOT_WORKING_TIME = fault(
  'NOT_WORKING_TIME',
  'Thời điểm hẹn phải trong giờ làm việc của cơ quan có thẩm quyền.',
  "The new date must lie in the competent agency's working time.",
);
const tooFar = (days: number): Fault =>
  fault(
    'TOO_FAR',
    `Ngày hẹn mới không được quá ${days} ngày làm việc kể từ thời hạn theo quy định, hoặc từ hôm nay nếu đã quá hạn.`,
    `The new date may be at most ${days} working days after the statutory one, or after today if that has passed.`,
  );

/**
 * A date that an officer promises is later than the one before, lies in working time, and not far beyond the law's.
 * @rule R4 R13
 * @throws Refusal CASE.EXTENSION_INVALID with `nearest`, the next instant of working time, and `latest`
 */
export function assertNewDate(
  { due }: CaseState,
  newDueAt: Temporal.Instant,
  { calendar, mostWorkingDaysBeyondLaw: days }: DateLimits,
  now: Temporal.Instant,
): void {
  const { statutory, promised } = due;
  const nearest = settleInWorkingTime(calendar, newDueAt);
  const from = startOfTerm(calendar, laterOf(statutory ?? now, now));
  const latest = addWorkingTime(calendar, from, days * WORKING_DAY);
  const faults = [
    ...(Temporal.Instant.compare(newDueAt, laterOf(promised ?? now, now)) > 0 ? [] : [NOT_LATER]),
    ...(nearest.equals(newDueAt) ? [] : [NOT_WORKING_TIME]),
    ...(Temporal.Instant.compare(newDueAt, latest) > 0 ? [tooFar(days)] : []),
  ];
  if (faults.length === 0) return;
  const evidence = { nearest: nearest.toString(), latest: latest.toString() };
  throw new Refusal<ProcessingRefusalCode>('CASE.EXTENSION_INVALID', evidence, faults);
}
