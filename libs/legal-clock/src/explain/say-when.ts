import type { Localized } from '@motcua/kernel';

const WEEKDAYS_VI = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const;
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS_EN = [
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
] as const;

const two = (number: number): string => String(number).padStart(2, '0');

/** A local time as it is said: `16:20 thứ Sáu 21/08/2026`, `16:20 on Friday 21 August 2026`; seconds where there are. */
export function sayWhen(local: number): Localized {
  const time = sayTime(local);
  const date = sayDate(local);
  return { vi: `${time} ${date.vi}`, en: `${time} on ${date.en}` };
}

/** `thứ Sáu 21/08/2026`, `Friday 21 August 2026`. */
function sayDate(local: number): Localized {
  const at = new Date(local);
  const weekday = at.getUTCDay();
  const year = String(at.getUTCFullYear());
  return {
    vi: `${WEEKDAYS_VI[weekday] ?? ''} ${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${year}`,
    en: `${WEEKDAYS_EN[weekday] ?? ''} ${at.getUTCDate()} ${MONTHS_EN[at.getUTCMonth()] ?? ''} ${year}`,
  };
}

function sayTime(local: number): string {
  const at = new Date(local);
  const minutes = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  const milliseconds = at.getUTCMilliseconds();
  if (milliseconds > 0) return `${minutes}:${two(at.getUTCSeconds())}.${String(milliseconds).padStart(3, '0')}`;
  return at.getUTCSeconds() > 0 ? `${minutes}:${two(at.getUTCSeconds())}` : minutes;
}
