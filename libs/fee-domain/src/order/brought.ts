import type { Dong } from '@motcua/kernel';
import type { Confirmation, Heard } from './order.js';
import { sameNumber } from './same-number.js';

/** One sum of money that an order has brought. */
interface Brought {
  /** The payer's side's number; null where it was learnt without one. */
  readonly transaction: string | null;
  readonly amount: Dong;
  readonly byOfficer: boolean;
}

/**
 * What an order has brought by all that was said of it, in whatever order. A number is one sum of money, and the most that was
 * said of it is what it brought; the first number that comes is that of money that was learnt without one. What an officer has
 * entered has its number: a machine that tells none speaks of other money.
 */
export function broughtBy(confirmations: readonly Heard[]): readonly Brought[] {
  const all: Brought[] = [];
  for (const { success, transaction, amount, byOfficer = false } of confirmations) {
    if (!success) continue;
    const index = indexOf(all, { transaction, byOfficer });
    const known = all[index];
    if (!known) all.push({ transaction, amount, byOfficer });
    else
      all[index] = { ...known, transaction: known.transaction ?? transaction, amount: Math.max(known.amount, amount) };
  }
  return all;
}

/** Of which sum it speaks; -1: of a new one. */
function indexOf(all: readonly Brought[], { transaction, byOfficer }: Omit<Brought, 'amount'>): number {
  const same = all.findIndex((one) => sameNumber(one.transaction, transaction));
  if (same >= 0 || byOfficer) return same;
  return all.findIndex((one) => (transaction === null ? !one.byOfficer : one.transaction === null));
}

/** Under which number a success is counted: one that tells none speaks of the first sum that a machine told of. */
export const numberOf = (earlier: readonly Heard[], { transaction }: Confirmation): string | null =>
  transaction ?? broughtBy(earlier).find(({ byOfficer }) => !byOfficer)?.transaction ?? null;

export const sumOfBrought = (brought: readonly Pick<Brought, 'amount'>[]): Dong =>
  brought.reduce((sum, { amount }) => sum + amount, 0);
