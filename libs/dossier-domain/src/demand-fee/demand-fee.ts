import { addWorkingTime, startOfTerm, type WorkingCalendar } from '@motcua/legal-clock';
import { assertNoFaults } from '../input-invalid.js';
import { assertAllowed } from '../life/move-not-allowed.js';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import { checkReason } from '../check-reasons-and-remarks.js';

interface FeeDemandCommand {
  /** A sentence for the applicant. */
  readonly reason: string;
  readonly earlierDemands: number;
  /** How long the applicant has: as for a supplement. */
  readonly termWorkingDays: number;
  /** The receiving agency's. */
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/** The dossier owes more than was assessed at its submission, and waits for the payment. */
interface FeeDemanded {
  readonly status: 'paymentRequired';
  readonly number: number;
  readonly demandedAt: Temporal.Instant;
  readonly deadlineAt: Temporal.Instant;
}

const WORKING_DAY = 8 * 3_600_000;

/**
 * The one-stop finds before the acceptance that a fee is owed. Refused with `DOSSIER.ACTION_NOT_ALLOWED`; a blank reason is
 * `DOSSIER.INPUT_INVALID`.
 * @rule R16 R21
 */
export function demandFee(life: Life, demand: FeeDemandCommand): FeeDemanded {
  assertAllowed('demandFee', life);
  const { reason, earlierDemands, termWorkingDays, calendar, now } = demand;
  assertNoFaults(checkReason(reason));
  return {
    status: statusAfter('demandFee', life.status),
    number: earlierDemands + 1,
    demandedAt: now,
    deadlineAt: addWorkingTime(calendar, startOfTerm(calendar, now), termWorkingDays * WORKING_DAY),
  };
}
