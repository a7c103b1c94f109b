import { UnknownOption } from '@motcua/terminal';
import { readChaosOptions } from './chaos-options.js';
import { Dice } from '@motcua/scenario';
import { FAULT_KINDS, planFaults } from './plan-faults.js';

const PLAN = { seed: 7, durationMs: 300_000, processes: ['intake', 'intake-2', 'payment'] };

describe('the plan of faults', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planFaults(PLAN)).toEqual(planFaults(PLAN));
    expect(planFaults({ ...PLAN, seed: 8 })).not.toEqual(planFaults(PLAN));
  });

  it('has every kind of fault before any comes again', () => {
    const kinds = planFaults(PLAN).map(({ kind }) => kind);
    expect(kinds.length).toBeGreaterThan(3 * FAULT_KINDS.length);
    for (let round = 0; round + FAULT_KINDS.length <= kinds.length; round += FAULT_KINDS.length)
      expect(new Set(kinds.slice(round, round + FAULT_KINDS.length)).size).toBe(FAULT_KINDS.length);
  });

  it('keeps within its time, and happens to those that there are', () => {
    const plan = planFaults(PLAN);
    expect(plan.every(({ atMs }) => atMs < PLAN.durationMs)).toBe(true);
    expect([...new Set(plan.map(({ process }) => process))].sort()).toEqual(PLAN.processes);
    expect(plan.map(({ atMs }) => atMs)).toEqual(plan.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
  });
});

describe('the dice', () => {
  it('throw the same for the n-th of something, whatever was thrown before', () => {
    const [one, other] = [new Dice(3), new Dice(3)];
    other.between(1, 6);
    const throws = (dice: Dice): number[] => Array.from({ length: 20 }, () => dice.between(1, 6));
    expect(throws(one.forNumber(5))).toEqual(throws(other.forNumber(5)));
    expect(throws(one.forNumber(5))).not.toEqual(throws(one.forNumber(6)));
  });

  it('lose nothing when they shuffle', () => {
    expect(new Dice(1).shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("the chaos command's options", () => {
  const lot = (): number => 0.5;

  it('have a seed drawn by lot where none is given', () => {
    expect(readChaosOptions([], lot)).toMatchObject({ minutes: 2, seed: 500_000, clients: 6, keep: false });
    expect(readChaosOptions(['--minutes', '0.5', '--seed=7', '--keep'], lot)).toMatchObject({
      minutes: 0.5,
      seed: 7,
      keep: true,
    });
  });

  it.each([
    [['--minutes', 'x']],
    [['--minutes', '0']],
    [['--seed', '1.5']],
    [['--clients', '101']],
    [['--quick']],
    [['7']],
  ])('are refused when they are %j', (args) => {
    expect(() => readChaosOptions(args, lot)).toThrow(UnknownOption);
  });
});
