import { receptionDue, type WorkingCalendar } from '@motcua/legal-clock';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import type { Channel } from '../binding-version/procedure-version.js';

export interface Settlement {
  readonly channel: Channel;
  /** The status that the dossier had when the fee became due; `registered` where it was due at submission. */
  readonly cameFrom: 'registered' | 'accepted' | 'processing';
  /** Nothing that is due now is owed any more. */
  readonly settled: boolean;
  readonly paidAt: Temporal.Instant;
  /** The receiving agency's, for R6. */
  readonly calendar: WorkingCalendar;
}

/** The dossier goes back to where it came from; before acceptance the 8 working hours of R6 start with the payment. */
interface FeeSettled {
  readonly status: 'registered' | 'accepted' | 'processing';
  readonly receptionDueAt: Temporal.Instant | null;
}

const MOVE_BACK = {
  registered: 'payBeforeReception',
  accepted: 'payAfterAcceptance',
  processing: 'payWhileProcessing',
} as const;

/**
 * A payment came, as fact: never refused. Null where it changes no status: a part is still owed, or the dossier no
 * longer awaits it (accepted with a cash receipt, withdrawn; a fee due before return never changed its status, R16).
 * @rule R6 R16
 */
export function settlePayment(life: Life, settlement: Settlement): FeeSettled | null {
  const { channel, cameFrom, settled, paidAt, calendar } = settlement;
  if (life.status !== 'paymentRequired' || !settled) return null;
  const status = statusAfter(MOVE_BACK[cameFrom], life.status, life.everAccepted);
  const receives = channel === 'online' && status === 'registered';
  return { status, receptionDueAt: receives ? receptionDue(calendar, paidAt) : null };
}
