import kafkajs, { type Kafka, type Producer } from 'kafkajs';
import type { EventPublisher } from '../wire/event-publisher.js';
import { MessagesRefused, type RefusedMessage } from '../wire/messages-refused.js';
import { OneAtATime } from '../wire/one-at-a-time.js';
import type { WireMessage } from '../wire/wire-message.js';
import { slicesBySize, toKafka } from './kafka-messages.js';
import { refusedForGood } from './refused-for-good.js';

const ALL_REPLICAS = -1;

const isOfKey = ({ topic, key }: WireMessage, other: WireMessage): boolean =>
  topic === other.topic && key === other.key;

/**
 * One send at a time, and a new producer after any that failed. kafkajs steps its sequence back after a failed send; if
 * the broker had taken that send after all, the next one would be answered as its duplicate and be lost.
 */
export class KafkaPublisher implements EventPublisher {
  private readonly queue = new OneAtATime();
  private producer: Producer | undefined;

  constructor(
    private readonly kafka: Kafka,
    /** Asked before each new producer; what it throws is what the send fails with. */
    private readonly admit: () => Promise<void> = () => Promise.resolve(),
  ) {}

  publish(messages: readonly WireMessage[]): Promise<void> {
    return this.queue.run(async () => {
      const refused: RefusedMessage[] = [];
      for (const slice of slicesBySize(messages)) {
        const rest = slice.filter((message) => !refused.some((one) => isOfKey(message, one.message)));
        if (rest.length > 0) refused.push(...(await this.sendOrSplit(rest)));
      }
      if (refused.length > 0) throw new MessagesRefused(refused);
    });
  }

  close(): Promise<void> {
    return this.queue.run(() => this.discard());
  }

  /** Sends messages that are refused together one by one: one of them is at fault. Answers those that are. */
  private async sendOrSplit(messages: readonly WireMessage[]): Promise<readonly RefusedMessage[]> {
    try {
      await this.send(messages);
      return [];
    } catch (error) {
      const reason = refusedForGood(error);
      if (reason === undefined) throw error;
      if (messages.length === 1) return [{ message: messages[0]!, reason }];
    }
    const refused: RefusedMessage[] = [];
    for (const message of messages)
      if (!refused.some((one) => isOfKey(message, one.message))) refused.push(...(await this.sendOrSplit([message])));
    return refused;
  }

  private async send(messages: readonly WireMessage[]): Promise<void> {
    try {
      const producer = (this.producer ??= await this.connected());
      await producer.sendBatch({ acks: ALL_REPLICAS, timeout: 10_000, topicMessages: toKafka(messages) });
    } catch (error) {
      await this.discard();
      throw error;
    }
  }

  private async connected(): Promise<Producer> {
    await this.admit();
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      // The key's partition is the one that every Kafka client would choose.
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      // Within one send kafkajs repeats the same sequence, which is safe; it insists on at least one repetition.
      retry: { retries: 1 },
    });
    try {
      await producer.connect();
    } catch (error) {
      await producer.disconnect().catch(() => undefined);
      throw error;
    }
    return producer;
  }

  private async discard(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }
}
