import { setTimeout as pause } from 'node:timers/promises';

/**
 * What `probe` gives once it gives something: for effects that arrive by event. Fails after `seconds`, which only what never
 * comes should reach: longer than the slowest sweep of the platform (a minute), by which an effect may still come.
 */
export async function eventually<T>(probe: () => Promise<T | undefined | null | false>, seconds = 75): Promise<T> {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > until) throw new Error(`did not come about within ${seconds} s`);
    await pause(25);
  }
}
