/**
 * The legal clock's notion of "now". Decisions take the instant as an argument; only use cases ask a Clock, so that a
 * story or a spec can let days pass. Tokens, leases and retries use system time instead.
 */
export interface Clock {
  now(): Temporal.Instant;
}

/** Injection token of the {@link Clock}. */
export const CLOCK = Symbol('Clock');

/** Milliseconds are the finest unit that the product reads, writes and stores. */
export const systemClock: Clock = {
  now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
};

/** The earlier of two instants; the first of two equal ones. */
export const earlierOf = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) <= 0 ? a : b;

/** The later of two instants; the first of two equal ones. */
export const laterOf = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) >= 0 ? a : b;

export const VIETNAM = 'Asia/Ho_Chi_Minh';

const HOUR_MS = 3_600_000;
// Since 1976 at the latest Vietnam has been seven hours ahead, without a change: a list that writes hundreds of instants need not ask the
// time zone's rules for each.
const FIXED_FROM = Date.UTC(1976, 0, 1);
const FIXED_UNTIL = Date.UTC(9999, 11, 31);
const isFixed = (milliseconds: number): boolean => milliseconds >= FIXED_FROM && milliseconds < FIXED_UNTIL;

function vietnamese(milliseconds: number): string {
  const [time = '', fraction = ''] = new Date(milliseconds + 7 * HOUR_MS).toISOString().slice(0, -1).split('.');
  const digits = fraction.replace(/0+$/, '');
  return `${time}${digits === '' ? '' : `.${digits}`}+07:00`;
}

/** The day `YYYY-MM-DD` that an instant is in, in Vietnam. */
export function dayInVietnam(instant: Temporal.Instant): string {
  const { epochMilliseconds } = instant;
  return isFixed(epochMilliseconds)
    ? new Date(epochMilliseconds + 7 * HOUR_MS).toISOString().slice(0, 10)
    : instant.toZonedDateTimeISO(VIETNAM).toPlainDate().toString();
}

/** An instant as the API writes it: milliseconds at most, with the offset of the zone. */
export function withOffset(instant: Temporal.Instant, timeZone: string = VIETNAM): string {
  const rounded = instant.round('millisecond');
  const { epochMilliseconds } = rounded;
  if (timeZone === VIETNAM && isFixed(epochMilliseconds)) return vietnamese(epochMilliseconds);
  return rounded.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never' });
}
