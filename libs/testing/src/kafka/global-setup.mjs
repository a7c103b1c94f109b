// One PostgreSQL and one Kafka for the whole run of the project `kafka`.
import { climb } from '../../../local-kafka/src/ladder/climb.mjs';
import startTestPostgres from '../postgres/global-setup.mjs';
import { BROKER_RUNGS } from '../../../local-kafka/src/broker-rungs.mjs';

export default async function startTestKafka() {
  await startTestPostgres();
  if (process.env.MOTCUA_TEST_KAFKA_BROKERS) return;
  const { found, line } = await climb('Kafka', BROKER_RUNGS);
  process.stderr.write(`${line}\n`);
  if (!found) throw new Error(line);
  globalThis.motcuaTestKafka = found;
  process.env.MOTCUA_TEST_KAFKA_BROKERS = found.brokers;
  if (found.secure) process.env.MOTCUA_TEST_KAFKA_SECURE = JSON.stringify(found.secure);
}
