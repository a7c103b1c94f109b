import { Refusal, withOffset } from '@motcua/kernel';
import { faultsOfMovedDeadline, type WorkingCalendar } from '@motcua/legal-clock';
import type { OpenSupplement } from '../complete-supplement/complete-supplement.js';
import { assertNoFaults } from '../input-invalid.js';
import type { Life } from '../life/statuses.js';
import { assertAllowed } from '../life/move-not-allowed.js';
import type { DossierRefusalCode } from '../refusal-codes.js';

interface Moving {
  readonly request: Pick<OpenSupplement, 'number' | 'deadlineAt'>;
  readonly deadlineAt: Temporal.Instant;
  readonly supplementTermWorkingDays: number;
  /** The receiving agency's. */
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/**
 * Before the acceptance the applicant gets more time, as long as what they have has not passed: no more than a request that is made
 * today would give. Refused with `DOSSIER.SUPPLEMENT_EXPIRED`, `DOSSIER.INPUT_INVALID`.
 * @rule R9
 */
export function moveSupplementDeadline(
  life: Life,
  { request, deadlineAt: wanted, supplementTermWorkingDays: workingDays, calendar, now }: Moving,
): Temporal.Instant {
  assertAllowed('moveSupplementDeadline', life);
  const { number, deadlineAt: previous } = request;
  if (Temporal.Instant.compare(now, previous) > 0)
    throw new Refusal<DossierRefusalCode>('DOSSIER.SUPPLEMENT_EXPIRED', { number, deadlineAt: withOffset(previous) });
  assertNoFaults(faultsOfMovedDeadline(calendar, { previous, wanted, workingDays, now }));
  return wanted;
}
