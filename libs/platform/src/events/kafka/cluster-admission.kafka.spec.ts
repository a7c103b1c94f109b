import { randomUUID } from 'node:crypto';
import { eventually, TcpProxy, testBrokers } from '@motcua/testing';
import { ConfigurationFaults, loadConfig } from '../../config/load-config.js';
import type { ClusterMemory } from './cluster-memory.js';
import { Delivered, follow, noteMessage } from './follow-notes.fixture.js';
import { KafkaConfig } from './kafka.config.js';
import { QUICK, TestCluster, testLogger } from './kafka.fixture.js';
import { KafkaTransport } from './kafka-transport.js';

class Memory implements ClusterMemory {
  constructor(public id?: string) {}
  known = () => Promise.resolve(this.id);
  remember = (id: string) => Promise.resolve(void (this.id = id));
}

describe('meeting a Kafka cluster', () => {
  const topic = `admission.${randomUUID()}`;
  const plan = (partitions: number, ...topics: string[]) =>
    topics.map((one) => ({ topic: one, partitions, replicationFactor: 1, settings: {} }));
  let cluster: TestCluster;
  let clusterId: string;
  let proxy: TcpProxy;
  const open: { close(): Promise<void> }[] = [];

  const connect = (memory: Memory, planned = plan(2, topic), settings: Record<string, string> = {}): KafkaTransport => {
    const config = loadConfig(KafkaConfig, { MOTCUA_KAFKA_BROKERS: testBrokers(), ...settings });
    const transport = new KafkaTransport(config, testLogger, { consumer: QUICK, socketFactory: proxy.socketFactory });
    transport.guard(memory, planned);
    open.push(transport);
    return transport;
  };

  beforeAll(async () => {
    cluster = await TestCluster.connect();
    await cluster.createTopics(2, topic);
    ({ clusterId } = await cluster.admin.describeCluster());
  });
  beforeEach(async () => {
    proxy = await TcpProxy.to(testBrokers());
  });
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close();
    await proxy.close();
  });
  afterAll(async () => {
    await cluster.admin.deleteTopics({ topics: [topic] });
    await cluster.close();
  });

  it('remembers the first, and knows it again', async () => {
    const memory = new Memory();
    await connect(memory).admit();
    expect(memory.id).toBe(clusterId);
    await connect(memory).admit();
  });

  it('refuses another one, sends it nothing and takes nothing from it, and says so when asked for its health', async () => {
    const transport = connect(new Memory('the-one-before'));
    const refused = {
      faults: [
        expect.stringMatching(
          `^MOTCUA_KAFKA_BROKERS leads to the cluster ${clusterId}, but this service's events went to the-one-before: `,
        ),
      ],
    };
    await expect(transport.admit()).rejects.toMatchObject(refused);
    await expect(transport.check()).rejects.toMatchObject(refused);
    await expect(transport.publisher.publish([noteMessage(topic, 'k', 1)])).rejects.toMatchObject(refused);
    const ends = await cluster.admin.fetchTopicOffsets(topic);
    expect(ends.map(({ high }) => high)).toEqual(['0', '0']);
    const group = `admission.${randomUUID()}`;
    const strategy = await follow(transport, group, topic, new Delivered());
    await strategy.close();
    expect((await cluster.admin.listGroups()).groups.map(({ groupId }) => groupId)).not.toContain(group);
  });

  it('takes the one that an operator names, and only that', async () => {
    const memory = new Memory('the-one-before');
    await expect(connect(memory, undefined, { MOTCUA_KAFKA_CLUSTER_ID: 'yet-another' }).admit()).rejects.toMatchObject({
      faults: [expect.stringContaining('but MOTCUA_KAFKA_CLUSTER_ID names yet-another')],
    });
    expect(memory.id).toBe('the-one-before');
    await connect(memory, undefined, { MOTCUA_KAFKA_CLUSTER_ID: clusterId }).admit();
    expect(memory.id).toBe(clusterId);
  });

  it('refuses topics that are missing or have too few partitions, with what to do', async () => {
    const missing = `missing.${randomUUID()}`;
    await expect(connect(new Memory(), plan(3, topic, missing)).admit()).rejects.toMatchObject({
      faults: [
        expect.stringMatching(`^${topic} has 2 partitions, not 3: set MOTCUA_KAFKA_PARTITIONS=2`),
        `${missing} does not exist: run "topics apply"`,
      ],
    });
  });

  it('does not take brokers that are away for a wrong cluster, and looks when they are back', async () => {
    const memory = new Memory();
    const transport = connect(memory);
    proxy.cut();
    await expect(transport.admit()).rejects.not.toBeInstanceOf(ConfigurationFaults);
    const delivered = new Delivered();
    const group = `admission.${randomUUID()}`;
    const strategy = await follow(transport, group, topic, delivered);
    open.push({ close: () => strategy.close() });
    proxy.restore();
    await transport.publisher.publish([noteMessage(topic, 'later', 1)]);
    await eventually(() => Promise.resolve(delivered.done.includes('later/1')));
    expect(memory.id).toBe(clusterId);
    await strategy.close();
    await cluster.forget(group);
  });
});
