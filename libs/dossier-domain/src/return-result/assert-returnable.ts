import { Refusal, withOffset } from '@motcua/kernel';
import { assertAllowed } from '../life/move-not-allowed.js';
import type { Life } from '../life/statuses.js';
import type { DossierRefusalCode } from '../refusal-codes.js';
import { type HeldPaper, stands } from '../reuse/reusable-paper.js';
import { assertNothingHeldBack, type OtherDue } from '../other-dues/other-dues.js';
import { assertPaid, type Owed } from './assert-paid.js';

export interface Returnable extends Owed {
  /** What other bodies collect because of the dossier. */
  readonly otherDues: readonly OtherDue[];
  /** The results of the case: none where its process issues none. */
  readonly results: readonly ReturnedResult[];
  readonly now: Temporal.Instant;
}

interface ReturnedResult extends Pick<HeldPaper, 'validUntil' | 'revokedAt'> {
  readonly number: string | null;
  readonly revokedReason: string | null;
}

/** A result goes out, over the counter or to the post: not before what is owed is paid, here and to others, and not while none is valid. @rule R16 R20 */
export function assertReturnable(life: Life, returnable: Returnable): void {
  assertAllowed('return', life);
  assertPaid(returnable);
  assertNothingHeldBack(returnable.otherDues);
  assertSomeStands(returnable.results, returnable.now);
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
