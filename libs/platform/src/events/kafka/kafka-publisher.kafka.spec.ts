import { randomUUID } from 'node:crypto';
import { eventually, isProduceRequest, TcpProxy, testBrokers } from '@motcua/testing';
import { MessagesRefused } from '../wire/messages-refused.js';
import type { WireMessage } from '../wire/wire-message.js';
import { connectTransport, TestCluster, testConfig, testLogger } from './kafka.fixture.js';
import { kafkaClient } from './kafka-client.js';
import { fromKafka } from './kafka-messages.js';
import type { KafkaTransport } from './kafka-transport.js';

describe('publishing to Kafka', () => {
  let cluster: TestCluster;
  let proxy: TcpProxy;
  let topic: string;
  const transports: KafkaTransport[] = [];
  const connect = (): KafkaTransport => {
    const transport = connectTransport({ socketFactory: proxy.socketFactory });
    transports.push(transport);
    return transport;
  };
  const message = (key: string, value = '{}'): WireMessage => ({ topic, key, headers: { ce_id: key }, value });

  /** What lies on the topic, by partition, once there are so many messages. */
  const lying = async (count: number): Promise<WireMessage[][]> => {
    const consumer = kafkaClient(testConfig(), testLogger).consumer({ groupId: randomUUID(), maxWaitTimeInMs: 50 });
    const found: WireMessage[][] = [[], [], []];
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      eachMessage: ({ partition, message: one }) => {
        found[partition]?.push(fromKafka(topic, one));
        return Promise.resolve();
      },
    });
    await eventually(() => Promise.resolve(found.flat().length >= count));
    await consumer.disconnect();
    return found;
  };

  beforeAll(async () => {
    cluster = await TestCluster.connect();
  });
  beforeEach(async () => {
    proxy = await TcpProxy.to(testBrokers());
    topic = `publisher.${randomUUID()}`;
    await cluster.createTopics(3, topic);
  });
  afterEach(async () => {
    for (const transport of transports.splice(0)) await transport.close();
    await proxy.close();
    await cluster.admin.deleteTopics({ topics: [topic] });
  });
  afterAll(() => cluster.close());

  it('keeps each key on one partition, in the order in which its messages were published', async () => {
    const { publisher } = connect();
    const keys = Array.from({ length: 20 }, (_, n) => `k${n}`);
    const round = (n: number): WireMessage[] => keys.map((key) => message(key, JSON.stringify({ n, tên: 'Mẫu' })));
    await Promise.all([1, 2, 3].map((n) => publisher.publish(round(n))));
    const partitions = await lying(60);
    expect(partitions.filter((messages) => messages.length > 0).length).toBeGreaterThan(1);
    for (const key of keys) {
      const with_ = partitions.filter((messages) => messages.some((one) => one.key === key));
      expect(with_).toHaveLength(1);
      expect(with_[0]?.filter((one) => one.key === key)).toEqual(
        [1, 2, 3].map((n) => message(key, JSON.stringify({ n, tên: 'Mẫu' }))),
      );
    }
  });

  it('does not take a batch for a duplicate of one that the broker took without being able to say so', async () => {
    const { publisher } = connect();
    await publisher.publish([message('k', '{"n":0}')]);
    // kafkajs repeats a send once by itself.
    proxy.loseAnswers(2, isProduceRequest);
    await expect(publisher.publish([message('k', '{"n":1}')])).rejects.toThrow();
    expect(proxy.lostAnswers).toBe(2);
    await publisher.publish([message('k', '{"n":2}')]);
    const values = (await lying(3)).flat().map(({ value }) => value);
    expect(values).toEqual(['{"n":0}', '{"n":1}', '{"n":2}']);
  });

  it('refuses while the broker is away, and goes on when it is back', async () => {
    const transport = connect();
    // An answer serves for a second.
    const reachable = (): Promise<boolean> =>
      transport.check().then(
        () => true,
        () => false,
      );
    await transport.publisher.publish([message('k')]);
    await eventually(reachable);
    proxy.cut();
    await expect(transport.publisher.publish([message('k')])).rejects.toThrow();
    await eventually(async () => !(await reachable()));
    proxy.restore();
    await transport.publisher.publish([message('k')]);
    await eventually(reachable);
  });

  it('publishes more than the broker takes in one request', async () => {
    const { publisher } = connect();
    const large = JSON.stringify({ text: 'ế'.repeat(100_000) });
    await publisher.publish(Array.from({ length: 10 }, () => message('k', large)));
    expect((await lying(10)).flat()).toHaveLength(10);
  });

  it('makes no topic that nobody declared', async () => {
    const unknown = `unknown.${randomUUID()}`;
    await expect(connect().publisher.publish([{ ...message('k'), topic: unknown }])).rejects.toThrow();
    expect(await cluster.admin.listTopics()).not.toContain(unknown);
  });

  it('names what is too large for its topic, sends nothing behind it of its key, and everything else', async () => {
    const { publisher } = connect();
    const large = message('k2', JSON.stringify({ text: 'x'.repeat(1_100_000) }));
    const small = ['k1', 'k2', 'k3', 'k1'].map((key, n) => message(key, JSON.stringify({ n })));
    const sent = publisher.publish([small[0]!, large, ...small.slice(1)]);
    await expect(sent).rejects.toThrow(MessagesRefused);
    const { refused } = await sent.then(
      () => new MessagesRefused([]),
      (error: unknown) => error as MessagesRefused,
    );
    expect(refused.map(({ message: { key }, reason }) => [key, reason.split(':')[0]])).toEqual([
      ['k2', 'MESSAGE_TOO_LARGE'],
    ]);
    const arrived = (await lying(3)).flat();
    expect(arrived.map(({ key }) => key).sort()).toEqual(['k1', 'k1', 'k3']);
    await publisher.publish([message('k2')]);
    expect((await lying(4)).flat()).toHaveLength(4);
  });
});
