import type { Kafka } from 'kafkajs';
import { delayAfter, pause } from '../wire/backoff.js';
import { EventStrategy } from '../transport/event-strategy.js';
import type { Subscription } from '../transport/event-transport.js';
import { beMember } from './group-member.js';
import type { KafkaConsumerOptions } from './kafka-consumer-options.js';

/** Delivers the service's topics to its handlers, at least once, as a member of the group that bears its name. */
export class KafkaStrategy extends EventStrategy {
  private readonly stopping = new AbortController();
  private supervision: Promise<void> = Promise.resolve();

  constructor(
    private readonly kafka: Kafka,
    private readonly subscription: Subscription,
    private readonly options: KafkaConsumerOptions,
    /** Asked before each membership. */
    private readonly admit: () => Promise<void> = () => Promise.resolve(),
  ) {
    super(subscription.processor, subscription.contracts);
  }

  /** Does not wait for the broker: a service starts, and takes requests, while Kafka is away. */
  protected begin(topics: readonly string[]): Promise<void> {
    if (topics.length > 0) this.supervision = this.supervise(topics);
    return Promise.resolve();
  }

  /** Waits for the events in work; the rest is delivered after the next start. */
  override async close(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.supervision, this.processor.stop()]);
  }

  /** A consumer that has crashed, for whatever reason, is replaced: otherwise the service would silently stop to react. */
  private async supervise(topics: readonly string[]): Promise<void> {
    const { signal } = this.stopping;
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await this.admit();
        await beMember(this.kafka, this.subscription, topics, this.options, signal, () => (failures = 0));
      } catch (error) {
        const delayMs = delayAfter(failures, this.options.restart);
        this.subscription.logger.warn({ err: error, delayMs }, 'the Kafka consumer has crashed; starting a new one');
        await pause(delayMs, signal).catch(() => undefined);
      }
    }
  }
}
