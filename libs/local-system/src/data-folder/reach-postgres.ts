import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start.js';
import { type ClaimedPostgres, claimPostgres, runningOn } from './claim-postgres.js';

/**
 * The folder's PostgreSQL for a command that only reads: that of the running system where there is one, and it stays up;
 * else started for this process alone. @throws CannotStart
 */
export async function reachPostgres(folder: string, password: string): Promise<ClaimedPostgres> {
  await access(join(folder, 'PG_VERSION')).catch((cause: unknown) => {
    throw new CannotStart(
      `No system has run on this data folder yet (${folder}). Set MOTCUA_DATA_DIR to the one you mean.`,
      {
        cause,
      },
    );
  });
  const url = await runningOn(folder, password);
  return url === undefined ? claimPostgres(folder, password) : { adminUrl: url, stop: () => Promise.resolve() };
}
