/** Both sides of a comparison, measured in turns in the same run, so that whatever else the machine does hits both. */
export interface Comparison {
  readonly what: string;
  readonly ours: number;
  readonly reference: number;
  readonly unit: string;
  /** How near we come to the reference: 1 is as good, above 1 is better. */
  readonly ratio: number;
  readonly aim?: number;
  readonly note?: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

/** By how much values, taken every so many seconds, grow in an hour: the slope of the straight line nearest to them. */
export function slopePerHour(values: readonly number[], everySeconds: number): number {
  const [middle, mean] = [(values.length - 1) / 2, values.reduce((sum, one) => sum + one, 0) / values.length];
  let [above, below] = [0, 0];
  for (const [place, value] of values.entries()) {
    above += (place - middle) * (value - mean);
    below += (place - middle) ** 2;
  }
  return (above / below) * (3600 / everySeconds);
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** How near the slowest of a hundred pages may come: twice the time of the bare statement. */
const TAIL_AIM = 0.5;

/** Runs `ours` and `reference` in turns, `rounds` times each after a warm-up, and compares medians and p99. */
export async function compareLatencies(
  what: string,
  rounds: number,
  ours: (round: number) => Promise<unknown>,
  reference: (round: number) => Promise<unknown>,
): Promise<Comparison[]> {
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = -Math.ceil(rounds / 10); round < rounds; round += 1) {
    const n = Math.abs(round);
    const [mine, theirs] = [await milliseconds(() => ours(n)), await milliseconds(() => reference(n))];
    if (round >= 0) {
      a.push(mine);
      b.push(theirs);
    }
  }
  const tails = [percentile(a, 0.99), percentile(b, 0.99)] as const;
  return [
    { what, ours: median(a), reference: median(b), unit: 'ms (median)', ratio: median(b) / median(a) },
    {
      what: `${what}: the slowest of a hundred`,
      ours: tails[0],
      reference: tails[1],
      unit: 'ms (p99)',
      ratio: tails[1] / tails[0],
      aim: TAIL_AIM,
      note: `${rounds} times each`,
    },
  ];
}
