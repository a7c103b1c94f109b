import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';

/**
 * A payment was a mistake of the counter, as fact: never refused. A dossier that awaits its reception waits for its fee again (6).
 * Null where it changes no status: nothing is due now, or the dossier has moved on; then its result is not handed out before what is
 * owed is paid.
 * @rule R16
 */
export const statusAfterReversal = (life: Life, isDueNow: boolean): 'paymentRequired' | null =>
  isDueNow && life.status === 'registered' && !life.everAccepted ? statusAfter('demandFee', life.status, false) : null;
