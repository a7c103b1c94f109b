import type { ReceivedEvent } from './envelope.js';
import { MalformedMessage } from './malformed-message.js';
import type { WireMessage } from './wire-message.js';

/** What an event tells beside its data. `headers` holds the remaining CloudEvents attributes, by their own names. */
interface EventAttributes {
  readonly event_id: string;
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly sequence: number;
  readonly headers: Readonly<Record<string, string | number | null>>;
}

export interface OutboxEvent extends EventAttributes {
  readonly time: Temporal.Instant;
  readonly data: object;
}

/** An event as the relay reads it: time and data are text already, and are not read only to be written again. */
export interface WrittenEvent extends EventAttributes {
  /** ISO 8601 with an offset. */
  readonly time: string;
  /** JSON of the data. */
  readonly value: string;
}

export const toWire = (event: OutboxEvent): WireMessage =>
  writtenToWire({ ...event, time: event.time.toString(), value: JSON.stringify(event.data) });

/** CloudEvents 1.0, binary mode: attributes are headers named `ce_…`, the value is the data alone. */
export function writtenToWire(event: WrittenEvent): WireMessage {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  for (const [name, value] of Object.entries(event.headers)) {
    if (value !== null) headers[`ce_${name}`] = String(value);
  }
  headers['ce_specversion'] = '1.0';
  headers['ce_id'] = event.event_id;
  headers['ce_type'] = event.type;
  headers['ce_subject'] = event.key;
  headers['ce_time'] = event.time;
  headers['ce_sequence'] = String(event.sequence);
  return { topic: event.topic, key: event.key, headers, value: event.value };
}

const OPTIONAL = ['traceparent', 'correlationid', 'causationid', 'historyaggregate', 'historyhead'] as const;

/** @throws MalformedMessage */
export function fromWire({ topic, key, headers, value }: WireMessage): ReceivedEvent {
  const required = (name: string): string => {
    const text = headers[`ce_${name}`];
    if (!text) throw new MalformedMessage(`no header ce_${name} on a message of ${topic}`);
    return text;
  };
  const whole = (name: string): number => {
    const number = Number(required(name));
    if (!Number.isSafeInteger(number) || number < 1)
      throw new MalformedMessage(`ce_${name} of a message of ${topic} is not a count`);
    return number;
  };
  const extensions = Object.fromEntries(
    OPTIONAL.flatMap((name) => (headers[`ce_${name}`] ? [[name, headers[`ce_${name}`]]] : [])),
  );
  return {
    topic,
    key,
    id: required('id'),
    source: required('source'),
    type: required('type'),
    subject: required('subject'),
    time: parsed(() => Temporal.Instant.from(required('time')), `ce_time of a message of ${topic}`),
    sequence: whole('sequence'),
    ...extensions,
    ...(headers['ce_historylength'] && { historylength: whole('historylength') }),
    data: parsed(() => objectIn(value), `the value of a message of ${topic}`),
  };
}

function parsed<T>(read: () => T, what: string): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof MalformedMessage) throw cause;
    throw new MalformedMessage(`${what} cannot be read`, { cause });
  }
}

function objectIn(json: string): object {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not a JSON object');
  return value;
}
