import { type Dong, VIETNAM } from '@motcua/kernel';

const two = (number: number): string => String(number).padStart(2, '0');

const local = (instant: Temporal.Instant): Temporal.ZonedDateTime => instant.toZonedDateTimeISO(VIETNAM);

/** `ngày 05 tháng 9 năm 2026`: office rules write a zero before days below 10 and months below 3. */
export function sayDay(instant: Temporal.Instant): string {
  const { day, month, year } = local(instant);
  return `ngày ${two(day)} tháng ${month < 3 ? two(month) : month} năm ${year}`;
}

/** `08 giờ 10 phút, ngày 25 tháng 11 năm 2026`. */
export function sayMoment(instant: Temporal.Instant): string {
  const { hour, minute } = local(instant);
  return `${two(hour)} giờ ${two(minute)} phút, ${sayDay(instant)}`;
}

/** `25/11/2026`, for tables. */
export function shortDay(instant: Temporal.Instant): string {
  const { day, month, year } = local(instant);
  return `${two(day)}/${two(month)}/${year}`;
}

/** `08:10 25/11/2026`, for tables. */
export function shortMoment(instant: Temporal.Instant): string {
  const { hour, minute } = local(instant);
  return `${two(hour)}:${two(minute)} ${shortDay(instant)}`;
}

/** `25/11/2026 08:10:05 +07:00`, as signatures say it. */
export function isoMoment(instant: Temporal.Instant): string {
  const { hour, minute, second, offset } = local(instant);
  return `${shortDay(instant)} ${two(hour)}:${two(minute)}:${two(second)} ${offset}`;
}

/** As a letter addresses who applied: `Ông/Bà Nguyễn Thị Mẫu`, and an organisation by its name. */
export const sayAddressee = ({ kind, fullName }: { readonly kind: string; readonly fullName: string }): string =>
  kind === 'citizen' ? `Ông/Bà ${fullName}` : fullName;

/** `115.000`, for a column whose heading says that it is đồng. */
export const groupedAmount = (amount: Dong): string => String(amount).replaceAll(/\B(?=(\d{3})+$)/g, '.');

/** `115.000 đồng`. */
export const sayAmount = (amount: Dong): string => `${groupedAmount(amount)} đồng`;

/** The last paragraph of a letter or decision ends with `./.` (Decree 30/2020, Appendix I). */
export const endOfText = (paragraphs: readonly string[]): string[] =>
  paragraphs.map((text, n) =>
    n < paragraphs.length - 1 || text.trimEnd().endsWith('./.')
      ? text
      : `${text.trimEnd().replace(/(?<![.])\.$/u, '')}./.`,
  );

/** What an officer wrote, as the end of a sentence: with its full stop. */
export const sentence = (text: string): string => (/[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);
