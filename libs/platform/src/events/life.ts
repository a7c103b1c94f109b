import type { ReceivedEvent } from './envelope.js';
import { type Key, nameOf } from './inbox-position.js';

/** Events of one key, in the order in which they were delivered. At least one. */
export interface Life extends Key {
  readonly events: readonly ReceivedEvent[];
}

export const livesOf = (events: readonly ReceivedEvent[]): Life[] =>
  [...Map.groupBy(events, nameOf).values()].map((ofKey) => {
    const { topic, key } = ofKey[0]!;
    return { topic, key, events: ofKey };
  });

/** The life without its first events; none when that leaves nothing. */
export const after = (life: Life, count: number): Life[] =>
  count < life.events.length ? [{ ...life, events: life.events.slice(count) }] : [];
