// One PostgreSQL and one Kafka for the whole run of the project `kafka`.
import startTestPostgres from '../postgres/global-setup.mjs';
import { findBroker } from './find-broker.mjs';

const START = {
  given: ({ brokers }) => ({ brokers, stop: () => Promise.resolve() }),
  container: async () => (await import('./container-broker.mjs')).startContainerBroker(),
  java: async () => (await import('./java-broker.mjs')).startJavaBroker(),
};

export default async function startTestKafka() {
  if (process.env.MOTCUA_TEST_KAFKA_BROKERS) return startTestPostgres();
  const found = await findBroker();
  if (found.how === 'none') throw new Error(found.line);
  process.stderr.write(`${found.line}\n`);
  globalThis.motcuaTestKafka = await START[found.how](found);
  process.env.MOTCUA_TEST_KAFKA_BROKERS = globalThis.motcuaTestKafka.brokers;
  try {
    await startTestPostgres();
  } catch (error) {
    await globalThis.motcuaTestKafka.stop();
    throw error;
  }
}
