import { setImmediate as nextTurn } from 'node:timers/promises';
import { OneAtATime } from './one-at-a-time.js';

it('runs pieces of work one after the other, in order, and goes on after one that fails', async () => {
  const queue = new OneAtATime();
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await nextTurn();
    log.push(`${name} ends`);
    if (name === 'b') throw new Error('b failed');
    return name;
  };
  const [a, b, c] = await Promise.allSettled([queue.run(work('a')), queue.run(work('b')), queue.run(work('c'))]);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect([a.status, b.status, c.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
