import { type Dong, Refusal } from '@motcua/kernel';
import { isOpenRefund, type RefundStatus } from '../account/decide-refund.js';
import type { ReversalStatus } from '../account/reverse-entry.js';
import type { FeeRefusalCode } from '../refusal-codes.js';

/**
 * What resolves a break: money that they list is booked (`allocation`); a mistake of ours was undone (`reversal`); money goes
 * back (`refund`); or nothing is booked, and the note says why not.
 */
export const RESOLUTION_ACTS = ['allocation', 'reversal', 'refund', 'nothing'] as const;
export type ResolutionAct = (typeof RESOLUTION_ACTS)[number];

/** What has to stand behind an act. */
export interface Behind {
  /** What they list beyond what we have booked, đồng; null where that cannot be said of the break. */
  readonly bookable: Dong | null;
  /** Of the reversal that is named. */
  readonly reversal: ReversalStatus | undefined;
  /** Of the refund that is named. */
  readonly refund: RefundStatus | undefined;
}

/**
 * An act that says that something was booked is believed where it was. Refused with `PAYMENT.NOTHING_BOOKED`.
 */
export function assertBooked(act: ResolutionAct, { bookable, reversal, refund }: Behind): void {
  const stands = {
    allocation: bookable !== null && bookable > 0,
    reversal: reversal === 'done',
    refund: refund !== undefined && refund !== 'listed' && (isOpenRefund(refund) || refund === 'refunded'),
    nothing: true,
  }[act];
  if (!stands) throw new Refusal<FeeRefusalCode>('PAYMENT.NOTHING_BOOKED', { act });
}
