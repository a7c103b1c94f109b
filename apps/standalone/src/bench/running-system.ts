import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Secrets } from '../data-folder/secrets.js';
import { PERSONA_GRANT, DEVELOPMENT_CLIENT } from '../development-issuer/clients.js';
import { requestToken } from '../token/request-token.js';

/** A system or another server in a process of its own, so that its memory and its start are its own. */
export interface RunningProcess {
  readonly url: string;
  readonly readyMs: number;
  /** Resident memory in MiB. */
  memory(): Promise<number>;
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
  environment: Record<string, string> = {},
): Promise<RunningProcess> {
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: { ...process.env, ...environment, PORT: String(port) },
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
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

/** The PostgreSQL of a running system, through a service's own role. */
export async function databaseUrl(folder: string, service: string): Promise<string> {
  const secrets = await Secrets.of(folder);
  const port = (await readFile(`${folder}/postgres/postmaster.pid`, 'utf8')).split('\n')[3];
  return `postgres://motcua_${service}:${secrets.of(`role motcua_${service}`)}@127.0.0.1:${port}/motcua`;
}

export const tokenOf = (url: string, persona: string): Promise<string> =>
  requestToken(url, { grant_type: PERSONA_GRANT, client_id: DEVELOPMENT_CLIENT, persona });
