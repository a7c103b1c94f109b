import type { Consumer, Kafka } from 'kafkajs';
import type { Subscription } from '../transport/event-transport.js';
import { BatchWork } from './batch-work.js';
import { PositionCommits } from '../transport/position-commits.js';
import { RedeliveryWindow } from '../transport/redelivery-window.js';
import type { KafkaConsumerOptions } from './kafka-consumer-options.js';

/** What was applied need not come again; but nobody waits long for a broker that is away. */
const LEAVE_MS = 2_000;

/**
 * One membership in the service's group, from joining to leaving. Resolves after `stopping`, when the events in work have
 * ended; rejects when the consumer has crashed.
 */
export async function beMember(
  kafka: Kafka,
  subscription: Subscription,
  topics: readonly string[],
  options: KafkaConsumerOptions,
  stopping: AbortSignal,
  joined: () => void,
): Promise<void> {
  const consumer = kafka.consumer({
    // The group is the service, without a suffix: its positions outlive any choice of ours.
    groupId: subscription.group,
    sessionTimeout: options.sessionMs,
    rebalanceTimeout: options.rebalanceMs,
    heartbeatInterval: options.heartbeatMs,
    maxWaitTimeInMs: options.fetchWaitMs,
    allowAutoTopicCreation: false,
    // A crashed consumer is replaced by a new one, here: kafkajs replaces it only after errors that it knows.
    retry: { restartOnFailure: () => Promise.resolve(false) },
  });
  const redelivery = new RedeliveryWindow(options.chunkSize);
  const positions = new PositionCommits(
    (reached) => consumer.commitOffsets([...reached].map(([part, offset]) => ({ ...partitionOf(part), offset }))),
    options.commitMs,
    subscription.logger,
  );
  const work = new BatchWork(subscription, redelivery, positions, options, stopping);
  const crashed = Promise.withResolvers<never>();
  consumer.on(consumer.events.CRASH, ({ payload }) => crashed.reject(payload.error));
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    positions.forget();
    redelivery.assigned(
      Object.entries(payload.memberAssignment).flatMap(([topic, partitions]) =>
        partitions.map((partition) => `${topic}/${partition}`),
      ),
    );
    joined();
  });
  const run = async (): Promise<never> => {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: options.parallelPartitions,
      eachBatch: (payload) => work.handle(payload),
    });
    return crashed.promise;
  };
  try {
    await Promise.race([run(), aborted(stopping)]);
  } finally {
    await work.idle();
    await positions.close(LEAVE_MS);
    await leave(consumer);
  }
}

function partitionOf(part: string): { topic: string; partition: number } {
  const at = part.lastIndexOf('/');
  return { topic: part.slice(0, at), partition: Number(part.slice(at + 1)) };
}

/** Waits for the batches in work. What the broker does not hear of us any more, it learns from our silence. */
const leave = (consumer: Consumer): Promise<void> => consumer.disconnect().catch(() => undefined);

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
