const SCALE = 1_000_000;

const rounded = (minutes: number): number => Math.round(minutes * SCALE) / SCALE;

/**
 * Turns the working time of step after step into decimal minutes that add up exactly: what rounding to six places (a
 * millisecond is 1/60,000 of a minute) takes from one step it gives to the next.
 */
export function minuteCounter(): (milliseconds: number) => number {
  let total = 0;
  return (milliseconds) => {
    const before = rounded(total / 60_000);
    total += milliseconds;
    return rounded(rounded(total / 60_000) - before);
  };
}
