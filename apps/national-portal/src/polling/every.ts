import { setTimeout as pause } from 'node:timers/promises';

/** Does a work again and again, `ms` after its end, until the signal aborts; a failure is told and ends nothing. */
export async function every(
  ms: number,
  signal: AbortSignal,
  work: () => Promise<void>,
  tell: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    await work().catch(tell);
    await pause(ms, undefined, { signal }).catch(() => undefined);
  }
}
