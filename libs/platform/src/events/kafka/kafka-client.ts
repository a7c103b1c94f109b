import { readFileSync } from 'node:fs';
import kafkajs, { type Kafka, type KafkaConfig as ClientOptions, type SASLOptions } from 'kafkajs';
import type { EventLogger } from '../wire/event-logger.js';
import type { KafkaConfig } from './kafka.config.js';

export interface KafkaClientOptions {
  /** Replaces how connections are made; tests use it to stand between client and broker. */
  readonly socketFactory?: ClientOptions['socketFactory'];
}

/** A client of the cluster: as many connections as it is asked to make, none before. */
export function kafkaClient(
  config: KafkaConfig,
  logger: EventLogger,
  { socketFactory }: KafkaClientOptions = {},
): Kafka {
  const sasl = saslOf(config);
  return new kafkajs.Kafka({
    clientId: config.clientId,
    brokers: config.brokers.split(','),
    ssl: config.tls ? tlsOf(config) : false,
    ...(sasl && { sasl }),
    ...(socketFactory && { socketFactory }),
    connectionTimeout: 3_000,
    authenticationTimeout: 10_000,
    requestTimeout: 15_000,
    // Whoever uses the client repeats with patience of his own; here only a stale picture of the cluster is renewed.
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, multiplier: 2, factor: 0.2, retries: 2 },
    // What kafkajs calls an error is what its callers survive, so it is told as a warning.
    logLevel: kafkajs.logLevel.ERROR,
    logCreator:
      () =>
      ({ namespace, log: { message, timestamp: _, logger: __, ...detail } }) =>
        logger.warn({ kafka: detail }, `kafkajs ${namespace}: ${message}`),
  });
}

const tlsOf = ({ tlsCa, tlsCert, tlsKey }: KafkaConfig) => ({
  ...(tlsCa && { ca: [readFileSync(tlsCa, 'utf8')] }),
  ...(tlsCert && { cert: readFileSync(tlsCert, 'utf8') }),
  ...(tlsKey && { key: readFileSync(tlsKey, 'utf8') }),
});

const saslOf = ({ saslMechanism, saslUsername, saslPassword }: KafkaConfig): SASLOptions | undefined =>
  saslMechanism && { mechanism: saslMechanism as 'plain', username: saslUsername ?? '', password: saslPassword ?? '' };
