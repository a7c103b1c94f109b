import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { BenchHome } from './bench-home.js';

const READER = new URL('./reader.main.js', import.meta.url).pathname;

interface Told {
  readonly ready?: true;
  readonly numbers?: readonly number[];
  /** Microseconds of the machine's monotonic clock. */
  readonly at?: number;
}

export const nowMicros = (): number => Number(process.hrtime.bigint() / 1000n);

/** The consuming process, and when the effects of which events were committed there. */
export interface Reader {
  /** When each event's effect was committed, by its number, in microseconds of the monotonic clock. */
  readonly committedAt: ReadonlyMap<number, number>;
  /** Resolves once so many effects are committed. */
  reached(count: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startReader({ addresses }: BenchHome, mode: 'ours' | 'bare'): Promise<Reader> {
  const child = fork(READER, [mode, addresses.brokers, addresses.reader, `bench-${mode}-${randomUUID()}`], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'],
  });
  const committedAt = new Map<number, number>();
  const ready = Promise.withResolvers<undefined>();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let waiting: { count: number; resolve: () => void } | undefined;
  child.on('message', ({ ready: isReady, numbers = [], at = 0 }: Told) => {
    if (isReady) ready.resolve(undefined);
    for (const n of numbers) committedAt.set(n, at);
    if (waiting && committedAt.size >= waiting.count) waiting.resolve();
  });
  await Promise.race([ready.promise, ended.then(() => Promise.reject(new Error('the reader has ended')))]);
  return {
    committedAt,
    reached: (count) =>
      new Promise((resolve) => {
        if (committedAt.size >= count) resolve();
        else waiting = { count, resolve };
      }),
    stop: async () => {
      child.send('stop');
      await ended;
    },
  };
}
