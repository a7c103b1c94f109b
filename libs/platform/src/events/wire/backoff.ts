import { setTimeout } from 'node:timers/promises';

export interface Backoff {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Doubles from try to try. */
export const delayAfter = (tries: number, { fromMs, toMs }: Backoff): number =>
  Math.min(toMs, fromMs * 2 ** Math.min(tries, 30));

/** Rejects with an AbortError when the signal says so. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> => setTimeout(ms, undefined, { signal });
