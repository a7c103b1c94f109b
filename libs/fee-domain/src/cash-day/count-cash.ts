import { type Dong, Refusal } from '@motcua/kernel';
import type { FeeRefusalCode } from '../refusal-codes.js';

/** Notes and coins in circulation, đồng. */
export const DENOMINATIONS: readonly Dong[] = [
  500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200,
];

/** How many of one kind there are. */
export interface Pile {
  /** One of {@link DENOMINATIONS}. */
  readonly denomination: Dong;
  readonly pieces: number;
}

/** What lies in a drawer, as it was counted. */
export interface CashCount {
  readonly sum: Dong;
  /** The largest first; null where only the sum was said. */
  readonly piles: readonly Pile[] | null;
}

/**
 * What was counted, by piles or as a sum; where both are said they must agree. Refused with `PAYMENT.COUNT_INVALID`.
 */
export function countCash({ sum, piles }: { readonly sum?: Dong; readonly piles?: readonly Pile[] }): CashCount {
  if (piles === undefined) {
    if (sum === undefined) throw invalid({ because: 'nothingCounted' });
    return { sum, piles: null };
  }
  if (new Set(piles.map(({ denomination }) => denomination)).size < piles.length) throw invalid({ because: 'twice' });
  const unknown = piles.find(({ denomination }) => !DENOMINATIONS.includes(denomination));
  if (unknown) throw invalid({ because: 'unknownNote', denomination: unknown.denomination });
  const counted = piles.reduce((total, { denomination, pieces }) => total + denomination * pieces, 0);
  if (sum !== undefined && sum !== counted) throw invalid({ because: 'sumDiffers', sum, counted });
  return {
    sum: counted,
    piles: piles.filter(({ pieces }) => pieces > 0).toSorted((a, b) => b.denomination - a.denomination),
  };
}

const invalid = (evidence: Readonly<Record<string, unknown>>): Refusal<FeeRefusalCode> =>
  new Refusal<FeeRefusalCode>('PAYMENT.COUNT_INVALID', evidence);
