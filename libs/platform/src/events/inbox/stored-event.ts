import type { ReceivedEvent } from '../wire/envelope.js';

/** An event as `jsonb` keeps it. */
export type StoredEvent = Omit<ReceivedEvent, 'time'> & { readonly time: string };

export const toStored = (event: ReceivedEvent): StoredEvent => ({ ...event, time: event.time.toString() });
export const fromStored = (event: StoredEvent): ReceivedEvent => ({
  ...event,
  time: Temporal.Instant.from(event.time),
});
