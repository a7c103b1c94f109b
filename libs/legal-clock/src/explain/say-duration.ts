import type { Localized } from '@motcua/kernel';
import { DAY, HOUR, MINUTE, SECOND } from '../durations.js';

const UNITS = [
  { size: HOUR, vi: 'giờ', en: 'hour' },
  { size: MINUTE, vi: 'phút', en: 'minute' },
] as const;

const SECONDS = { size: SECOND, vi: 'giây', en: 'second' } as const;

/** Working time in hours and minutes: `39 giờ 10 phút`, `39 hours 10 minutes`. Its hours are never days: whose days? */
export const sayWorkingTime = (milliseconds: number): Localized => say(milliseconds, UNITS);

/** Time on the calendar in days of 24 hours, hours and minutes. */
export const sayElapsed = (milliseconds: number): Localized =>
  say(milliseconds, [{ size: DAY, vi: 'ngày', en: 'day' }, ...UNITS]);

function say(milliseconds: number, units: readonly { size: number; vi: string; en: string }[]): Localized {
  const vi: string[] = [];
  const en: string[] = [];
  let rest = milliseconds;
  for (const unit of units) {
    const count = Math.floor(rest / unit.size);
    rest -= count * unit.size;
    if (count > 0) {
      vi.push(`${count} ${unit.vi}`);
      en.push(`${count} ${unit.en}${count === 1 ? '' : 's'}`);
    }
  }
  // Whatever is finer than a minute is said in seconds, with a decimal mark where there is one.
  if (rest > 0 || vi.length === 0) {
    const count = String(rest / SECONDS.size);
    vi.push(`${count.replace('.', ',')} ${SECONDS.vi}`);
    en.push(`${count} ${SECONDS.en}${count === '1' ? '' : 's'}`);
  }
  return { vi: vi.join(' '), en: en.join(' ') };
}
