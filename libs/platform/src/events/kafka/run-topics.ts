import { ALL_CONTRACTS } from '@motcua/contracts';
import { ConfigurationFaults, type Environment, loadConfigs } from '../../config/load-config.js';
import { createLogger } from '../../observability/logger.js';
import type { EventContract } from '../wire/envelope.js';
import { kafkaClient } from './kafka-client.js';
import { KafkaConfig } from './kafka.config.js';
import { planTopics } from './topic-plan.js';
import { TopicsConfig } from './topics.config.js';
import { correctSettings, createMissing, topicFaults } from './topics.js';

/**
 * `topics apply` makes the topics of every contract and corrects their settings; `topics check` changes nothing. Both
 * refuse what they find wrong, with what to do. Answers which cluster it is. @throws ConfigurationFaults
 */
export async function runTopics(
  apply: boolean,
  environment: Environment,
  contracts: readonly Pick<EventContract, 'topic' | 'snapshot'>[] = ALL_CONTRACTS,
  say: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
  compactedTopics?: ReadonlySet<string>,
): Promise<{ readonly clusterId: string }> {
  const [config, topics] = loadConfigs([KafkaConfig, TopicsConfig], environment) as [KafkaConfig, TopicsConfig];
  const logger = createLogger({ level: 'fatal', format: 'json', service: 'topics' });
  const admin = kafkaClient(config, logger).admin();
  const plan = planTopics(contracts, topics, compactedTopics);
  try {
    await admin.connect().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ConfigurationFaults([`MOTCUA_KAFKA_BROKERS ${config.brokers} cannot be reached: ${reason}`]);
    });
    if (apply) {
      for (const topic of await createMissing(admin, plan)) say(`Made ${topic}`);
      for (const topic of await correctSettings(admin, plan)) say(`Corrected the settings of ${topic}`);
    }
    const faults = await topicFaults(admin, plan);
    if (faults.length > 0) throw new ConfigurationFaults(faults);
    say(`${plan.length} topics are as declared`);
    return { clusterId: (await admin.describeCluster()).clusterId };
  } finally {
    await admin.disconnect();
  }
}
