import { pino } from 'pino';
import { delayAfter } from '../wire/backoff.js';
import { retryTransient } from './retry-transient.js';

const logger = pino({ level: 'silent' });
const backoff = { fromMs: 1, toMs: 4 };
const away = (): Error => Object.assign(new Error('away'), { code: 'ECONNREFUSED' });

describe('patience', () => {
  it('repeats what fails for transient reasons until it succeeds', async () => {
    let tries = 0;
    const work = async (): Promise<string> => {
      if ((tries += 1) < 5) throw away();
      return 'done';
    };
    await expect(retryTransient(work, { signal: new AbortController().signal, backoff, logger })).resolves.toBe('done');
    expect(tries).toBe(5);
  });

  it('does not repeat other failures', async () => {
    let tries = 0;
    const work = async (): Promise<never> => {
      tries += 1;
      throw new TypeError('no');
    };
    await expect(retryTransient(work, { signal: new AbortController().signal, backoff, logger })).rejects.toThrow(
      TypeError,
    );
    expect(tries).toBe(1);
  });

  it('ends when it is told to stop, even in the middle of a pause', async () => {
    const stopping = new AbortController();
    const endless = retryTransient(() => Promise.reject(away()), {
      signal: stopping.signal,
      backoff: { fromMs: 3_600_000, toMs: 3_600_000 },
      logger,
    });
    setImmediate(() => stopping.abort());
    await expect(endless).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('waits longer from try to try, up to a limit', () => {
    expect([0, 1, 2, 3, 4, 1_000].map((tries) => delayAfter(tries, { fromMs: 100, toMs: 700 }))).toEqual([
      100, 200, 400, 700, 700, 700,
    ]);
  });
});
