import { eventually, testBrokers } from '@motcua/testing';
import kafkajs, { type Admin } from 'kafkajs';
import { pino } from 'pino';
import { loadConfig } from '../../config/load-config.js';
import { createTopics } from './create-topics.js';
import { KafkaConfig } from './kafka.config.js';
import { kafkaClient } from './kafka-client.js';
import type { KafkaConsumerOptions } from './kafka-consumer-options.js';
import { KafkaTransport, type KafkaTransportOptions } from './kafka-transport.js';

export const testLogger = pino({ level: process.env['MOTCUA_TEST_LOG'] ?? 'silent' });

/** Quick enough for tests; a broker with its own settings takes a session of 6 s and no less. */
export const QUICK: Partial<KafkaConsumerOptions> = {
  sessionMs: 6_000,
  rebalanceMs: 1_000,
  heartbeatMs: 100,
  fetchWaitMs: 50,
  restart: { fromMs: 50, toMs: 500 },
};

export const testConfig = (): KafkaConfig => loadConfig(KafkaConfig, { MOTCUA_KAFKA_BROKERS: testBrokers() });

export const connectTransport = ({ consumer, ...options }: KafkaTransportOptions = {}): KafkaTransport =>
  new KafkaTransport(testConfig(), testLogger, { consumer: { ...QUICK, ...consumer }, ...options });

/** What an operator does to topics and groups, in a test. */
export class TestCluster {
  private constructor(readonly admin: Admin) {}

  static async connect(): Promise<TestCluster> {
    const admin = kafkaClient(testConfig(), testLogger).admin({ retry: { retries: 10 } });
    await admin.connect();
    return new TestCluster(admin);
  }

  async createTopics(partitions: number, ...topics: string[]): Promise<void> {
    const existing = new Set(await this.admin.listTopics());
    const missing = topics.filter((topic) => !existing.has(topic));
    await createTopics(
      this.admin,
      missing.map((topic) => ({ topic, numPartitions: partitions, replicationFactor: 1 })),
    );
  }

  /** Drops every message, as a broker does with what is too old. */
  async trim(...topics: string[]): Promise<void> {
    for (const topic of topics) {
      const ends = await this.admin.fetchTopicOffsets(topic);
      const partitions = ends
        .filter(({ low, high }) => low !== high)
        .map(({ partition, high }) => ({ partition, offset: high }));
      if (partitions.length > 0) await this.admin.deleteTopicRecords({ topic, partitions });
    }
  }

  /** Makes the groups new. A member that was left for dead must be gone first. */
  async forget(...groups: string[]): Promise<void> {
    await eventually(async () => {
      const known = new Set((await this.admin.listGroups()).groups.map(({ groupId }) => groupId));
      const old = groups.filter((group) => known.has(group));
      if (old.length === 0) return true;
      return this.admin.deleteGroups(old).then(
        () => true,
        (error: unknown) => {
          if (error instanceof kafkajs.KafkaJSDeleteGroupsError) return false;
          throw error;
        },
      );
    }, 30);
  }

  async close(): Promise<void> {
    await this.admin.disconnect();
  }
}
