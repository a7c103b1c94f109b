// One PostgreSQL and one Kafka for the whole run of the project `kafka`.
import { startFirstAvailable } from '../../../backends/src/candidates/start-first-available.mjs';
import startTestPostgres from '../postgres/global-setup.mjs';
import { BROKER_CANDIDATES } from '../../../backends/src/kafka/broker-candidates.mjs';

export default async function startTestKafka() {
  await startTestPostgres();
  if (process.env.MOTCUA_TEST_KAFKA_BROKERS) return;
  const { found, line } = await startFirstAvailable('Kafka', BROKER_CANDIDATES);
  process.stderr.write(`${line}\n`);
  if (!found) throw new Error(line);
  globalThis.motcuaTestKafka = found;
  process.env.MOTCUA_TEST_KAFKA_BROKERS = found.brokers;
  if (found.secure) process.env.MOTCUA_TEST_KAFKA_SECURE = JSON.stringify(found.secure);
}
