import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { fromWire } from '../wire/cloud-event-headers.js';
import type { ReceivedEvent } from '../wire/envelope.js';
import type { Subscription } from '../transport/event-transport.js';
import { MalformedMessage } from '../wire/malformed-message.js';
import type { PositionCommits } from '../transport/position-commits.js';
import type { RedeliveryWindow } from '../transport/redelivery-window.js';
import type { KafkaConsumerOptions } from './kafka-consumer-options.js';
import { fromKafka } from './kafka-messages.js';

type Options = Pick<KafkaConsumerOptions, 'chunkSize' | 'heartbeatMs'>;

/** The group is divided anew, and its coordinator still takes what its members have done. */
const isRebalance = (reason: unknown): boolean =>
  (reason as { type?: unknown } | undefined)?.type === 'REBALANCE_IN_PROGRESS';

const partOf = ({ batch: { topic, partition } }: EachBatchPayload): string => `${topic}/${partition}`;

/** Works through what one member of the group fetched: chunk by chunk, each to be committed when it is durably applied. */
export class BatchWork {
  /** Aborted when the group no longer takes us for a member: what we hold may be another's by now. */
  private membership = new AbortController();
  private running = 0;
  private ended = Promise.resolve<unknown>(undefined);

  constructor(
    private readonly subscription: Subscription,
    private readonly redelivery: RedeliveryWindow,
    private readonly positions: PositionCommits,
    private readonly options: Options,
    private readonly stopping: AbortSignal,
  ) {}

  /** Rejects with what kafkajs must know: that the group is divided anew, or that the broker is away. */
  handle(payload: EachBatchPayload): Promise<void> {
    const work = this.work(payload);
    this.ended = Promise.allSettled([this.ended, work]);
    return work;
  }

  /** Resolves when no batch is in work any more. */
  async idle(): Promise<void> {
    await this.ended;
  }

  private async work(payload: EachBatchPayload): Promise<void> {
    this.running += 1;
    try {
      for (const chunk of this.chunksOf(payload.batch.messages)) {
        if (!payload.isRunning() || payload.isStale() || this.stopping.aborted) return;
        this.membership.signal.throwIfAborted();
        if (!(await this.apply(payload, chunk))) return;
        await this.settle(payload, chunk.at(-1)!);
      }
    } finally {
      this.running -= 1;
      // kafkajs joins again, or fetches again, only when every batch has ended.
      if (this.running === 0) {
        if (isRebalance(this.membership.signal.reason)) await this.positions.flush();
        this.membership = new AbortController();
      }
    }
  }

  /** True when every event of the chunk is durably applied or held. */
  private async apply(payload: EachBatchPayload, chunk: readonly KafkaMessage[]): Promise<boolean> {
    const { topic, highWatermark } = payload.batch;
    const membership = this.membership;
    const recordAttempts = this.redelivery.includes(partOf(payload), BigInt(chunk[0]!.offset), BigInt(highWatermark));
    // Also while a handler takes its time, or the database is away: the group must not take us for dead.
    const beat = setInterval(() => {
      payload.heartbeat().catch((error: unknown) => membership.abort(error));
    }, this.options.heartbeatMs);
    try {
      const signal = AbortSignal.any([this.stopping, membership.signal]);
      const fresh = await this.subscription.processor.process(this.eventsOf(topic, chunk), { signal, recordAttempts });
      this.redelivery.dealtWith(partOf(payload), fresh);
      return true;
    } catch (error) {
      membership.signal.throwIfAborted();
      if (this.stopping.aborted) return false;
      throw error;
    } finally {
      clearInterval(beat);
    }
  }

  private async settle(payload: EachBatchPayload, last: KafkaMessage): Promise<void> {
    payload.resolveOffset(last.offset);
    this.positions.reached(partOf(payload), String(BigInt(last.offset) + 1n));
    await payload.heartbeat();
  }

  private *chunksOf(messages: readonly KafkaMessage[]): Generator<readonly KafkaMessage[]> {
    const { chunkSize } = this.options;
    for (let at = 0; at < messages.length; at += chunkSize) yield messages.slice(at, at + chunkSize);
  }

  /** What others may have written to the topic is skipped: it stays on the broker. */
  private eventsOf(topic: string, messages: readonly KafkaMessage[]): ReceivedEvent[] {
    return messages.flatMap((message) => {
      try {
        return [fromWire(fromKafka(topic, message))];
      } catch (error) {
        if (!(error instanceof MalformedMessage)) throw error;
        this.subscription.logger.error({ err: error, topic, offset: message.offset }, 'not an event; skipped');
        return [];
      }
    });
  }
}
