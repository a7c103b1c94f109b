import { randomUUID } from 'node:crypto';
import { testBrokers } from '@motcua/testing';
import kafkajs from 'kafkajs';
import { runTopics } from './run-topics.js';
import { TestCluster } from './kafka.fixture.js';

describe('the command topics', () => {
  let cluster: TestCluster;
  // Names of its own: other suites have the declared topics on the same broker at the same time.
  const [topic, compacted] = [`topics.${randomUUID()}`, `compacted.${randomUUID()}`];
  const contracts = [{ topic }, { topic: compacted, snapshot: true }];
  const run = async (apply: boolean, settings: Record<string, string> = {}): Promise<string[]> => {
    const said: string[] = [];
    const environment = {
      MOTCUA_KAFKA_BROKERS: testBrokers(),
      MOTCUA_KAFKA_REPLICATION: '1',
      MOTCUA_KAFKA_PARTITIONS: '2',
      ...settings,
    };
    await runTopics(apply, environment, contracts, (line) => said.push(line), new Set([compacted]));
    return said;
  };

  beforeAll(async () => {
    cluster = await TestCluster.connect();
  });
  afterAll(async () => {
    await cluster.admin.deleteTopics({ topics: [topic, compacted] });
    await cluster.close();
  });

  it('says when the brokers cannot be reached', async () => {
    await expect(run(false, { MOTCUA_KAFKA_BROKERS: '127.0.0.1:1' })).rejects.toMatchObject({
      faults: [expect.stringMatching(/^MOTCUA_KAFKA_BROKERS 127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED/)],
    });
  });

  it('makes, verifies and corrects the declared topics, and refuses too few partitions', async () => {
    await expect(run(false)).rejects.toMatchObject({
      faults: [`${compacted} does not exist: run "topics apply"`, `${topic} does not exist: run "topics apply"`],
    });
    expect(await run(true)).toEqual([`Made ${compacted}`, `Made ${topic}`, '2 topics are as declared']);
    expect(await run(true)).toEqual(['2 topics are as declared']);
    expect(await run(false)).toEqual(['2 topics are as declared']);
    const { resources } = await cluster.admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: compacted, configNames: ['cleanup.policy'] }],
    });
    expect(resources[0]?.configEntries[0]?.configValue).toBe('compact');

    await expect(run(false, { MOTCUA_KAFKA_RETENTION_DAYS: '30' })).rejects.toMatchObject({
      faults: [`${topic} has retention.ms=1209600000, not 2592000000: run "topics apply"`],
    });
    expect(await run(true, { MOTCUA_KAFKA_RETENTION_DAYS: '30' })).toEqual([
      `Corrected the settings of ${topic}`,
      '2 topics are as declared',
    ]);
    await expect(run(true, { MOTCUA_KAFKA_PARTITIONS: '3', MOTCUA_KAFKA_RETENTION_DAYS: '30' })).rejects.toMatchObject({
      faults: [
        expect.stringContaining(`${compacted} has 2 partitions, not 3: set MOTCUA_KAFKA_PARTITIONS=2`),
        expect.stringContaining(`${topic} has 2 partitions, not 3`),
      ],
    });
    // More than asked for is no fault.
    await run(false, { MOTCUA_KAFKA_PARTITIONS: '1', MOTCUA_KAFKA_RETENTION_DAYS: '30' });
  });
});
