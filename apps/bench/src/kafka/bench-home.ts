import { join } from 'node:path';
import { startPostgres } from '@motcua/backends/postgres';
import { openBroker } from '@motcua/backends/kafka';
import {
  bootstrapSchema,
  createTopics,
  Database,
  type EventLogger,
  KafkaConfig,
  loadConfig,
  migrate,
  roleOf,
} from '@motcua/platform';
import kafkajs, { type Kafka } from 'kafkajs';
import pg from 'pg';
import { BenchNoteV1 } from './bench-note.v1.js';

const PASSWORD = 'of-the-bench';
export const BARE_TOPIC = 'motcua.bench-bare';
const TOPICS = [BenchNoteV1.topic, BARE_TOPIC];
const PARTITIONS = 6;

/** Where a child process finds what this one has opened. */
export interface Addresses {
  readonly brokers: string;
  readonly reader: string;
}

/** A PostgreSQL and a broker of the bench's own, with one service that writes and one that reads. */
export interface BenchHome {
  readonly addresses: Addresses;
  readonly line: string;
  readonly admin: pg.Client;
  readonly kafka: Kafka;
  readonly config: KafkaConfig;
  writer(): Promise<Database>;
  /** Drops every message of both topics. */
  emptyTopics(): Promise<void>;
  close(): Promise<void>;
}

/** Tells what goes wrong: a figure of a run in which something failed means nothing. */
export const logger: EventLogger = {
  warn: (detail: unknown, text?: string) => console.error(text ?? detail, text === undefined ? '' : detail),
  error: (detail: unknown, text?: string) => console.error(text ?? detail, text === undefined ? '' : detail),
} as EventLogger;

export const bareClient = (brokers: string): Kafka =>
  new kafkajs.Kafka({ clientId: 'bare', brokers: brokers.split(','), logLevel: kafkajs.logLevel.ERROR });

export async function openHome(folder: string): Promise<BenchHome> {
  const postgres = await startPostgres({ folder: join(folder, 'postgres'), superuser: 'bench', password: PASSWORD });
  const broker = await openBroker();
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  for (const schema of ['writer', 'reader']) {
    await bootstrapSchema(postgres.url, { schema, role: roleOf(schema), password: PASSWORD });
    await migrate(postgres.url, schema, []);
  }
  await admin.query(`CREATE TABLE reader.effect (n int NOT NULL, key text NOT NULL, text text NOT NULL);
    GRANT INSERT, SELECT, TRUNCATE ON reader.effect TO ${roleOf('reader')}; ALTER TABLE reader.effect OWNER TO ${roleOf('reader')}_owner`);
  const kafka = bareClient(broker.brokers);
  const topics = kafka.admin();
  await topics.connect();
  await createTopics(
    topics,
    TOPICS.map((topic) => ({ topic, numPartitions: PARTITIONS, replicationFactor: 1 })),
  );
  const urlOf = (schema: string): string =>
    `postgres://${roleOf(schema)}:${PASSWORD}@127.0.0.1:${postgres.port}/postgres`;
  return {
    addresses: { brokers: broker.brokers, reader: urlOf('reader') },
    line: broker.line,
    admin,
    kafka,
    config: loadConfig(KafkaConfig, { MOTCUA_KAFKA_BROKERS: broker.brokers }),
    writer: async () => {
      const database = new Database({ url: urlOf('writer'), schema: 'writer', poolSize: 12 });
      await database.connect();
      return database;
    },
    emptyTopics: async () => {
      for (const topic of TOPICS) {
        const partitions = (await topics.fetchTopicOffsets(topic))
          .filter(({ low, high }) => low !== high)
          .map(({ partition, high }) => ({ partition, offset: high }));
        if (partitions.length > 0) await topics.deleteTopicRecords({ topic, partitions });
      }
    },
    close: async () => {
      await topics.disconnect();
      await admin.end();
      await broker.stop();
      await postgres.stop();
    },
  };
}
