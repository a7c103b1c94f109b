import { type Measure, MEASURES } from './contributions.js';
import { ordinaryLine } from './ordinary-report.js';

const NOTHING = Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Record<Measure, number>;

describe('a line of the periodic report', () => {
  const line = ordinaryLine({
    before: {
      ...NOTHING,
      ...{ received: 100, finishedEarly: 40, finishedOnDay: 20, finishedLate: 10, stopped: 3, withdrawn: 2 },
      ...{ becameLate: 14, endedLate: 10, due: 70, dueOnTime: 60, returned: 55, refused: 9 },
    },
    during: {
      ...NOTHING,
      ...{ received: 30, finishedEarly: 11, finishedOnDay: 7, finishedLate: 5, stopped: 2, withdrawn: 1 },
      ...{ becameLate: 6, endedLate: 5, due: 24, dueOnTime: 18, returned: 20, refused: 4 },
    },
    received: { online: 12, counter: 10, post: 8 },
    lateNow: { late: 2, due: 1 },
  });

  it('carries over what came before the period and had not ended by then', () => {
    // 100 came; 40 + 20 + 10 were finished, 3 stopped and 2 withdrawn.
    expect(line.carriedOver).toBe(25);
  });

  it('says what came by which way, how it ended in the period, and what was due in it, what runs late included', () => {
    expect(line).toMatchObject({
      ...{ receivedOnline: 12, receivedAtCounter: 10, receivedByPost: 8 },
      ...{ finishedEarly: 11, finishedOnDay: 7, finishedLate: 5, stopped: 2, withdrawn: 1, due: 25, dueOnTime: 18 },
    });
  });

  it('says of what still runs at its end how much is late', () => {
    // Late: 14 + 6 became it, 10 + 5 of those ended, and 2 run late today. Running: 25 + 30 less 26 that ended.
    expect(line).toMatchObject({ runningLate: 7, runningInTime: 22 });
  });

  it('loses no dossier: what was carried over and came has ended or still runs', () => {
    const came = line.carriedOver + line.receivedOnline + line.receivedAtCounter + line.receivedByPost;
    const ended = line.finishedEarly + line.finishedOnDay + line.finishedLate + line.stopped + line.withdrawn;
    expect(came).toBe(ended + line.runningInTime + line.runningLate);
  });
});
