import type { Term } from '@motcua/legal-clock';

const UNITS = { wd: 'workingDay', wh: 'workingHour', d: 'calendarDay', m: 'month' } as const;

/** Reads `3wd`, `16wh`, `10d`, `1m` or `sameday`. Limits are the legal clock's to judge. */
export function readTerm(text: string): Term {
  if (text.toLowerCase() === 'sameday') return { unit: 'sameDay' };
  const match = /^(\d{1,9})(wd|wh|d|m)$/i.exec(text);
  const unit = match?.[2] ? UNITS[match[2].toLowerCase() as keyof typeof UNITS] : undefined;
  if (!match || !unit) throw new NotationError('--term', text, '3wd, 16wh, 10d, 1m, sameday');
  return { amount: Number(match[1]), unit };
}

/** Reads `20%` or `12.5%` as basis points, exactly. */
export function readReduction(text: string): number {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%$/.exec(text);
  if (!match) throw new NotationError('--reduction', text, '20%, 12.5%');
  const [, whole = '', hundredths = ''] = match;
  return Number(whole) * 100 + Number(hundredths.padEnd(2, '0'));
}

const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?$/;

/** A wall time is given the offset of the calendar's zone; anything else is left to the legal clock. */
export function withZone(text: string, timeZone: string): string {
  const time = text.replace(' ', 'T');
  if (!WALL_TIME.test(time)) return time;
  try {
    const zoned = Temporal.PlainDateTime.from(time).toZonedDateTime(timeZone);
    return zoned.toString({ timeZoneName: 'never' });
  } catch {
    // There is no such date: with any offset, that is what the legal clock will say of it.
    return `${time}Z`;
  }
}

/** Reads `FROM/TO`, or `FROM/` and `FROM` for a supplement that is still awaited. */
export function readSupplement(
  text: string,
  timeZone: string,
): { readonly requestedAt: string; readonly completedAt: string | null } {
  const [from = '', to = '', ...rest] = text.split('/');
  if (from === '' || rest.length > 0) {
    throw new NotationError('--supplement', text, '2026-08-24T09:00/2026-08-25T10:30, 2026-08-24T09:00/');
  }
  return { requestedAt: withZone(from, timeZone), completedAt: to === '' ? null : withZone(to, timeZone) };
}

/** An option that cannot be read, with what it could be. */
export class NotationError extends Error {
  constructor(
    readonly option: string,
    readonly given: string,
    readonly examples: string,
  ) {
    super(`${option} ${given}`);
  }
}
