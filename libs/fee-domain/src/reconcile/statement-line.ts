import type { Dong } from '@motcua/kernel';
import { spelling } from '../order/same-number.js';

export const STATEMENT_DIRECTIONS = ['in', 'out'] as const;
export type StatementDirection = (typeof STATEMENT_DIRECTIONS)[number];

/** One payment, or payment back, as the other side lists it. */
export interface StatementLine {
  readonly direction: StatementDirection;
  /** Of an order; empty where the line names none. */
  readonly reference: string;
  /** The number of the platform or the bank; empty where it has none. */
  readonly transaction: string;
  readonly amount: Dong;
}

/**
 * What makes a line and our books speak of the same money. A bank's number is of one payment, and so is that of a payment back;
 * the platform's goes with the reference of the order.
 */
export function moneyKey(
  { direction, reference, transaction }: Omit<StatementLine, 'amount'>,
  { byNumber }: { readonly byNumber: boolean },
): string {
  const number = spelling(transaction);
  return JSON.stringify(
    number !== '' && (byNumber || direction === 'out') ? [direction, number] : [direction, reference, number],
  );
}
