// One real PostgreSQL for the whole test run. Each suite makes a database of its own in it (create-test-database.ts).
import { mkdtemp, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../../embedded-postgres/src/index.ts';

export default async function startTestPostgres() {
  if (process.env.MOTCUA_TEST_DATABASE_URL) return;
  const folder = await mkdtemp(join(tmpdir(), 'motcua-test-postgres-'));
  await chmod(folder, 0o755);
  globalThis.motcuaTestPostgresFolder = folder;
  globalThis.motcuaTestPostgres = await startPostgres({
    folder: join(folder, 'data'),
    superuser: 'postgres',
    password: 'postgres',
    // What is tested here survives a killed process, not a power cut, so the disk need not be waited for.
    settings: ['fsync=off', 'full_page_writes=off'],
  });
  process.env.MOTCUA_TEST_DATABASE_URL = globalThis.motcuaTestPostgres.url;
}
