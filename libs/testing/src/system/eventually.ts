import { setTimeout as pause } from 'node:timers/promises';
import { underWay } from './under-way.js';

/**
 * What `probe` gives once it gives something: for effects that arrive by event. Fails after `seconds`, and says then which
 * events were still under way, and which transactions.
 */
export async function eventually<T>(probe: () => Promise<T | undefined | null | false>, seconds = 20): Promise<T> {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > until)
      throw new Error(`did not come about within ${seconds} s; under way:\n  ${await underWay()}`);
    await pause(25);
  }
}
