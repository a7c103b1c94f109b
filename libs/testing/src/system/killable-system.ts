import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PROGRAM_ENVIRONMENT } from './program-environment.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Compiles what changed: these specs run what `npm start` runs. */
export async function buildAll(): Promise<void> {
  const build = spawn(process.execPath, ['tools/build.mjs'], { cwd: ROOT, stdio: 'inherit' });
  const [code] = (await once(build, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the build ended with ${code}`);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** `npm start` as a process of its own, which can be killed and started again on its folder. */
export class KillableSystem {
  private child: ChildProcess | undefined;
  private output = '';
  private ended: Promise<Ended> | undefined;
  /** How often it was started. */
  starts = 0;

  constructor(
    readonly port: number,
    readonly folder: string,
    private readonly environment: Readonly<Record<string, string>> = {},
    /** What runs the process, such as `setpriv` with the rights that it takes away. */
    private readonly under: readonly string[] = [],
  ) {}

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  get said(): string {
    return this.output;
  }

  /** Starts the process; `up` waits until it works. */
  start(): void {
    const { port, folder } = this;
    this.starts += 1;
    this.output = '';
    const node = [process.execPath, '--disable-warning=ExperimentalWarning', 'apps/standalone/dist/main.js'];
    const [program, ...args] = [...this.under, ...node] as [string, ...string[]];
    const child = spawn(program, args, {
      cwd: ROOT,
      env: {
        ...PROGRAM_ENVIRONMENT,
        PORT: String(port),
        MOTCUA_DATA_DIR: folder,
        LOG_LEVEL: 'error',
        LOG_FORMAT: 'json',
        ...this.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    this.child = child;
    this.ended = new Promise((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal, output: this.output }));
    });
  }

  /** Resolves when it says that it is ready. @throws Error with its output when it ends instead */
  async up(seconds = 60): Promise<void> {
    const until = performance.now() + seconds * 1000;
    const ended = this.ended?.then((end) => {
      throw new Error(`the system ended with ${end.code ?? end.signal} instead of starting:\n${end.output}`);
    });
    ended?.catch(() => undefined);
    while (!(await this.isReady())) {
      if (performance.now() > until) throw new Error(`not ready within ${seconds} s:\n${this.output}`);
      await Promise.race([pause(50), ended]);
    }
  }

  async kill(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to stop and waits until it has. */
  async stop(signal: 'SIGINT' | 'SIGTERM' = 'SIGINT'): Promise<Ended> {
    this.child?.kill(signal);
    return this.end();
  }

  async end(): Promise<Ended> {
    if (!this.ended) throw new Error('it was never started');
    return this.ended;
  }

  private async isReady(): Promise<boolean> {
    // The address answers 503 until everything is composed; the register of officers is the last thing that is filled.
    const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
    await answer?.arrayBuffer();
    return answer?.status === 200 && this.output.includes('/docs');
  }
}
