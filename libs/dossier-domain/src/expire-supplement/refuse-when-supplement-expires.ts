import type { Remark } from '../check-reasons-and-remarks.js';
import { Refusal, withOffset } from '@motcua/kernel';
import { givenItems, type OpenSupplement } from '../complete-supplement/complete-supplement.js';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import type { DossierRefused } from '../refuse-dossier/refuse.js';
import type { DossierRefusalCode } from '../refusal-codes.js';

/** Told to the applicant when a supplement never came. */
const SUPPLEMENT_EXPIRED_REASON = 'Quá thời hạn bổ sung hồ sơ mà không nhận được hồ sơ bổ sung.';

/**
 * The deadline of a supplement has come and the dossier was never accepted: it is refused, with the items that were
 * asked for. Refused itself with `DOSSIER.SUPPLEMENT_NOT_EXPIRED` before that, `DOSSIER.ACTION_NOT_ALLOWED` elsewhere.
 * @rule R9
 */
export function refuseWhenSupplementExpires(
  life: Life,
  request: OpenSupplement,
  now: Temporal.Instant,
): DossierRefused {
  const status = statusAfter('expireSupplement', life.status, life.everAccepted);
  if (Temporal.Instant.compare(now, request.deadlineAt) < 0) {
    const deadlineAt = withOffset(request.deadlineAt);
    throw new Refusal<DossierRefusalCode>('DOSSIER.SUPPLEMENT_NOT_EXPIRED', { number: request.number, deadlineAt });
  }
  return { status, refusedAt: now, reason: SUPPLEMENT_EXPIRED_REASON, faults: stillMissing(request) };
}

/** What came with a part of the answer is no reason to refuse. */
function stillMissing(request: OpenSupplement): readonly Remark[] {
  const there = givenItems(request);
  return request.items.filter((_, index) => !there.has(index + 1));
}
