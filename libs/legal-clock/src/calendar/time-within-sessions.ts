/**
 * The sessions of one day in milliseconds after midnight, ordered. Every decision of the legal clock is the same for two
 * sessions that touch and for the one that they make.
 */
export interface SessionsOfDay {
  readonly opens: readonly number[];
  readonly closes: readonly number[];
  /** Working time of the day. */
  readonly total: number;
}

export const sessionsOfDay = (sessions: readonly (readonly [open: number, close: number])[]): SessionsOfDay => ({
  opens: sessions.map(([open]) => open),
  closes: sessions.map(([, close]) => close),
  total: sessions.reduce((sum, [open, close]) => sum + close - open, 0),
});

export const NO_SESSIONS: SessionsOfDay = sessionsOfDay([]);

export const isDayOff = ({ opens }: SessionsOfDay): boolean => opens.length === 0;

/** The end of the last session of a day that has sessions. */
export const closeOf = (schedule: SessionsOfDay): number => schedule.closes.at(-1) as number;

/** Working time from midnight to a time of the day. */
export function workedUntil({ opens, closes }: SessionsOfDay, time: number): number {
  let worked = 0;
  for (let i = 0; i < opens.length; i++) {
    worked += Math.max(0, Math.min(time, closes[i] as number) - (opens[i] as number));
  }
  return worked;
}

/** The earliest time of the day at which `worked` (more than 0, at most the day's total) has been worked. */
export function timeWhenWorked({ opens, closes }: SessionsOfDay, worked: number): number {
  let rest = worked;
  for (let i = 0; i < opens.length; i++) {
    const open = opens[i] as number;
    const length = (closes[i] as number) - open;
    if (rest <= length) return open + rest;
    rest -= length;
  }
  throw new RangeError('more working time asked for than the day has');
}
