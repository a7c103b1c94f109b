// One real PostgreSQL for the whole test run. Each suite makes a database of its own in it (create-test-database.ts).
import { climb } from '../../../local-kafka/src/ladder/climb.mjs';
import { POSTGRES_RUNGS } from './postgres-rungs.mjs';

export default async function startTestPostgres() {
  if (process.env.MOTCUA_TEST_DATABASE_URL) return;
  const { found, line } = await climb('PostgreSQL', POSTGRES_RUNGS);
  process.stderr.write(`${line}\n`);
  if (!found) throw new Error(line);
  globalThis.motcuaTestPostgres = found;
  process.env.MOTCUA_TEST_DATABASE_URL = found.url;
}
