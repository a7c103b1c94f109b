// One real PostgreSQL for the whole test run. Each suite makes a database of its own in it (create-test-database.ts).
import { randomBytes } from 'node:crypto';
import { startFirstAvailable } from '../../../backends/src/candidates/start-first-available.mjs';
import { POSTGRES_CANDIDATES } from '../../../backends/src/postgres/postgres-candidates.mjs';

export default async function startTestPostgres() {
  // Begins the names of databases that the run copies (prepared-database.ts).
  process.env.MOTCUA_TEST_RUN ??= randomBytes(4).toString('hex');
  if (process.env.MOTCUA_TEST_DATABASE_URL) return;
  const { found, line } = await startFirstAvailable('PostgreSQL', POSTGRES_CANDIDATES);
  process.stderr.write(`${line}\n`);
  if (!found) throw new Error(line);
  globalThis.motcuaTestPostgres = found;
  process.env.MOTCUA_TEST_DATABASE_URL = found.url;
}
