import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, secureTestBrokers } from '@motcua/testing';
import { loadConfig } from '../../config/load-config.js';
import { Delivered, follow, noteMessage } from './follow-notes.fixture.js';
import { KafkaConfig } from './kafka.config.js';
import { QUICK, TestCluster, testLogger } from './kafka.fixture.js';
import { KafkaTransport } from './kafka-transport.js';

describe('a Kafka that lets in only whom it knows', () => {
  const secure = secureTestBrokers();
  const folder = mkdtempSync(join(tmpdir(), 'motcua-kafka-security-'));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const tls = { MOTCUA_KAFKA_TLS: 'true', MOTCUA_KAFKA_TLS_CA: file('ca.pem', secure.ca) };
  const certificate = {
    MOTCUA_KAFKA_TLS_CERT: file('client.pem', secure.client.certificate),
    MOTCUA_KAFKA_TLS_KEY: file('client.key', secure.client.key),
  };
  const sasl = (mechanism: string, password = secure.password) => ({
    MOTCUA_KAFKA_SASL_MECHANISM: mechanism,
    MOTCUA_KAFKA_SASL_USERNAME: secure.username,
    MOTCUA_KAFKA_SASL_PASSWORD: password,
  });
  const open: KafkaTransport[] = [];
  const connect = (brokers: string, settings: Record<string, string>): KafkaTransport => {
    const config = loadConfig(KafkaConfig, { MOTCUA_KAFKA_BROKERS: brokers, ...settings });
    const transport = new KafkaTransport(config, testLogger, { consumer: QUICK });
    open.push(transport);
    return transport;
  };
  const topic = `security.${randomUUID()}`;
  let cluster: TestCluster;

  beforeAll(async () => {
    cluster = await TestCluster.connect();
    await cluster.createTopics(1, topic);
  });
  afterEach(async () => {
    for (const transport of open.splice(0)) await transport.close();
  });
  afterAll(async () => {
    await cluster.admin.deleteTopics({ topics: [topic] });
    await cluster.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['a certificate of its own, over TLS', secure.SSL, { ...tls, ...certificate }],
    ['PLAIN over TLS', secure.SASL_SSL, { ...tls, ...sasl('plain') }],
    ['SCRAM-SHA-256 over TLS', secure.SASL_SSL, { ...tls, ...sasl('scram-sha-256') }],
    ['SCRAM-SHA-512 over TLS', secure.SASL_SSL, { ...tls, ...sasl('scram-sha-512') }],
    ['SCRAM-SHA-512 without TLS', secure.SASL_PLAINTEXT, sasl('scram-sha-512')],
  ])('carries events for a client with %s', async (_, brokers, settings) => {
    const transport = connect(brokers, settings);
    await transport.check();
    const key = randomUUID();
    await transport.publisher.publish([noteMessage(topic, key, 1)]);
    const delivered = new Delivered();
    const group = `security.${randomUUID()}`;
    const strategy = await follow(transport, group, topic, delivered);
    await eventually(() => Promise.resolve(delivered.done.includes(`${key}/1`)));
    await strategy.close();
    await cluster.forget(group);
  });

  it.each([
    ['a wrong password (PLAIN)', secure.SASL_SSL, { ...tls, ...sasl('plain', 'guessed') }, /authentication/i],
    ['a wrong password (SCRAM)', secure.SASL_SSL, { ...tls, ...sasl('scram-sha-512', 'guessed') }, /authentication/i],
    ['no certificate, where one is asked for', secure.SSL, tls, /certificate|closed|SSL/i],
    ['no trust in its authority', secure.SASL_SSL, { MOTCUA_KAFKA_TLS: 'true', ...sasl('plain') }, /certificate/i],
  ])('refuses a client with %s', async (_, brokers, settings, reason) => {
    const transport = connect(brokers, settings);
    await expect(transport.check()).rejects.toThrow(reason);
    await expect(transport.publisher.publish([noteMessage(topic, 'k', 1)])).rejects.toThrow();
  });
});
