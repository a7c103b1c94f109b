import { type Hundredths, roundHalfUp } from './hundredths.js';

/** One summand of a group's score. */
export interface Component {
  readonly name: string;
  readonly max: Hundredths;
  /** Null where there is nothing to measure: left out of the sum. */
  readonly score: Hundredths | null;
}

/** A quotient of counts, both whole and not negative. */
export interface Quotient {
  readonly count: number;
  readonly of: number;
}

interface Scale {
  /** Points for a quotient that reaches `fullAt`, in hundredths: 6 points are 600n. */
  readonly max: Hundredths;
  /** Where the points are not the maximum times the quotient: points per whole, still capped at `max`. */
  readonly perWhole?: Hundredths;
  /** The share that earns full points, in percent. */
  readonly fullAt?: bigint;
  /** What counts where there is nothing to divide by. */
  readonly ofNothing: Hundredths | null;
}

/** The smaller of two numbers. */
export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Rounded half up to two decimals before it is summed: rounding once at the end gives other figures (Decision 766). */
export function score(name: string, { count, of }: Quotient, scale: Scale): Component {
  const { max, perWhole = max, fullAt = 100n, ofNothing } = scale;
  if (of === 0) return { name, max, score: ofNothing };
  const whole = BigInt(of);
  // A share above one counts as one.
  const part = smaller(BigInt(count), whole);
  return { name, max, score: smaller(max, roundHalfUp(perWhole * part, whole * fullAt)) };
}
