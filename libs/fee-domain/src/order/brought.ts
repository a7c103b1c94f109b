import type { Dong } from '@motcua/kernel';
import type { Confirmation } from './order.js';
import { sameNumber } from './same-number.js';

/** One sum of money that an order has brought. */
interface Brought {
  /** The payer's side's number; null where it was learnt without one. */
  readonly transaction: string | null;
  readonly amount: Dong;
}

/**
 * What an order has brought by all that was said of it, in whatever order. A number is one sum of money, and the most that was
 * said of it is what it brought; the first number that comes is that of money that was learnt without one.
 */
export function broughtBy(confirmations: readonly Confirmation[]): readonly Brought[] {
  const all: Brought[] = [];
  for (const { success, transaction, amount } of confirmations) {
    if (!success) continue;
    const same = all.findIndex((one) => sameNumber(one.transaction, transaction));
    const index = same >= 0 ? same : transaction === null ? 0 : all.findIndex((one) => one.transaction === null);
    const known = all[index];
    if (!known) all.push({ transaction, amount });
    else all[index] = { transaction: known.transaction ?? transaction, amount: Math.max(known.amount, amount) };
  }
  return all;
}

export const sumOfBrought = (brought: readonly Brought[]): Dong => brought.reduce((sum, { amount }) => sum + amount, 0);
