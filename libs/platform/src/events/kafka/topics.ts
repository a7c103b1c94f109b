import kafkajs, { type Admin } from 'kafkajs';
import type { TopicPlan } from './topic-plan.js';

/** Makes the topics that are missing, and answers their names. Existing ones are left as they are. */
export async function createMissing(admin: Admin, plan: readonly TopicPlan[]): Promise<string[]> {
  const existing = new Set(await admin.listTopics());
  const missing = plan.filter(({ topic }) => !existing.has(topic));
  if (missing.length === 0) return [];
  await admin.createTopics({
    waitForLeaders: true,
    topics: missing.map(({ topic, partitions, replicationFactor, settings }) => ({
      topic,
      numPartitions: partitions,
      replicationFactor,
      configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
    })),
  });
  return missing.map(({ topic }) => topic);
}

/** Sets the planned settings where an existing topic has others, and answers the names of those topics. */
export async function correctSettings(admin: Admin, plan: readonly TopicPlan[]): Promise<string[]> {
  const actual = await settingsOf(admin, plan);
  const wrong = plan.filter((one) => differing(one, actual.get(one.topic)).length > 0);
  if (wrong.length === 0) return [];
  await admin.alterConfigs({
    validateOnly: false,
    resources: wrong.map(({ topic, settings }) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name: topic,
      configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
    })),
  });
  return wrong.map(({ topic }) => topic);
}

/** What differs from the plan, each with what to do. */
export async function topicFaults(admin: Admin, plan: readonly TopicPlan[]): Promise<string[]> {
  const existing = new Set(await admin.listTopics());
  const there = plan.filter(({ topic }) => existing.has(topic));
  const { topics } =
    there.length > 0 ? await admin.fetchTopicMetadata({ topics: there.map(({ topic }) => topic) }) : { topics: [] };
  const partitionsOf = new Map(topics.map(({ name, partitions }) => [name, partitions]));
  const actual = await settingsOf(admin, there);
  return plan.flatMap((one) => {
    const partitions = partitionsOf.get(one.topic);
    if (!partitions) return [`${one.topic} does not exist: run "topics apply"`];
    const copies = Math.min(...partitions.map(({ replicas }) => replicas.length));
    return [
      ...(partitions.length < one.partitions ? [tooFewPartitions(one, partitions.length)] : []),
      ...(copies < one.replicationFactor
        ? [
            `${one.topic} has ${copies} of ${one.replicationFactor} copies: add copies with kafka-reassign-partitions, or lower MOTCUA_KAFKA_REPLICATION`,
          ]
        : []),
      ...differing(one, actual.get(one.topic)).map(
        ([name, value, is]) => `${one.topic} has ${name}=${is}, not ${value}: run "topics apply"`,
      ),
    ];
  });
}

// Adding partitions would send the next event of a key elsewhere than its earlier ones: they could overtake each other.
const tooFewPartitions = ({ topic, partitions }: TopicPlan, actual: number): string =>
  `${topic} has ${actual} partitions, not ${partitions}: set MOTCUA_KAFKA_PARTITIONS=${actual}; to have more, stop its ` +
  `producers, let every group read it to its end, add partitions with kafka-topics --alter, and start them again`;

const differing = ({ settings }: TopicPlan, actual: ReadonlyMap<string, string> | undefined) =>
  Object.entries(settings).flatMap(([name, value]) => {
    const is = actual?.get(name);
    return is === value ? [] : [[name, value, is ?? 'unknown'] as const];
  });

async function settingsOf(admin: Admin, plan: readonly TopicPlan[]): Promise<Map<string, Map<string, string>>> {
  if (plan.length === 0) return new Map();
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: plan.map(({ topic, settings }) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name: topic,
      configNames: Object.keys(settings),
    })),
  });
  return new Map(
    resources.map(({ resourceName, configEntries }) => [
      resourceName,
      new Map(configEntries.map(({ configName, configValue }) => [configName, configValue])),
    ]),
  );
}
