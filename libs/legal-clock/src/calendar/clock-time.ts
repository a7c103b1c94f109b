import { HOUR, MINUTE, SECOND } from '../durations.js';

const CLOCK_TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** A wall time such as `07:00`, in milliseconds after midnight; undefined when malformed. `24:00` is no wall time. */
export function clockTime(text: unknown): number | undefined {
  const match = typeof text === 'string' ? CLOCK_TIME.exec(text) : null;
  if (!match) return undefined;
  const [, hours, minutes, seconds = '0'] = match;
  return Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
}
