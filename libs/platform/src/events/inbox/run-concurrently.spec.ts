import { setImmediate as nextTurn } from 'node:timers/promises';
import { runConcurrently } from './run-concurrently.js';

describe('lanes', () => {
  it('work on at most so many items at once, and on all of them', async () => {
    let running = 0;
    let most = 0;
    const done: number[] = [];
    await runConcurrently([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      most = Math.max(most, (running += 1));
      await nextTurn();
      running -= 1;
      done.push(item);
    });
    expect(most).toBe(3);
    expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('tell of a failure only when nothing is running any more', async () => {
    let running = 0;
    const failing = runConcurrently([1, 2, 3], 3, async (item) => {
      running += 1;
      if (item > 1) for (let turn = 0; turn < 5; turn += 1) await nextTurn();
      running -= 1;
      if (item === 1) throw new Error('first');
    });
    await expect(failing).rejects.toThrow('first');
    expect(running).toBe(0);
  });
});
