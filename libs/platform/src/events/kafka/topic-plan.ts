import type { EventContract } from '../wire/envelope.js';
import type { TopicsConfig } from './topics.config.js';

export interface TopicPlan {
  readonly topic: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  /** Settings of the topic, by the broker's own names. */
  readonly settings: Readonly<Record<string, string>>;
}

const DAY_MS = 86_400_000;

// Each event carries the whole sealed contact, so the newest of a key is all that a new consumer needs; and what was erased
// must leave the broker for good within days, however quiet the topic is.
export const COMPACTED_TOPICS: ReadonlySet<string> = new Set(['motcua.applicant']);

/** The topics of the contracts, sorted by name. */
export function planTopics(
  contracts: Iterable<Pick<EventContract, 'topic' | 'snapshot'>>,
  { partitions, replicationFactor, retentionDays }: TopicsConfig,
  compactedTopics: ReadonlySet<string> = COMPACTED_TOPICS,
): TopicPlan[] {
  const byTopic = Map.groupBy(contracts, ({ topic }) => topic);
  return [...byTopic]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([topic, ofTopic]) => {
      const compacted = compactedTopics.has(topic);
      if (compacted && !ofTopic.every(({ snapshot }) => snapshot))
        throw new Error(`${topic} is compacted, so each of its events must be a snapshot`);
      return {
        topic,
        partitions,
        replicationFactor,
        settings: {
          ...(compacted
            ? {
                'cleanup.policy': 'compact',
                'max.compaction.lag.ms': String(DAY_MS),
                'min.cleanable.dirty.ratio': '0.1',
                'segment.ms': String(DAY_MS),
              }
            : { 'cleanup.policy': 'delete', 'retention.ms': String(retentionDays * DAY_MS) }),
          // Well above the largest event that a command may publish, whose blanks the database adds.
          'max.message.bytes': String(4 * 1024 * 1024),
          // Of three copies two must have an event before it counts as published: one broker may fail.
          'min.insync.replicas': String(Math.max(1, replicationFactor - 1)),
        },
      };
    });
}
