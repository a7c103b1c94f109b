import type { Admin, Kafka } from 'kafkajs';
import { OneAtATime } from '../wire/one-at-a-time.js';

/** So long an answer serves whoever asks the same: readiness is asked by anybody, and a broker that hangs takes seconds. */
const SHARED_MS = 1_000;

function behind(high: string, low: string, committed: string | undefined): number {
  // -1: the group has committed nothing here, so it begins at the first message that is still there.
  const from = committed === undefined || committed === '-1' ? BigInt(low) : BigInt(committed);
  return Math.max(0, Number(BigInt(high) - (from < BigInt(low) ? BigInt(low) : from)));
}

/** Asks the cluster how it is, over a connection of its own: one question at a time, and none twice within a second. */
export class KafkaProbe {
  private readonly queue = new OneAtATime();
  private readonly answers = new Map<string, Promise<unknown>>();
  private admin: Admin | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly sharedMs = SHARED_MS,
  ) {}

  async check(): Promise<void> {
    await this.shared('check', (admin) => admin.describeCluster());
  }

  /** Messages of each topic that the group has not committed; topics that do not exist are left out. */
  lag(group: string, topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.shared(JSON.stringify([group, topics]), async (admin) => {
      const existing = new Set(await admin.listTopics());
      const there = topics.filter((topic) => existing.has(topic));
      const positions = await admin.fetchOffsets({ groupId: group, topics: there });
      const lags = new Map<string, number>();
      for (const { topic, partitions } of positions) {
        const committed = new Map(partitions.map(({ partition, offset }) => [partition, offset]));
        const ends = await admin.fetchTopicOffsets(topic);
        lags.set(
          topic,
          ends.reduce((sum, { partition, high, low }) => sum + behind(high, low, committed.get(partition)), 0),
        );
      }
      return lags;
    });
  }

  close(): Promise<void> {
    return this.queue.run(() => this.discard());
  }

  /** The answer that is under way, or was given within the last second; a failure is one too. */
  private shared<Answer>(name: string, question: (admin: Admin) => Promise<Answer>): Promise<Answer> {
    const known = this.answers.get(name);
    if (known) return known as Promise<Answer>;
    const answer = this.ask(question);
    const forget = (): void => void setTimeout(() => this.answers.delete(name), this.sharedMs).unref();
    answer.then(forget, forget);
    this.answers.set(name, answer);
    return answer;
  }

  private ask<Answer>(question: (admin: Admin) => Promise<Answer>): Promise<Answer> {
    return this.queue.run(async () => {
      const admin = (this.admin ??= this.kafka.admin({ retry: { retries: 0 } }));
      try {
        await admin.connect();
        return await question(admin);
      } catch (error) {
        await this.discard();
        throw error;
      }
    });
  }

  private async discard(): Promise<void> {
    const { admin } = this;
    this.admin = undefined;
    await admin?.disconnect().catch(() => undefined);
  }
}
