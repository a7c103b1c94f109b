import { randomUUID } from 'node:crypto';
import type { EventContracts } from '../wire/event-contracts.js';
import type { BatchOptions, EventProcessor } from '../inbox/event-processor.js';
import type { EventHandlers } from '../inbox/event-handlers.js';
import type { ReceivedEvent } from '../wire/envelope.js';
import type { WireMessage } from '../wire/wire-message.js';
import { toWire } from '../wire/cloud-event-headers.js';
import { testLogger } from './kafka.fixture.js';
import type { KafkaStrategy } from './kafka-strategy.js';
import type { KafkaTransport } from './kafka-transport.js';

export const noteMessage = (topic: string, key: string, sequence: number): WireMessage =>
  toWire({
    event_id: randomUUID(),
    topic,
    key,
    type: 'vn.motcua.note.written.v1',
    sequence,
    time: Temporal.Instant.from('2026-11-25T01:10:00Z'),
    headers: { source: '/motcua/writer' },
    data: { line: 'x' },
  });

/** What stands where the service's inbox does: it tells what a transport delivered, and acts as the test wants. */
export class Delivered {
  /** Each chunk, as `key/sequence`, when it began. */
  readonly begun: string[][] = [];
  readonly done: string[] = [];
  readonly recorded: boolean[] = [];
  act: (events: readonly string[], signal: AbortSignal) => Promise<void> = () => Promise.resolve();

  get processor(): EventProcessor {
    const processor = {
      start: (_: EventHandlers) => undefined,
      stop: () => Promise.resolve(),
      process: (events: readonly ReceivedEvent[], options: BatchOptions) => this.process(events, options),
    };
    return processor as EventProcessor;
  }

  private async process(events: readonly ReceivedEvent[], { signal, recordAttempts }: BatchOptions): Promise<number> {
    const names = events.map(({ key, sequence }) => `${key}/${sequence}`);
    this.begun.push(names);
    this.recorded.push(recordAttempts);
    await this.act(names, signal);
    this.done.push(...names);
    return names.length;
  }
}

/** Begins to deliver a topic to `delivered`, as a member of a group. */
export async function follow(
  transport: KafkaTransport,
  group: string,
  topic: string,
  delivered: Delivered,
): Promise<KafkaStrategy> {
  const contracts = { find: () => undefined, topicsOf: () => [topic] } as unknown as EventContracts;
  const strategy = transport.subscribe({ group, processor: delivered.processor, contracts, logger: testLogger });
  await new Promise((resolve) => strategy.listen(resolve));
  return strategy as KafkaStrategy;
}
