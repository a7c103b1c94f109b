import { type AwayHarness, describeBrokerAway, describeTransport, TcpProxy, testBrokers } from '@motcua/testing';
import { connectTransport, TestCluster } from './kafka.fixture.js';

const TOPICS = ['motcua.note', 'motcua.word'];

/** One partition for each topic, as the local log has: some sentences are about the order of a whole batch. */
async function kafkaHarness(): Promise<AwayHarness> {
  const [cluster, proxy] = await Promise.all([TestCluster.connect(), TcpProxy.to(testBrokers())]);
  const reset = async (): Promise<void> => {
    await cluster.forget('reader', 'archive');
    await cluster.trim(...TOPICS);
  };
  await cluster.createTopics(1, ...TOPICS);
  await reset();
  return {
    connect: () => Promise.resolve(connectTransport({ socketFactory: proxy.socketFactory })),
    trim: () => cluster.trim(...TOPICS),
    reset,
    cut: () => proxy.cut(),
    restore: () => proxy.restore(),
    stop: async () => {
      await proxy.close();
      await cluster.close();
    },
  };
}

// In one file, one after the other: they share topics and groups.
describeTransport('Kafka', kafkaHarness);
describeBrokerAway('Kafka', kafkaHarness);
