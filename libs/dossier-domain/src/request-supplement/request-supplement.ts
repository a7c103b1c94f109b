import { addWorkingTime, startOfTerm, type WorkingCalendar } from '@motcua/legal-clock';
import { assertNoFaults } from '../input-invalid.js';
import { assertAllowed } from '../life/move-not-allowed.js';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import { checkRemarks, type Remark, withCodes } from '../check-reasons-and-remarks.js';

export interface SupplementRequest {
  readonly items: readonly Remark[];
  /** Codes of the components that the procedure asks for. */
  readonly components: readonly string[];
  /** How many requests the dossier has had. */
  readonly earlierRequests: number;
  readonly supplementTermWorkingDays: number;
  /** The receiving agency's. */
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/** The applicant is asked for papers or corrections (form 02), until a deadline (R9). */
interface SupplementRequested {
  readonly status: 'supplementRequired';
  readonly number: number;
  readonly requestedAt: Temporal.Instant;
  readonly deadlineAt: Temporal.Instant;
  readonly items: readonly Remark[];
}

const WORKING_DAY = 8 * 3_600_000;

/** The one-stop asks before acceptance; the items say what and why (R21), else `DOSSIER.INPUT_INVALID`. @rule R9 R10 */
export function requestSupplement(life: Life, request: SupplementRequest): SupplementRequested {
  assertAllowed('requestSupplement', life);
  const { items, components, earlierRequests, supplementTermWorkingDays, calendar, now } = request;
  assertNoFaults(checkRemarks(items, components, '/items'));
  const number = earlierRequests + 1;
  return {
    status: statusAfter('requestSupplement', life.status),
    number,
    requestedAt: now,
    deadlineAt: addWorkingTime(calendar, startOfTerm(calendar, now), supplementTermWorkingDays * WORKING_DAY),
    items: withCodes(items, number),
  };
}
