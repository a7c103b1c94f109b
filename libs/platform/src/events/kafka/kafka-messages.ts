import type { IHeaders, KafkaMessage, TopicMessages } from 'kafkajs';
import { MalformedMessage } from '../wire/malformed-message.js';
import type { WireMessage } from '../wire/wire-message.js';

/** By topic, in their order. */
export const toKafka = (messages: readonly WireMessage[]): TopicMessages[] =>
  [...Map.groupBy(messages, ({ topic }) => topic)].map(([topic, ofTopic]) => ({
    topic,
    messages: ofTopic.map(({ key, headers, value }) => ({ key, headers, value })),
  }));

/** @throws MalformedMessage when it has no key or no value */
export function fromKafka(topic: string, { key, value, headers = {} }: KafkaMessage): WireMessage {
  if (!key || !value) throw new MalformedMessage(`a message of ${topic} has no ${key ? 'value' : 'key'}`);
  return { topic, key: key.toString('utf8'), value: value.toString('utf8'), headers: textsOf(headers) };
}

// Of a header that comes several times the last one counts.
const textsOf = (headers: IHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const last = Array.isArray(value) ? value.at(-1) : value;
      return last === undefined ? [] : [[name, last.toString('utf8')]];
    }),
  );

/** Slices that a broker takes in one request: its limit (1 MB) is for each partition, so a slice stays well below it. */
export function* slicesBySize(messages: readonly WireMessage[], limit = 500_000): Generator<WireMessage[]> {
  let slice: WireMessage[] = [];
  let size = 0;
  for (const message of messages) {
    const bytes = sizeOf(message);
    if (slice.length > 0 && size + bytes > limit) {
      yield slice;
      slice = [];
      size = 0;
    }
    slice.push(message);
    size += bytes;
  }
  if (slice.length > 0) yield slice;
}

function sizeOf({ key, value, headers }: WireMessage): number {
  let size = Buffer.byteLength(value) + Buffer.byteLength(key);
  for (const name in headers) size += name.length + Buffer.byteLength(headers[name] ?? '');
  return size;
}
