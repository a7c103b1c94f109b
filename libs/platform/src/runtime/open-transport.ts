import { ALL_CONTRACTS } from '@motcua/contracts';
import type { ConfigClass, Environment } from '../config/load-config.js';
import type { Database } from '../database/database.js';
import type { EventLogger } from '../events/wire/event-logger.js';
import type { EventTransport } from '../events/transport/event-transport.js';
import { clusterMemory } from '../events/kafka/cluster-memory.js';
import { KafkaConfig } from '../events/kafka/kafka.config.js';
import { KafkaTransport } from '../events/kafka/kafka-transport.js';
import { planTopics } from '../events/kafka/topic-plan.js';
import { TopicsConfig } from '../events/kafka/topics.config.js';
import { LocalTransport } from '../events/local/local-transport.js';
import type { AloneConfig } from './alone.config.js';

/** The transport's own settings, so that their faults are named along with all others. */
export const transportConfigs = (environment: Environment): ConfigClass[] =>
  environment['MOTCUA_TRANSPORT'] === 'kafka' ? [KafkaConfig, TopicsConfig] : [];

/** A transport that a service alone was told to use. */
export interface OpenTransport {
  readonly transport: EventTransport;
  /**
   * Looks whether it is the one that the service knows, and from now on before each use.
   * @throws ConfigurationFaults when it is not; another error when it cannot be reached
   */
  readonly meet: (database: Database) => Promise<void>;
}

/** Explicit: nothing falls back to another transport. */
export function openTransport(alone: AloneConfig, configs: readonly object[], logger: EventLogger): OpenTransport {
  if (alone.transport === 'postgres')
    return { transport: new LocalTransport(alone.transportUrl!, logger), meet: () => Promise.resolve() };
  const kafka = configs.find((config) => config instanceof KafkaConfig)!;
  const topics = configs.find((config) => config instanceof TopicsConfig)!;
  const transport = new KafkaTransport(kafka, logger);
  return {
    transport,
    meet: async (database) => {
      transport.guard(clusterMemory(database), planTopics(ALL_CONTRACTS, topics));
      await transport.admit();
    },
  };
}
