import type { ReceivedEvent } from '../wire/envelope.js';
import { type Key, nameOf } from './inbox-position.js';

/** Events of one key, in the order in which they were delivered. At least one. */
export interface KeyBatch extends Key {
  readonly events: readonly ReceivedEvent[];
}

export const batchesByKey = (events: readonly ReceivedEvent[]): KeyBatch[] =>
  [...Map.groupBy(events, nameOf).values()].map((ofKey) => {
    const { topic, key } = ofKey[0]!;
    return { topic, key, events: ofKey };
  });

/** The batch without its first events; none when that leaves nothing. */
export const after = (batch: KeyBatch, count: number): KeyBatch[] =>
  count < batch.events.length ? [{ ...batch, events: batch.events.slice(count) }] : [];
