import { describeTransport, type TransportHarness } from '@motcua/testing';
import { connectTransport, TestCluster } from './kafka.fixture.js';

const TOPICS = ['motcua.note', 'motcua.word'];

/** One partition for each topic, as the local log has: some sentences are about the order of a whole batch. */
const kafkaHarness = async (): Promise<TransportHarness> => {
  const cluster = await TestCluster.connect();
  const reset = async (): Promise<void> => {
    await cluster.forget('reader', 'archive');
    await cluster.trim(...TOPICS);
  };
  await cluster.createTopics(1, ...TOPICS);
  await reset();
  return {
    connect: () => Promise.resolve(connectTransport()),
    reset,
    stop: () => cluster.close(),
  };
};

describeTransport('Kafka', kafkaHarness);
