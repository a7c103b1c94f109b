import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Environment } from '@motcua/platform';
import { CannotStart } from '../cannot-start.js';

interface ServiceProcessOptions {
  /** What it is called among the processes: the service's name, with a number for a further one of the same service. */
  readonly id: string;
  /** First segment of its paths. */
  readonly name: string;
  /** Folder below `apps/`. */
  readonly app: string;
  readonly port: number;
  readonly environment: Environment;
  /** Path that says that it works; that of a service when absent. */
  readonly readyPath?: string;
  /** File that gets what it says. */
  readonly log: string;
}

/** One service, or what stands in for somebody else's, as a process of its own, which can be killed, stopped where it stands, and started again. */
export class ServiceProcess {
  private child: ChildProcess | undefined;
  private ended: Promise<void> = Promise.resolve();
  private wanted = false;

  constructor(
    readonly options: ServiceProcessOptions,
    /** Called when it ends without having been told to. */
    private readonly onUnexpectedEnd: (process: ServiceProcess, how: string) => void = () => undefined,
  ) {}

  get id(): string {
    return this.options.id;
  }

  get url(): string {
    return `http://127.0.0.1:${this.options.port}`;
  }

  /** Undefined while it is not running. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    const { app, environment, log, port } = this.options;
    const main = fileURLToPath(new URL(`../../../../apps/${app}/dist/main.js`, import.meta.url));
    const output = openSync(log, 'a');
    // A group of its own: Ctrl-C in a terminal reaches whoever stops the services, and not the services at once.
    const child = spawn(process.execPath, ['--enable-source-maps', '--disable-warning=ExperimentalWarning', main], {
      env: { ...environment, PORT: String(port), MOTCUA_HOST: '127.0.0.1' },
      stdio: ['ignore', output, output],
      detached: true,
    });
    closeSync(output);
    this.child = child;
    this.wanted = true;
    this.ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.child = undefined;
        resolve();
        if (this.wanted) this.onUnexpectedEnd(this, signal ?? `exit code ${code}`);
      });
    });
  }

  /** Resolves when it works. @throws CannotStart with the end of its log */
  async ready(seconds = 60): Promise<void> {
    const until = performance.now() + seconds * 1000;
    while (!(await this.isReady())) {
      if (this.child === undefined)
        throw new CannotStart(`${this.id} ended instead of starting:\n${await this.said()}`);
      if (performance.now() > until)
        throw new CannotStart(`${this.id} is not ready after ${seconds} s:\n${await this.said()}`);
      await pause(50);
    }
  }

  async isReady(): Promise<boolean> {
    const { name, readyPath = `/${name}/health/ready` } = this.options;
    const answer = await fetch(`${this.url}${readyPath}`, {
      signal: AbortSignal.timeout(5_000),
    }).catch(() => undefined);
    await answer?.arrayBuffer().catch(() => undefined);
    return answer?.status === 200;
  }

  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Asks it to stop, and waits; insists after so many seconds. */
  async stop(seconds = 20): Promise<void> {
    const insist = setTimeout(() => this.child?.kill('SIGKILL'), seconds * 1000);
    this.child?.kill('SIGCONT');
    await this.end('SIGTERM').finally(() => clearTimeout(insist));
  }

  /** Stops it where it stands: it neither works nor answers, but keeps its connections. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    this.wanted = false;
    this.child?.kill(signal);
    await this.ended;
  }

  private async said(): Promise<string> {
    return (await readFile(this.options.log, 'utf8').catch(() => '')).slice(-2_000);
  }
}
