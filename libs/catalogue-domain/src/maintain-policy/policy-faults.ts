import type { Fault } from '@motcua/kernel';
import { rewrittenPast } from '../set-tariff/rewritten-past.js';
import type { PolicyRecord } from './policy-record.js';

/** What is known to the catalogue of the codes that a policy's scope names. */
export interface KnownCodes {
  readonly fields: ReadonlySet<string>;
  readonly procedures: ReadonlySet<string>;
  readonly agencies: ReadonlySet<string>;
}

/**
 * A policy that has held is said otherwise of days that are over only by a correction, which says why. @rule R17
 */
export function policyPastFaults(
  { revision: _revision, ...before }: PolicyRecord,
  after: Omit<PolicyRecord, 'revision'>,
  today: string,
): Fault[] {
  const { places, leavesOut } = rewrittenPast([before], [after], { from: '', until: today });
  if (places.length === 0 && !leavesOut) return [];
  return [
    {
      pointer: '/reason',
      code: 'PAST_REWRITTEN',
      detail: {
        vi: `Chính sách đã áp dụng trước ngày ${today}. Để thay đổi từ nay về sau, đề nghị kết thúc chính sách và ban hành chính sách mới; để đính chính, đề nghị ghi lý do.`,
        en: `The policy was in force before ${today}. To change it from now on, end it and set another; to correct it, say why.`,
      },
    },
  ];
}

/** Everything wrong with a policy beyond the shape of its fields. @rule R17 */
export function policyFaults(
  { kind, basisPoints, validFrom, validTo, scope, beneficiary = null }: Omit<PolicyRecord, 'code' | 'revision'>,
  known: KnownCodes,
): Fault[] {
  const faults: Fault[] = [];
  if (kind === 'term' && basisPoints > 9_999) {
    faults.push({
      pointer: '/basisPoints',
      code: 'TERM_REDUCED_TO_NOTHING',
      detail: {
        vi: 'Mức giảm thời hạn không được vượt quá 9.999 phần vạn.',
        en: 'A term is reduced by 9,999 basis points at most.',
      },
    });
  }
  if (validTo !== null && validTo <= validFrom) {
    faults.push({
      pointer: '/validTo',
      code: 'WINDOW_EMPTY',
      detail: {
        vi: 'Ngày hết hiệu lực phải sau ngày bắt đầu.',
        en: 'The first day without the policy must be after its first day.',
      },
    });
  }
  if (kind === 'term' && scope.feeKinds !== null) {
    faults.push({
      pointer: '/scope/feeKinds',
      code: 'NOT_FOR_A_TERM',
      detail: {
        vi: 'Chính sách giảm thời hạn không phân biệt phí, lệ phí: `feeKinds` phải là null.',
        en: '`feeKinds` must be null when `kind` is "term".',
      },
    });
  }
  if (kind === 'term' && (beneficiary !== null || scope.applicants != null)) {
    faults.push({
      pointer: beneficiary === null ? '/scope/applicants' : '/beneficiary',
      code: 'NOT_FOR_A_TERM',
      detail: {
        vi: 'Chính sách giảm thời hạn áp dụng cho mọi người nộp.',
        en: 'A term is reduced for every applicant.',
      },
    });
  }
  for (const list of ['fields', 'procedures', 'agencies'] as const) {
    scope[list]?.forEach((code, at) => {
      if (known[list].has(code)) return;
      faults.push({
        pointer: `/scope/${list}/${at}`,
        code: 'CODE_UNKNOWN',
        detail: { vi: `Danh mục không có mã ${code}.`, en: `The catalogue has no ${code}.` },
      });
    });
  }
  return faults;
}
