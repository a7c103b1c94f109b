import { type Dong, Refusal } from '@motcua/kernel';
import { fault, isBlank } from '../make-fault.js';
import { assertNoFaults } from '../input-invalid.js';
import { assertAllowed } from '../life/move-not-allowed.js';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import type { DossierRefusalCode } from '../refusal-codes.js';
import type { DeliveryMethod } from '../submit-dossier/check-submission.js';

export interface ReturnCommand {
  readonly method: DeliveryMethod;
  readonly trackingNumber: string | null;
  /** What is still owed of the lines collected before return (R16). */
  readonly unpaidBeforeReturn: Dong;
  readonly now: Temporal.Instant;
}

/** The result reached the applicant. */
interface ResultReturned {
  readonly status: 'returned';
  readonly returnedAt: Temporal.Instant;
  readonly method: DeliveryMethod;
  readonly trackingNumber: string | null;
}

/** The one-stop hands the result over; not before a fee due before return is paid: `DOSSIER.FEE_UNPAID`. @rule R16 */
export const returnResult = (life: Life, command: ReturnCommand): ResultReturned => {
  assertAllowed('return', life);
  const { method, trackingNumber, unpaidBeforeReturn, now } = command;
  if (unpaidBeforeReturn > 0) throw new Refusal<DossierRefusalCode>('DOSSIER.FEE_UNPAID', { owed: unpaidBeforeReturn });
  assertNoFaults(
    trackingNumber !== null && (method !== 'post' || isBlank(trackingNumber))
      ? [
          fault(
            '/trackingNumber',
            'DOSSIER.TRACKING_NUMBER_INVALID',
            'Chỉ kết quả gửi qua bưu chính có mã bưu gửi, và mã này không được để trống.',
            'Only a result sent by post has a tracking number, and it is not blank.',
          ),
        ]
      : [],
  );
  return { status: statusAfter('return', life.status), returnedAt: now, method, trackingNumber };
};
