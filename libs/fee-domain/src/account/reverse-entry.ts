import { type Dong, Refusal } from '@motcua/kernel';
import type { PaymentMethod } from '../order/order.js';
import type { FeeRefusalCode } from '../refusal-codes.js';
import type { CollectionTime } from '../tariff/tariff-line.js';
import type { AccountEnd } from './account.js';
import type { RefundStatus } from './decide-refund.js';

/** What went wrong at the counter. What was entered for another, or under another number, has its number free again. */
export const REVERSAL_REASONS = ['wrongOrder', 'mistypedNumber', 'cashGivenBack'] as const;
export type ReversalReason = (typeof REVERSAL_REASONS)[number];

export const REVERSAL_STATUSES = ['proposed', 'done', 'turnedDown'] as const;
export type ReversalStatus = (typeof REVERSAL_STATUSES)[number];

/** Money as an officer or a machine entered it. */
export interface EnteredMoney {
  readonly method: PaymentMethod;
  /** An officer entered it, for the order under whose reference it came. */
  readonly byOfficer: boolean;
  readonly isReversed: boolean;
  /** More was entered under the same number later: what stands of it says how much the number brought. */
  readonly isSaidAnew: boolean;
  /** What became of each sum of it that was listed for refund. */
  readonly refunds: readonly RefundStatus[];
}

interface ReversedAccount {
  readonly ended: AccountEnd | null;
  /** Something of what the dossier paid was listed for refund as a whole: a correction, or nothing owed any more. */
  readonly hasListed: boolean;
}

const refused = (because: string): Refusal<FeeRefusalCode> =>
  new Refusal<FeeRefusalCode>('PAYMENT.NOT_REVERSIBLE', { because });

/**
 * Only what an officer entered can be a mistake of the counter, and only while nothing was built on it that cannot be undone. What
 * an ended dossier has paid is listed for refund, which is the way back. Refused with `PAYMENT.DOSSIER_ENDED`,
 * `PAYMENT.NOT_REVERSIBLE`.
 * @rule R16
 */
export function assertReversible(entered: EnteredMoney, account: ReversedAccount, reason: ReversalReason): void {
  const { ended, hasListed } = account;
  if (ended !== null) throw new Refusal<FeeRefusalCode>('PAYMENT.DOSSIER_ENDED', { ended });
  if (entered.isReversed) throw refused('reversedAlready');
  if (!entered.byOfficer) throw refused('notEnteredByOfficer');
  if (entered.isSaidAnew) throw refused('saidAnew');
  if (reason === 'cashGivenBack' && entered.method !== 'counter') throw refused('notCash');
  const isDecided = entered.refunds.some((status) => status !== 'listed' && status !== 'proposed');
  if (hasListed || isDecided) throw refused('refundGoesOn');
}

interface ReversalAsked {
  readonly approved: boolean;
  readonly by: string;
  /** Who entered the money. */
  readonly collectedBy: string | null;
}

/**
 * Another person than who proposed it and who took the money decides. Refused with `PAYMENT.REVERSAL_DECIDED`,
 * `PAYMENT.SAME_PERSON`.
 * @rule R16
 */
export function decideReversal(
  { status, proposedBy }: { readonly status: ReversalStatus; readonly proposedBy: string },
  { approved, by, collectedBy }: ReversalAsked,
): Exclude<ReversalStatus, 'proposed'> {
  if (status !== 'proposed') throw new Refusal<FeeRefusalCode>('PAYMENT.REVERSAL_DECIDED', { reversalStatus: status });
  if (by === proposedBy || by === collectedBy) throw new Refusal<FeeRefusalCode>('PAYMENT.SAME_PERSON', {});
  return approved ? 'done' : 'turnedDown';
}

/** What was settled at once, with its receipts. */
export interface Settlement {
  readonly orderId: string;
  readonly settles: readonly CollectionTime[];
  readonly amount: Dong;
  readonly at: Temporal.Instant;
}

/**
 * Which settlements do not hold when so much goes: none, as long as what is here and settles nothing is enough; else those of the
 * order first, and the latest first. Refused with `PAYMENT.NOT_REVERSIBLE` where a later demand stands upon one.
 * @rule R16
 */
export function settlementsUndone<One extends Settlement>(
  settlements: readonly One[],
  {
    orderId,
    amount,
    unallocated,
    demandedAt,
  }: {
    readonly orderId: string;
    readonly amount: Dong;
    readonly unallocated: Dong;
    readonly demandedAt: Temporal.Instant | null;
  },
): readonly One[] {
  const latestFirst = settlements.toReversed();
  const inOrder = [
    ...latestFirst.filter((one) => one.orderId === orderId),
    ...latestFirst.filter((one) => one.orderId !== orderId),
  ];
  const undone: One[] = [];
  let here = unallocated;
  for (const one of inOrder) {
    if (here >= amount) break;
    const isOfEarlierDemand = demandedAt !== null && Temporal.Instant.compare(one.at, demandedAt) < 0;
    if (one.settles.includes('onDemand') && isOfEarlierDemand) throw refused('laterDemand');
    undone.push(one);
    here += one.amount;
  }
  if (here < amount) throw refused('notHere');
  return undone;
}
