// Where Kafka comes from, for specs, demonstrations and chaos: given, else in a container, else on this machine's Java.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { shortly } from '../candidates/start-first-available.mjs';
import { whyNoContainer } from '../candidates/docker.mjs';
import { KAFKA_IMAGE, startContainerBroker } from './container-broker.mjs';
import { startJavaBroker } from './java-broker.mjs';
import { KAFKA_VERSION, kafkaJars } from './kafka-jars.mjs';

const run = promisify(execFile);

const given = {
  given: true,
  name: `the brokers of KAFKA_BROKERS, ${process.env.KAFKA_BROKERS}; TLS and SASL are not tried on them`,
  whyNot: async () => (process.env.KAFKA_BROKERS ? undefined : 'KAFKA_BROKERS is not set'),
  // Of brokers that are not ours nobody knows other listeners or users.
  start: async () => ({ brokers: process.env.KAFKA_BROKERS, stop: async () => undefined }),
};

const container = {
  name: `a container of ${KAFKA_IMAGE}`,
  whyNot: () => whyNoContainer(KAFKA_IMAGE),
  start: startContainerBroker,
};

const java = {
  name: `Apache Kafka ${KAFKA_VERSION} on this machine's Java`,
  whyNot: whyNoJava,
  start: startJavaBroker,
};

async function whyNoJava() {
  const version = await run('java', ['-version']).then(
    ({ stderr, stdout }) => Number(/version "(\d+)/.exec(stderr + stdout)?.[1] ?? 0),
    () => 0,
  );
  if (version < 17) return version === 0 ? 'no Java' : `Java ${version} is older than 17`;
  return kafkaJars().then(
    () => undefined,
    (error) => `Apache Kafka cannot be fetched from Maven Central (${shortly(error)})`,
  );
}

export const BROKER_CANDIDATES = [given, container, java];
/** Without those that were given: they are somebody else's, and must not be killed. */
export const OWN_BROKER_CANDIDATES = [container, java];
