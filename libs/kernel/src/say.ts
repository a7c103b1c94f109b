import { VIETNAM } from './clock.js';
import type { Language } from './localized.js';

const two = (number: number): string => String(number).padStart(2, '0');
const grouped = (amount: number, mark: string): string => String(amount).replaceAll(/\B(?=(\d{3})+$)/g, mark);

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `08 giờ 10 phút, ngày 05 tháng 9 năm 2026`: office rules write a zero before days below 10 and months below 3. */
const momentInVietnamese = ({ hour, minute, day, month, year }: Temporal.ZonedDateTime): string =>
  `${two(hour)} giờ ${two(minute)} phút, ngày ${two(day)} tháng ${month < 3 ? two(month) : month} năm ${year}`;

const momentInEnglish = ({ hour, minute, day, month, year }: Temporal.ZonedDateTime): string =>
  `${two(hour)}:${two(minute)} on ${day} ${MONTHS[month - 1] ?? ''} ${year}`;

/** An instant in the time of Vietnam. */
export function sayMoment(instant: string, language: Language): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(VIETNAM);
  return language === 'vi' ? momentInVietnamese(local) : momentInEnglish(local);
}

/** A day without its time. @param day `2026-09-05` */
export function sayDay(day: string, language: Language): string {
  const { day: number, month, year } = Temporal.PlainDate.from(day);
  return language === 'vi'
    ? `ngày ${two(number)} tháng ${month < 3 ? two(month) : month} năm ${year}`
    : `${number} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** `115.000 đồng`, `115,000 dong`. */
export const sayAmount = (amount: number, language: Language): string =>
  language === 'vi' ? `${grouped(amount, '.')} đồng` : `${grouped(amount, ',')} dong`;
