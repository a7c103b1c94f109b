import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PostgresCannotStart, type RunningPostgres, startPostgres } from '@motcua/backends/postgres';
import pg from 'pg';
import { CannotStart } from '../cannot-start.js';

const SUPERUSER = 'motcua_admin';
const DATABASE = 'motcua';
const LOCK = `SELECT pg_try_advisory_lock(hashtext('motcua.one-machine')) AS free`;

export interface ClaimedPostgres {
  /** Administrator's connection to the system's database. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/** Takes the lock that a running system holds for as long as its connection lives; undefined when another one has it. */
async function takeLock(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ free: boolean }>(LOCK);
  if (rows[0]?.free) return client;
  await client.end();
  return undefined;
}

/** Where a living system's server on this folder answers; undefined where there is none, or one that outlived its system. */
export async function runningOn(folder: string, password: string): Promise<string | undefined> {
  const [, , , port] = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  if (port === undefined) return undefined;
  const url = `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}`;
  try {
    const client = await takeLock(`${url}/postgres`);
    await client?.end();
    return client === undefined ? `${url}/${DATABASE}` : undefined;
  } catch {
    // Nobody answers there: the file was left by a server that is gone.
    return undefined;
  }
}

/**
 * Starts the folder's PostgreSQL for this process alone. The lock is PostgreSQL's own, so it is gone the moment its
 * holder dies, however it dies.
 * @throws CannotStart when another process uses the folder, or PostgreSQL cannot start
 */
export async function claimPostgres(folder: string, password: string): Promise<ClaimedPostgres> {
  const inUse = (): CannotStart =>
    new CannotStart(
      `Another motcua is running on this data folder (${folder}). Stop it first, or set MOTCUA_DATA_DIR to another folder (and PORT to another port).`,
    );
  if (await runningOn(folder, password)) throw inUse();
  let server: RunningPostgres;
  try {
    server = await startPostgres({ folder, superuser: SUPERUSER, password });
  } catch (error) {
    if (error instanceof PostgresCannotStart) throw new CannotStart(error.message, { cause: error });
    throw error;
  }
  const lock = await takeLock(server.url);
  if (!lock) throw inUse();
  const { rowCount } = await lock.query(`SELECT FROM pg_database WHERE datname = '${DATABASE}'`);
  if (rowCount === 0) await lock.query(`CREATE DATABASE ${DATABASE}`);
  return {
    adminUrl: server.url.replace(/\/postgres$/, `/${DATABASE}`),
    stop: async () => {
      await lock.end();
      await server.stop();
    },
  };
}
