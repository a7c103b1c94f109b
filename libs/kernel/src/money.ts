/** An amount in đồng: a non-negative safe integer. There is no smaller unit. */
export type Dong = number;

/** A share of 1 in basis points, 0 to 10,000: 5,000 is 50 %. */
export type BasisPoints = number;

/** `amount` less `reduction` basis points; a half đồng rounds up. Exact: no binary fractions are involved. @rule R17 */
export const reduceBy = (amount: Dong, reduction: BasisPoints): Dong =>
  Number((BigInt(amount) * BigInt(10_000 - reduction) + 5_000n) / 10_000n);
