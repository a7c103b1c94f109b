import { Refusal, VIETNAM } from '@motcua/kernel';
import type { WorkflowCode } from '../problems.js';

/** A result that is issued today holds today. @throws Refusal CASE.RESULT_VALIDITY_PAST */
export function assertHoldsStill(validUntil: string | undefined, now: Temporal.Instant): void {
  const today = now.toZonedDateTimeISO(VIETNAM).toPlainDate();
  if (validUntil === undefined || Temporal.PlainDate.compare(validUntil, today) >= 0) return;
  throw new Refusal<WorkflowCode>('CASE.RESULT_VALIDITY_PAST', { validUntil, today: today.toString() }, [
    {
      pointer: '/validUntil',
      code: 'VALIDITY_PAST',
      detail: {
        vi: 'Ngày hết hiệu lực phải từ hôm nay trở đi.',
        en: 'The last day of validity must be today or later.',
      },
    },
  ]);
}
