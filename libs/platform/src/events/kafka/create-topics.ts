import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, ITopicConfig } from 'kafkajs';

const LOOK_AGAIN_MS = 100;
const PATIENCE_MS = 60_000;

/**
 * Makes topics, and resolves when every partition of theirs has a leader and so can be written to. kafkajs' own waiting
 * gives up where a broker does not know a topic at once, or a leader does not know yet that it is one.
 * @throws where a partition has no leader for a minute
 */
export async function createTopics(admin: Admin, topics: ITopicConfig[]): Promise<void> {
  if (topics.length === 0) return;
  await admin.createTopics({ waitForLeaders: false, topics });
  const names = topics.map(({ topic }) => topic);
  for (const since = performance.now(); !(await haveLeaders(admin, names)); await pause(LOOK_AGAIN_MS))
    if (performance.now() - since > PATIENCE_MS) throw new Error(`no leader for a minute: ${names.join(', ')}`);
}

/** Offsets are the leader's own to tell: it answers only when it knows that it is the leader. */
async function haveLeaders(admin: Admin, names: readonly string[]): Promise<boolean> {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [...names] });
    if (!topics.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0))) return false;
    await Promise.all(names.map((name) => admin.fetchTopicOffsets(name)));
    return topics.length === names.length;
  } catch {
    return false;
  }
}
