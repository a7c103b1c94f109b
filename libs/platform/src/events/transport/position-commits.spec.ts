import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { PositionCommits } from './position-commits.js';

const logger = pino({ level: 'silent' });

describe('how far a consumer has come', () => {
  const commits = (everyMs: number, fail = (): boolean => false) => {
    const committed: [string, string][][] = [];
    const positions = new PositionCommits(
      async (of) => {
        if (fail()) throw new Error('the group is divided anew');
        committed.push([...of]);
      },
      everyMs,
      logger,
    );
    return { committed, positions };
  };

  it('is committed once for all that was reached since, and when it is asked for', async () => {
    const { committed, positions } = commits(30);
    positions.reached('t/0', '3');
    positions.reached('t/1', '7');
    positions.reached('t/0', '9');
    expect(committed).toEqual([]);
    await pause(60);
    expect(committed).toEqual([
      [
        ['t/0', '9'],
        ['t/1', '7'],
      ],
    ]);
    positions.reached('t/1', '8');
    await positions.flush();
    expect(committed[1]).toEqual([['t/1', '8']]);
    await positions.flush();
    expect(committed).toHaveLength(2);
  });

  it('is committed later when it could not be now, and never further back than what was reached meanwhile', async () => {
    let refused = true;
    const { committed, positions } = commits(60_000, () => refused);
    positions.reached('t/0', '3');
    positions.reached('t/1', '4');
    const flushed = positions.flush();
    positions.reached('t/0', '5');
    await flushed;
    refused = false;
    await positions.flush();
    expect(committed).toEqual([
      [
        ['t/0', '5'],
        ['t/1', '4'],
      ],
    ]);
  });

  it('is nobody’s to commit once another consumer has the part', async () => {
    const { committed, positions } = commits(60_000);
    positions.reached('t/0', '3');
    positions.forget();
    await positions.flush();
    expect(committed).toEqual([]);
  });
});
