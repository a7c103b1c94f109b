import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { cpuSecondsOf } from './cpu-seconds.js';
import { DEVELOPMENT_CLIENT, PERSONA_GRANT, requestToken, Secrets } from '@motcua/development-issuer';

/** The whole system's program. */
export const SYSTEM = new URL('../../standalone/dist/main.js', import.meta.url).pathname;
/** A Nest and Fastify application that only says that it is alive. */
export const BARE = new URL('./bare-nest.main.js', import.meta.url).pathname;

/** A system or another server in a process of its own, so that its memory and its start are its own. */
export interface RunningProcess {
  readonly url: string;
  readonly readyMs: number;
  /** Resident memory in MiB. */
  memory(): Promise<number>;
  /** CPU that it and all that it has started have used, PostgreSQL among them. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

const isReady = async (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

/** Starts a script and waits until `path` answers 200. */
export async function startProcess(
  script: string,
  path: string,
  port: number,
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<RunningProcess> {
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: { ...process.env, LOG_LEVEL: 'warn', ...environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!(await isReady(`${url}${path}`))) {
    if (child.exitCode !== null) throw new Error(`${script} ended with code ${child.exitCode} before it was ready`);
    await pause(10);
  }
  const readyMs = performance.now() - began;
  return {
    url,
    readyMs,
    memory: async () => Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    cpuSeconds: () => cpuSecondsOf(child.pid ?? 0),
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

/** An empty data folder that is gone afterwards. */
export async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-'));
  // PostgreSQL's own user must be able to enter it.
  await chmod(folder, 0o755);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface PostgresAccess {
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** The PostgreSQL of a running system, as its superuser or through a service's own role. */
export async function postgresOf(folder: string, service?: string): Promise<PostgresAccess> {
  const secrets = await Secrets.of(folder);
  const port = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3]);
  return service === undefined
    ? { port, user: 'motcua_admin', password: secrets.of('postgres superuser') }
    : { port, user: `motcua_${service}`, password: secrets.of(`role motcua_${service}`) };
}

export const urlOf = ({ port, user, password }: PostgresAccess): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/motcua`;

/** A connection that looks into one schema, as that service's role or as the superuser. */
export async function connectTo(
  folder: string,
  searchPath: string,
  service?: string,
  settings = '',
): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlOf(await postgresOf(folder, service)),
    options: `-c search_path=${searchPath} ${settings}`.trim(),
  });
  // When the system stops before we hang up, whatever we ask next says so.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export const tokenOf = (url: string, persona: string): Promise<string> =>
  requestToken(url, { grant_type: PERSONA_GRANT, client_id: DEVELOPMENT_CLIENT, persona });
