import { setTimeout as pause } from 'node:timers/promises';
import { DueWork } from './due-work.js';

const LONG_MS = 600_000;

describe('a work that is due now and then', () => {
  const told: unknown[] = [];
  let done = 0;
  let answers: (number | Error | undefined)[] = [];
  let work: DueWork;
  beforeEach(() => {
    [done, answers] = [0, []];
    told.splice(0);
    work = new DueWork(
      () => {
        done += 1;
        const answer = answers.shift();
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
      (error) => told.push(error),
      LONG_MS,
    );
  });
  afterEach(() => work.stop());

  const times = async (count: number): Promise<number> => {
    while (done < count) await pause(1);
    // Nobody asks again by himself.
    await pause(30);
    return done;
  };

  it('is looked at once, and then when it is woken, and not again and again', async () => {
    work.start();
    expect(await times(1)).toBe(1);
    work.wake();
    expect(await times(2)).toBe(2);
  });

  it('is done again when it said so, however soon', async () => {
    answers = [0, 5, undefined];
    work.start();
    expect(await times(3)).toBe(3);
  });

  it('is done once more where it was woken while it was being done', async () => {
    let end: (dueIn?: number) => void = () => undefined;
    const slow = new DueWork(
      () => new Promise((resolve) => ((done += 1), (end = resolve))),
      () => undefined,
      LONG_MS,
    );
    slow.start();
    await times(1);
    slow.wake();
    end();
    expect(await times(2)).toBe(2);
    const stopped = slow.stop();
    end();
    await stopped;
  });

  it('tells a failure, and goes on when it is woken', async () => {
    answers = [new Error('the database is away')];
    work.start();
    await times(1);
    work.wake();
    expect(await times(2)).toBe(2);
    expect(told).toEqual([new Error('the database is away')]);
  });
});
