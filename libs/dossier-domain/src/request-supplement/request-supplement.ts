import { type Fault, isAskableField } from '@motcua/kernel';
import { addWorkingTime, startOfTerm, type WorkingCalendar } from '@motcua/legal-clock';
import { assertNoFaults } from '../input-invalid.js';
import { assertAllowed } from '../life/move-not-allowed.js';
import { statusAfter } from '../life/moves.js';
import { fault } from '../make-fault.js';
import type { Life } from '../life/statuses.js';
import { checkRemarks, type Remark, withCodes } from '../check-reasons-and-remarks.js';

export interface SupplementRequest {
  readonly items: readonly Remark[];
  /** Codes of the components that the procedure asks for. */
  readonly components: readonly string[];
  /** Pointers of the form's fields; null where it takes any, absent where no person asks. */
  readonly formFields?: readonly string[] | null;
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

/** What the applicant cannot change is not asked for: the dossier would wait for it until it ends. @rule R21 */
const fieldFaults = (items: readonly Remark[], formFields: readonly string[] | null | undefined): Fault[] =>
  items.flatMap(({ field }, index) =>
    field === null || formFields === undefined || isAskableField(field, formFields)
      ? []
      : [
          fault(
            `/items/${index}/field`,
            'DOSSIER.FIELD_UNKNOWN',
            'Biểu mẫu không có trường thông tin này, hoặc người nộp không sửa được.',
            'The form has no such field, or the applicant cannot change it.',
          ),
        ],
  );

const WORKING_DAY = 8 * 3_600_000;

/** The one-stop asks before acceptance; the items say what and why (R21), else `DOSSIER.INPUT_INVALID`. @rule R9 R10 */
export function requestSupplement(life: Life, request: SupplementRequest): SupplementRequested {
  assertAllowed('requestSupplement', life);
  const { items, components, formFields, earlierRequests, supplementTermWorkingDays, calendar, now } = request;
  assertNoFaults([...checkRemarks(items, components, '/items'), ...fieldFaults(items, formFields)]);
  const number = earlierRequests + 1;
  return {
    status: statusAfter('requestSupplement', life.status),
    number,
    requestedAt: now,
    deadlineAt: addWorkingTime(calendar, startOfTerm(calendar, now), supplementTermWorkingDays * WORKING_DAY),
    items: withCodes(items, number),
  };
}
