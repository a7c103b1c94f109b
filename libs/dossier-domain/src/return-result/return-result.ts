import { Refusal, withOffset } from '@motcua/kernel';
import { fault, isBlank } from '../make-fault.js';
import { type HeldPaper, stands } from '../reuse/reusable-paper.js';
import { assertNoFaults } from '../input-invalid.js';
import { assertPaid, type Owed } from './assert-paid.js';
import { assertAllowed } from '../life/move-not-allowed.js';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import type { DossierRefusalCode } from '../refusal-codes.js';
import type { DeliveryMethod } from '../submit-dossier/check-submission.js';

export interface ReturnCommand extends Owed {
  readonly method: DeliveryMethod;
  readonly trackingNumber: string | null;
  /** The results of the case: none where its process issues none. */
  readonly results: readonly ReturnedResult[];
  readonly now: Temporal.Instant;
}

interface ReturnedResult extends Pick<HeldPaper, 'validUntil' | 'revokedAt'> {
  readonly number: string | null;
  readonly revokedReason: string | null;
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
  assertAllowed('return', life);
  const { method, trackingNumber, results, now } = command;
  assertPaid(command);
  assertSomeStands(results, now);
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

function assertSomeStands(results: readonly ReturnedResult[], now: Temporal.Instant): void {
  if (results.length === 0 || results.some((result) => stands(result, now))) return;
  throw new Refusal<DossierRefusalCode>(
    'DOSSIER.NO_VALID_RESULT',
    {
      results: results.map(({ number, validUntil, revokedAt, revokedReason }) => ({
        number,
        validUntil,
        revokedAt: revokedAt && withOffset(revokedAt),
        revokedReason,
      })),
    },
    [],
    {
      vi: 'Mọi kết quả của hồ sơ đã bị thu hồi hoặc hết hiệu lực. Đề nghị cơ quan có thẩm quyền cấp lại trước khi trả.',
      en: 'Every result was revoked or has expired. The competent agency issues a replacement before the return.',
    },
  );
}
