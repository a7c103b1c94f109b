import { fault, isBlank } from '../make-fault.js';
import { assertNoFaults } from '../input-invalid.js';
import { assertReturnable, type Returnable } from './assert-returnable.js';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import type { DeliveryMethod } from '../submit-dossier/check-submission.js';

export interface ReturnCommand extends Returnable {
  readonly method: DeliveryMethod;
  readonly trackingNumber: string | null;
}

/** The result reached the applicant. */
interface ResultReturned {
  readonly status: 'returned';
  readonly returnedAt: Temporal.Instant;
  readonly method: DeliveryMethod;
  readonly trackingNumber: string | null;
}

/**
 * The one-stop hands the result over; not before what is owed is paid (`DOSSIER.FEE_UNPAID`), and not while every result
 * is revoked or expired (`DOSSIER.NO_VALID_RESULT`).
 * @rule R16 R20
 */
export function returnResult(life: Life, command: ReturnCommand): ResultReturned {
  assertReturnable(life, command);
  const { method, trackingNumber, now } = command;
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
}
