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

export const VIETNAM = 'Asia/Ho_Chi_Minh';

/** An instant as the API writes it: milliseconds at most, with the offset of the zone. */
export const withOffset = (instant: Temporal.Instant, timeZone: string = VIETNAM): string => {
  const text = instant.round('millisecond').toZonedDateTimeISO(timeZone);
  return text.toString({ timeZoneName: 'never' });
};
