import { smaller } from '../scoring/component.js';

/** A part of a whole, both counted. */
export interface Part {
  readonly count: number;
  readonly of: number;
}

const WHOLE = 10_000n;

/** In basis points, half up; null where there is nothing to divide by. */
export function shareOf({ count, of }: Part): number | null {
  if (of === 0) return null;
  const whole = BigInt(of);
  return Number((smaller(BigInt(count), whole) * WHOLE * 2n + whole) / (whole * 2n));
}

/** Whether a part is at least `target` basis points of its whole, by the counts and not by what they are rounded to. */
export const reaches = ({ count, of }: Part, target: number): boolean | null =>
  of === 0 ? null : BigInt(count) * WHOLE >= BigInt(target) * BigInt(of);
