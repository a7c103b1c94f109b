import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually, TcpProxy, testBrokers } from '@motcua/testing';
import { Delivered, follow, noteMessage } from './follow-notes.fixture.js';
import type { KafkaConsumerOptions } from './kafka-consumer-options.js';
import { connectTransport, QUICK, TestCluster } from './kafka.fixture.js';
import type { KafkaTransport } from './kafka-transport.js';

const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

describe('following Kafka', () => {
  let cluster: TestCluster;
  let proxy: TcpProxy;
  let topic: string;
  let group: string;
  const closing: (() => Promise<void>)[] = [];

  const connect = (consumer: Partial<KafkaConsumerOptions> = {}): KafkaTransport => {
    const transport = connectTransport({ socketFactory: proxy.socketFactory, consumer });
    closing.push(() => transport.close());
    return transport;
  };
  const member = async (consumer: Partial<KafkaConsumerOptions> = {}) => {
    const delivered = new Delivered();
    const strategy = await follow(connect(consumer), group, topic, delivered);
    closing.unshift(() => strategy.close());
    return { delivered, strategy };
  };
  const send = (...notes: [key: string, sequence: number][]): Promise<void> =>
    connect().publisher.publish(notes.map(([key, sequence]) => noteMessage(topic, key, sequence)));
  const committed = async (): Promise<number> => {
    const [{ partitions } = { partitions: [] }] = await cluster.admin.fetchOffsets({ groupId: group, topics: [topic] });
    return partitions.reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
  };
  const members = async (): Promise<number> =>
    (await cluster.admin.describeGroups([group])).groups[0]?.members.length ?? 0;

  beforeAll(async () => {
    cluster = await TestCluster.connect();
  });
  beforeEach(async () => {
    proxy = await TcpProxy.to(testBrokers());
    topic = `strategy.${randomUUID()}`;
    group = `reader.${randomUUID()}`;
    await cluster.createTopics(3, topic);
  });
  afterEach(async () => {
    proxy.restore();
    for (const close of closing.splice(0)) await close();
    await proxy.close();
    await cluster.forget(group);
    await cluster.admin.deleteTopics({ topics: [topic] });
  });
  afterAll(() => cluster.close());

  it('commits a chunk only when all of it is durably applied, in the group that bears the name of the service', async () => {
    const { delivered } = await member({ chunkSize: 2 });
    const gate = Promise.withResolvers<undefined>();
    // A test that fails must not hang the run.
    closing.unshift(() => Promise.resolve(gate.resolve(undefined)));
    delivered.act = (events) => (events.includes('k/3') ? gate.promise : Promise.resolve(undefined));
    await send(['k', 1], ['k', 2], ['k', 3], ['k', 4]);
    await eventually(() => Promise.resolve(delivered.begun.some((events) => events.includes('k/3'))));
    await eventually(async () => (await committed()) === 2);
    gate.resolve(undefined);
    await eventually(async () => (await committed()) === 4);
    expect(delivered.begun).toEqual([
      ['k/1', 'k/2'],
      ['k/3', 'k/4'],
    ]);
  });

  it('gives up what it has in work when the group is divided anew, and delivers it again', async () => {
    const first = await member();
    let givenUp = 0;
    // The first time it would go on for ever, as while the database is away.
    first.delivered.act = (_, signal) =>
      givenUp > 0
        ? Promise.resolve()
        : new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              givenUp += 1;
              reject(signal.reason as Error);
            });
          });
    await send(['k', 1]);
    await eventually(() => Promise.resolve(first.delivered.begun.length === 1));
    const second = await member();
    await eventually(() => Promise.resolve(givenUp === 1));
    await eventually(async () => (await committed()) === 1);
    // Nobody was thrown out: both are members, and one of them has done it.
    expect(await members()).toBe(2);
    expect([...first.delivered.done, ...second.delivered.done]).toEqual(['k/1']);
  });

  it('delivers everything at least once, and each key in order, while members come and go', async () => {
    const keys = upTo(9).map((n) => `k${n}`);
    const delivered: Delivered[] = [];
    const slow = async () => {
      const one = await member({ chunkSize: 5 });
      one.delivered.act = () => pause(10);
      delivered.push(one.delivered);
      return one.strategy;
    };
    const first = await slow();
    for (const n of upTo(20)) await send(...keys.map((key): [string, number] => [key, n]));
    await eventually(() => Promise.resolve(delivered.some(({ done }) => done.length > 0)));
    await slow();
    await eventually(async () => (await members()) === 2);
    await first.close();
    await eventually(async () => (await committed()) === 180, 20);
    const done = new Set(delivered.flatMap((one) => one.done));
    expect(done.size).toBe(180);
    for (const { begun } of delivered)
      for (const key of keys)
        for (const chunk of begun) {
          const ofKey = chunk.filter((name) => name.startsWith(`${key}/`)).map((name) => Number(name.split('/')[1]));
          expect(ofKey).toEqual([...ofKey].sort((a, b) => a - b));
        }
  });

  it('is not taken for dead while a handler, or the database, takes longer than the session', async () => {
    const { delivered } = await member();
    delivered.act = () => pause(8_000);
    await send(['k', 1]);
    await eventually(async () => (await committed()) === 1, 15);
    // Delivered once: the group was not divided anew meanwhile.
    expect(delivered.begun).toEqual([['k/1']]);
    expect(QUICK.sessionMs).toBeLessThan(8_000);
  });

  it('starts a new consumer when one has crashed, and skips nothing', async () => {
    const { delivered } = await member();
    let failures = 0;
    delivered.act = () => {
      // For kafkajs a TypeError is final: its own consumer would stop here for ever.
      if ((failures += 1) <= 2) throw new TypeError('x is not a function');
      return Promise.resolve();
    };
    await send(['k', 1]);
    await eventually(() => Promise.resolve(delivered.done.includes('k/1')));
    expect(delivered.begun).toEqual([['k/1'], ['k/1'], ['k/1']]);
    await eventually(async () => (await committed()) === 1);
  });

  it('goes on by itself after the broker was away', async () => {
    const { delivered } = await member();
    await send(['k', 1]);
    await eventually(() => Promise.resolve(delivered.done.includes('k/1')));
    proxy.cut();
    await pause(4_000);
    proxy.restore();
    await send(['k', 2]);
    await eventually(() => Promise.resolve(delivered.done.includes('k/2')), 20);
  });

  it('starts while the broker is away, and stops while it is away', async () => {
    proxy.cut();
    const waiting = await member();
    proxy.restore();
    await send(['k', 1]);
    await eventually(() => Promise.resolve(waiting.delivered.done.includes('k/1')), 20);
    proxy.cut();
    await waiting.strategy.close();
  });

  it('handles with care what may have been in work when another process died, and only that', async () => {
    await send(['k', 1], ['k', 2], ['k', 3]);
    const { delivered } = await member({ chunkSize: 2 });
    await eventually(() => Promise.resolve(delivered.done.length === 3));
    expect(delivered.recorded).toEqual([true, false]);
  });

  it('goes on with the oldest that is left when its place was trimmed away', async () => {
    const first = await member();
    await send(['k', 1]);
    await eventually(async () => (await committed()) === 1);
    await first.strategy.close();
    await send(['k', 2]);
    await cluster.trim(topic);
    await send(['k', 3]);
    const second = await member();
    await eventually(() => Promise.resolve(second.delivered.done.includes('k/3')));
    expect(second.delivered.done).toEqual(['k/3']);
  });
});
