import { type Dong, Refusal } from '@motcua/kernel';
import type { LedgerAccount, Posting } from '../ledger/posting.js';
import type { FeeRefusalCode } from '../refusal-codes.js';
import type { CashDayStatus } from './cash-day.js';
import type { DrawerOwner } from './post-cash-day.js';

/**
 * `madeGood`: what was missing is paid in at the account of the treasury by who owes it. `writtenOff`: a decision frees them of it.
 * `toTreasury`: what was too much, and whose owner was not found, goes to the state budget.
 */
export const DIFFERENCE_ACTS = ['madeGood', 'writtenOff', 'toTreasury'] as const;
export type DifferenceAct = (typeof DIFFERENCE_ACTS)[number];

interface CountedDay {
  readonly status: CashDayStatus;
  readonly cashier: string;
  /** Counted beyond what the books said. */
  readonly difference: Dong | null;
}

interface Settling {
  readonly act: DifferenceAct;
  readonly amount: Dong;
  /** What earlier acts have settled of the difference. */
  readonly settled: Dong;
  readonly by: string;
}

const refused = (code: FeeRefusalCode, evidence: Readonly<Record<string, unknown>> = {}): Refusal<FeeRefusalCode> =>
  new Refusal<FeeRefusalCode>(code, evidence);

/**
 * Another person than whose drawer it is settles the difference of a closed day: a shortage or a surplus, and no more than is left
 * of it. Refused with `PAYMENT.SAME_PERSON`, `PAYMENT.NO_DIFFERENCE`.
 */
export function assertSettlesDifference(
  { status, cashier, difference }: CountedDay,
  { act, amount, settled, by }: Settling,
): void {
  if (cashier === by) throw refused('PAYMENT.SAME_PERSON');
  const counted = status === 'closed' ? (difference ?? 0) : 0;
  const left = Math.max(0, (act === 'toTreasury' ? counted : -counted) - settled);
  if (amount > left) throw refused('PAYMENT.NO_DIFFERENCE', { act, left, wanted: amount });
}

type Sides = readonly [debit: LedgerAccount, credit: LedgerAccount];

const SIDES: Readonly<Record<DifferenceAct, (owner: DrawerOwner) => Sides>> = {
  madeGood: ({ agency, cashier }) => ['bank', `cashShort/${agency}/${cashier}`],
  writtenOff: ({ agency, cashier }) => [`writtenOff/${agency}`, `cashShort/${agency}/${cashier}`],
  toTreasury: ({ agency, cashier }) => [`cashOver/${agency}/${cashier}`, `kept/${agency}`],
};

/** What a difference was, and where it goes. No drawer is touched: its day is closed. */
export function postDifferenceSettled(owner: DrawerOwner, act: DifferenceAct, amount: Dong): Posting[] {
  const [debit, credit] = SIDES[act](owner);
  return [{ debit, credit, amount }];
}
