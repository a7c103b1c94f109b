import type { Kafka } from 'kafkajs';
import type { EventLogger } from '../wire/event-logger.js';
import type { EventPublisher } from '../wire/event-publisher.js';
import type { EventStrategy } from '../transport/event-strategy.js';
import type { EventTransport, Subscription } from '../transport/event-transport.js';
import { ClusterAdmission } from './cluster-admission.js';
import type { ClusterMemory } from './cluster-memory.js';
import { kafkaClient, type KafkaClientOptions } from './kafka-client.js';
import type { KafkaConfig } from './kafka.config.js';
import { KAFKA_CONSUMER_DEFAULTS, type KafkaConsumerOptions } from './kafka-consumer-options.js';
import { KafkaProbe } from './kafka-probe.js';
import { KafkaPublisher } from './kafka-publisher.js';
import { KafkaStrategy } from './kafka-strategy.js';
import type { TopicPlan } from './topic-plan.js';

export type KafkaTransportOptions = KafkaClientOptions & { readonly consumer?: Partial<KafkaConsumerOptions> };

/** The transport of the distributed shape: Apache Kafka between services that each run as processes of their own. */
export class KafkaTransport implements EventTransport {
  readonly publisher: EventPublisher;
  // Other processes of the same service may be there at any time.
  readonly alone = false;
  private readonly kafka: Kafka;
  private readonly sending: KafkaPublisher;
  private readonly probe: KafkaProbe;
  private readonly consumer: KafkaConsumerOptions;
  private admission: ClusterAdmission | undefined;

  constructor(
    private readonly config: KafkaConfig,
    logger: EventLogger,
    { consumer, ...client }: KafkaTransportOptions = {},
  ) {
    this.kafka = kafkaClient(config, logger, client);
    this.publisher = this.sending = new KafkaPublisher(this.kafka, () => this.admit());
    this.probe = new KafkaProbe(this.kafka);
    this.consumer = { ...KAFKA_CONSUMER_DEFAULTS, ...heartbeatsOf(config), ...consumer };
  }

  /** From now on nothing is sent or received unless the cluster is the one that is remembered, with the planned topics. */
  guard(memory: ClusterMemory, plan: readonly TopicPlan[]): void {
    this.admission = new ClusterAdmission(this.kafka, memory, plan, this.config.clusterId);
  }

  /** @throws ConfigurationFaults when the cluster is the wrong one; another error when it cannot be reached */
  async admit(): Promise<void> {
    await this.admission?.admit();
  }

  subscribe(subscription: Subscription): EventStrategy {
    return new KafkaStrategy(this.kafka, subscription, this.consumer, () => this.admit());
  }

  lag(group: string, topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.probe.lag(group, topics);
  }

  async check(): Promise<void> {
    this.admission?.throwIfRefused();
    await this.probe.check();
  }

  async close(): Promise<void> {
    await Promise.all([this.sending.close(), this.probe.close()]);
  }
}

const heartbeatsOf = ({ sessionMs }: KafkaConfig): Pick<KafkaConsumerOptions, 'sessionMs' | 'heartbeatMs'> => ({
  sessionMs,
  heartbeatMs: Math.max(100, Math.round(sessionMs / 10)),
});
