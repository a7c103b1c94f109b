import type { Action } from './actions.js';
import { MoveNotAllowed } from './move-not-allowed.js';
import type { DossierStatus, PublicStatus } from './statuses.js';

interface MoveRule {
  readonly from: readonly DossierStatus[];
  readonly to: PublicStatus;
  /** Whose decision it is: the one-stop's, payment's, the case's, or that of the passing of time. */
  readonly decider: 'intake' | 'payment' | 'case' | 'time';
  /** Whether the dossier must have been accepted before, or must not; only 5 and 6 leave it open. */
  readonly everAccepted?: boolean;
  /** What the person asked for, where the move has another name. */
  readonly action?: Action;
}

/** The legal life of a dossier. A move missing from this table does not exist. @rule R22 */
export const MOVES = {
  submit: { from: ['draft'], to: 'registered', decider: 'intake' },
  submitOwingFee: { from: ['draft'], to: 'paymentRequired', decider: 'intake', action: 'submit' },
  accept: { from: ['registered'], to: 'accepted', decider: 'intake' },
  acceptWithCashReceipt: {
    from: ['paymentRequired'],
    to: 'accepted',
    decider: 'intake',
    everAccepted: false,
    action: 'accept',
  },
  refuse: { from: ['registered', 'supplementRequired'], to: 'refused', decider: 'intake', everAccepted: false },
  requestSupplement: { from: ['registered'], to: 'supplementRequired', decider: 'intake' },
  completeSupplement: { from: ['supplementRequired'], to: 'registered', decider: 'intake', everAccepted: false },
  cancelSupplement: { from: ['supplementRequired'], to: 'registered', decider: 'intake', everAccepted: false },
  expireSupplement: { from: ['supplementRequired'], to: 'refused', decider: 'time', everAccepted: false },
  withdraw: {
    from: ['registered', 'supplementRequired', 'paymentRequired'],
    to: 'withdrawn',
    decider: 'intake',
    everAccepted: false,
  },
  abandon: { from: ['paymentRequired'], to: 'withdrawn', decider: 'time', everAccepted: false },
  return: { from: ['processed'], to: 'returned', decider: 'intake' },
  // A mistake of the counter, on the same day.
  undoReturn: { from: ['returned'], to: 'processed', decider: 'intake' },

  demandFee: { from: ['registered'], to: 'paymentRequired', decider: 'intake', everAccepted: false },
  demandFeeOfCase: { from: ['accepted', 'processing'], to: 'paymentRequired', decider: 'case', everAccepted: true },
  payBeforeReception: { from: ['paymentRequired'], to: 'registered', decider: 'payment', everAccepted: false },
  payAfterAcceptance: { from: ['paymentRequired'], to: 'accepted', decider: 'payment', everAccepted: true },
  payWhileProcessing: { from: ['paymentRequired'], to: 'processing', decider: 'payment', everAccepted: true },

  startCase: { from: ['accepted'], to: 'processing', decider: 'case' },
  continueCase: { from: ['processing'], to: 'processing', decider: 'case' },
  requestSupplementOfCase: { from: ['accepted', 'processing'], to: 'supplementRequired', decider: 'case' },
  completeSupplementOfCase: { from: ['supplementRequired'], to: 'processing', decider: 'case', everAccepted: true },
  withdrawCase: {
    from: ['accepted', 'processing', 'supplementRequired', 'paymentRequired'],
    to: 'withdrawn',
    decider: 'case',
    everAccepted: true,
  },
  stopCase: {
    from: ['accepted', 'processing', 'supplementRequired', 'paymentRequired'],
    to: 'stopped',
    decider: 'case',
    everAccepted: true,
  },
  // A mistake of the counter, on the same day: the case says whether it is one.
  undoAcceptance: { from: ['accepted', 'processing'], to: 'registered', decider: 'case' },
  completeCase: { from: ['processing'], to: 'processed', decider: 'case' },
} as const satisfies Record<string, MoveRule>;

export type Move = keyof typeof MOVES;

const ACCEPTED_BY_STATUS: ReadonlySet<DossierStatus> = new Set(['accepted', 'processing', 'processed', 'returned']);

/**
 * The status after a move. `everAccepted` matters from 5 and 6 only; from the others the status tells.
 * Throws `MoveNotAllowed`, which names both statuses.
 */
export function statusAfter<M extends Move>(
  move: M,
  from: DossierStatus,
  everAccepted: boolean = ACCEPTED_BY_STATUS.has(from),
): (typeof MOVES)[M]['to'] {
  const rule: MoveRule = MOVES[move];
  const fits = rule.everAccepted === undefined || rule.everAccepted === everAccepted;
  if (!rule.from.includes(from) || !fits) {
    throw new MoveNotAllowed(rule.action ?? move, { status: from, everAccepted }, rule.to);
  }
  return MOVES[move].to;
}
