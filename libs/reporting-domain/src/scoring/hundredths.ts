/** A number of whole hundredths: scores are decimals of two places, and sums of them must stay exact. */
export type Hundredths = bigint;

/** `numerator ÷ denominator` in hundredths, half up, exactly: 1.005 is 1.01. Both are whole, not negative; the denominator is not 0. */
export const roundHalfUp = (numerator: bigint, denominator: bigint): Hundredths =>
  (numerator * 200n + denominator) / (denominator * 2n);

/** For JSON: the nearest double of a decimal of two places prints as that decimal. */
export const toNumber = (hundredths: Hundredths): number => Number(hundredths) / 100;
