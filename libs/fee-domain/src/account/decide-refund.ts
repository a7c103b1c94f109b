import { type Dong, Refusal } from '@motcua/kernel';
import type { FeeRefusalCode } from '../refusal-codes.js';

/**
 * `listed`: to be decided. `proposed`: the cashier has proposed what becomes of it. `approved`: to be paid back. `failed`: paying
 * it back did not succeed, and is tried again. `refunded`, `kept`: the end; and `reversed`: what it would give back had been entered
 * by mistake.
 */
export const REFUND_STATUSES = ['listed', 'proposed', 'approved', 'failed', 'refunded', 'kept', 'reversed'] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

interface Refund {
  readonly amount: Dong;
  readonly status: RefundStatus;
  readonly proposal: RefundProposal | null;
}

/** What is proposed to become of a listed refund. */
export interface RefundProposal {
  readonly decision: 'refund' | 'keep';
  /** Of what is listed; the rest stays listed. */
  readonly amount: Dong;
  readonly by: string;
  /** Reason and policy. */
  readonly note: string;
  /** Who let it pass; null: nobody yet. */
  readonly approvedBy: string | null;
}

function inStatus({ status }: Refund, ...wanted: RefundStatus[]): void {
  if (!wanted.includes(status)) throw new Refusal<FeeRefusalCode>('PAYMENT.REFUND_DECIDED', { refundStatus: status });
}

/**
 * The cashier proposes to pay back a listed refund or to keep it, all or a part, by policy; anew as long as nobody has approved.
 * Refused with `PAYMENT.REFUND_DECIDED`, `PAYMENT.REFUND_TOO_LARGE`.
 * @rule R16
 */
export function proposeRefund(
  refund: Refund,
  { amount = refund.amount, ...proposal }: Omit<RefundProposal, 'amount' | 'approvedBy'> & { readonly amount?: Dong },
): RefundProposal {
  inStatus(refund, 'listed', 'proposed');
  if (amount < 1 || amount > refund.amount) {
    throw new Refusal<FeeRefusalCode>('PAYMENT.REFUND_TOO_LARGE', { listed: refund.amount, asked: amount });
  }
  return { amount, ...proposal, approvedBy: null };
}

interface Approval {
  readonly status: 'approved' | 'kept' | 'listed';
  /** What the approval is about. */
  readonly amount: Dong;
  /** What stays listed, as a refund of its own. */
  readonly rest: Dong;
  /** As it was approved; null: it is sent back. */
  readonly proposal: RefundProposal | null;
}

interface ApprovalAsked {
  readonly approved: boolean;
  readonly by: string;
  /** Who took the money; null where it was a machine. */
  readonly collectedBy: readonly (string | null)[];
}

/**
 * Another person than who proposed it and who took the money approves a proposal, or sends it back. Refused with
 * `PAYMENT.REFUND_DECIDED`, `PAYMENT.SAME_PERSON`.
 * @rule R16
 */
export function approveRefund(refund: Refund, { approved, by, collectedBy }: ApprovalAsked): Approval {
  inStatus(refund, 'proposed');
  const { proposal, amount: listed } = refund;
  if (proposal === null || proposal.by === by || collectedBy.includes(by)) {
    throw new Refusal<FeeRefusalCode>('PAYMENT.SAME_PERSON', { refundStatus: refund.status });
  }
  if (!approved) return { status: 'listed', amount: listed, rest: 0, proposal: null };
  const { decision, amount } = proposal;
  return {
    status: decision === 'keep' ? 'kept' : 'approved',
    amount,
    rest: listed - amount,
    proposal: { ...proposal, approvedBy: by },
  };
}

/** Money leaves only where it was approved; a payment back that failed is tried again. Refused with `PAYMENT.REFUND_DECIDED`. */
export const assertMayBePaidOut = (refund: Refund): void => inStatus(refund, 'approved', 'failed');

/** Neither paid back, nor kept, nor undone with the mistake that had listed it. */
export const isOpenRefund = (status: RefundStatus): boolean =>
  status !== 'refunded' && status !== 'kept' && status !== 'reversed';

/** Money movements of one dossier, as sums. */
export interface Balance {
  readonly received: Dong;
  readonly refunded: Dong;
  /** Listed for refund, and neither paid back nor kept yet. */
  readonly listed: Dong;
  /** Decided not to be paid back. */
  readonly kept: Dong;
}

/** The sums of what moved, and of what was listed and decided. */
export function balanceOf(
  entries: readonly { readonly kind: 'payment' | 'surplus' | 'refund'; readonly amount: Dong }[],
  refunds: readonly Pick<Refund, 'amount' | 'status'>[],
): Balance {
  const sum = <Item>(items: readonly Item[], amountOf: (item: Item) => Dong): Dong =>
    items.reduce((total, item) => total + amountOf(item), 0);
  return {
    received: sum(entries, ({ kind, amount }) => (kind === 'refund' ? 0 : amount)),
    refunded: sum(entries, ({ kind, amount }) => (kind === 'refund' ? amount : 0)),
    listed: sum(refunds, ({ status, amount }) => (isOpenRefund(status) ? amount : 0)),
    kept: sum(refunds, ({ status, amount }) => (status === 'kept' ? amount : 0)),
  };
}

/** What is here and was neither given back, nor listed, nor decided to be kept: what an end of the dossier lists. */
export const undecided = ({ received, refunded, listed, kept }: Balance): Dong =>
  Math.max(0, received - refunded - listed - kept);
