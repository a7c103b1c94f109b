import kafkajs, { type Admin, type PartitionMetadata } from 'kafkajs';
import { createTopics } from './create-topics.js';
import type { TopicPlan } from './topic-plan.js';

/** Makes the topics that are missing, and answers their names. Existing ones are left as they are. */
export async function createMissing(admin: Admin, plan: readonly TopicPlan[]): Promise<string[]> {
  const existing = new Set(await admin.listTopics());
  const missing = plan.filter(({ topic }) => !existing.has(topic));
  if (missing.length === 0) return [];
  await createTopics(
    admin,
    missing.map(({ topic, partitions, replicationFactor, settings }) => ({
      topic,
      numPartitions: partitions,
      replicationFactor,
      configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
    })),
  );
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

/** Topics that are missing, or have too few partitions, each with what to do. */
export async function partitionFaults(admin: Admin, plan: readonly TopicPlan[]): Promise<string[]> {
  const actual = await partitionsOf(admin, plan);
  return plan.flatMap((one) => faultsOfPartitions(one, actual.get(one.topic)));
}

/** All that differs from the plan, each with what to do. */
export async function topicFaults(admin: Admin, plan: readonly TopicPlan[]): Promise<string[]> {
  const partitions = await partitionsOf(admin, plan);
  const actual = await settingsOf(
    admin,
    plan.filter(({ topic }) => partitions.has(topic)),
  );
  return plan.flatMap((one) => {
    const there = partitions.get(one.topic);
    const faults = faultsOfPartitions(one, there);
    if (!there) return faults;
    const copies = Math.min(...there.map(({ replicas }) => replicas.length));
    if (copies < one.replicationFactor)
      faults.push(
        `${one.topic} has ${copies} of ${one.replicationFactor} copies: add copies with kafka-reassign-partitions, or lower MOTCUA_KAFKA_REPLICATION`,
      );
    for (const [name, value, is] of differing(one, actual.get(one.topic)))
      faults.push(`${one.topic} has ${name}=${is}, not ${value}: run "topics apply"`);
    return faults;
  });
}

type Partitions = readonly PartitionMetadata[];

async function partitionsOf(admin: Admin, plan: readonly TopicPlan[]): Promise<Map<string, Partitions>> {
  const existing = new Set(await admin.listTopics());
  const there = plan.map(({ topic }) => topic).filter((topic) => existing.has(topic));
  if (there.length === 0) return new Map();
  const { topics } = await admin.fetchTopicMetadata({ topics: there });
  return new Map(topics.map(({ name, partitions }) => [name, partitions]));
}

function faultsOfPartitions(one: TopicPlan, there: Partitions | undefined): string[] {
  if (!there) return [`${one.topic} does not exist: run "topics apply"`];
  return there.length < one.partitions ? [tooFewPartitions(one, there.length)] : [];
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
