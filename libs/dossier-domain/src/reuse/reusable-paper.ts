import { dayInVietnam, type Dong, type Fault, type Localized, pointerSegment } from '@motcua/kernel';
import { fault } from '../make-fault.js';

/** A result, or a paper that was accepted once, as it stands now. */
export interface HeldPaper {
  /** The decision of a result; null for a paper. */
  readonly decision: 'granted' | 'denied' | null;
  /** Last day on which it holds, `YYYY-MM-DD` in Vietnam; null: without a limit. */
  readonly validUntil: string | null;
  readonly revokedAt: Temporal.Instant | null;
  /** What has to be paid before the result is handed out. */
  readonly owed: Dong;
}

/** Whether a result holds: it was not revoked, and its last day has not passed. @rule R20 */
export const stands = (
  { validUntil, revokedAt }: Pick<HeldPaper, 'validUntil' | 'revokedAt'>,
  now: Temporal.Instant,
): boolean => revokedAt === null && (validUntil === null || validUntil >= dayInVietnam(now));

export type UnusableBecause = 'revoked' | 'expired' | 'denial' | 'unpaid';

/** Why a paper may not stand for a component; undefined where it may. @rule R16 R20 */
export function unusableBecause(paper: HeldPaper, now: Temporal.Instant): UnusableBecause | undefined {
  if (paper.revokedAt !== null) return 'revoked';
  if (!stands(paper, now)) return 'expired';
  if (paper.decision === 'denied') return 'denial';
  return paper.owed > 0 ? 'unpaid' : undefined;
}

const WHY: Readonly<Record<UnusableBecause, Localized>> = {
  revoked: { vi: 'đã bị thu hồi', en: 'was revoked' },
  expired: { vi: 'đã hết hiệu lực', en: 'is no longer valid' },
  denial: { vi: 'là văn bản từ chối', en: 'is a letter of refusal' },
  unpaid: { vi: 'chưa được trả vì còn phí, lệ phí phải nộp', en: 'is held back until its fee is paid' },
};

/** A component of a dossier, and the result or paper that it is a copy of. */
export interface AttachedPaper {
  readonly component: string;
  /** Null: it is a paper of its own. */
  readonly source: HeldPaper | null;
}

/** Each component whose source may not, or may no longer, stand for it. @rule R20 R21 */
export const paperFaults = (files: readonly AttachedPaper[], now: Temporal.Instant): Fault[] =>
  files.flatMap(({ component, source }) => {
    const why = source && unusableBecause(source, now);
    if (!why) return [];
    return [
      fault(
        `/components/${pointerSegment(component)}`,
        `DOSSIER.PAPER_${why.toUpperCase()}`,
        `Giấy tờ dùng cho thành phần ${component} ${WHY[why].vi}. Đề nghị thay bằng giấy tờ còn hiệu lực.`,
        `The paper given as ${component} ${WHY[why].en}. Replace it by one that holds.`,
      ),
    ];
  });
