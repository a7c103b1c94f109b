import { type Fault, type Localized, Refusal, VIETNAM } from '@motcua/kernel';
import type { CaseResult } from '../cases/case-state.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';
import type { Decision } from '../tasks/decision.js';

interface Signing {
  readonly step: string;
  readonly decision: Decision;
  /** Numbers of the results to sign; undefined: every draft of the decision. */
  readonly named: readonly number[] | undefined;
  readonly now: Temporal.Instant;
}

/** Whether a document still holds on the day of `now`. @param validUntil last day, in Vietnam; null: without a limit */
const holdsOn = (validUntil: string | null, now: Temporal.Instant): boolean =>
  validUntil === null || Temporal.PlainDate.compare(validUntil, now.toZonedDateTimeISO(VIETNAM).toPlainDate()) >= 0;

const WHY = {
  NOT_A_DRAFT: { vi: 'Hồ sơ không có bản chờ ký mang số thứ tự này.', en: 'The case has no draft of this number.' },
  NOT_OF_DECISION: {
    vi: 'Kết quả này không thuộc quyết định đã ban hành.',
    en: 'This result does not belong to the decision that was taken.',
  },
  VALIDITY_PAST: { vi: 'Kết quả này đã hết hiệu lực.', en: 'This result holds no longer.' },
} as const satisfies Record<string, Localized>;

/**
 * The drafts that a signature issues: results of the decision that was taken and no others, each of them still holding.
 * @rule R20 R21
 * @throws Refusal CASE.RESULT_MISSING, CASE.RESULT_NOT_TO_SIGN with what is wrong with each
 */
export function resultsToSign(results: readonly CaseResult[], signing: Signing): CaseResult[] {
  const { step, decision, named, now } = signing;
  const drafts = results.filter(({ state }) => state === 'draft');
  const chosen = drafts.filter((one) => (named ? named.includes(one.number) : one.decision === decision));
  const issued = results.some((one) => one.state === 'signed' && one.decision === decision);
  const missing = (named ?? []).filter((number) => !drafts.some((one) => one.number === number));
  const faults = [
    ...missing.map((number) => faultOf('NOT_A_DRAFT', named, number)),
    ...chosen.flatMap((one) => {
      if (one.decision !== decision) return [faultOf('NOT_OF_DECISION', named, one.number)];
      return holdsOn(one.validUntil, now) ? [] : [faultOf('VALIDITY_PAST', named, one.number)];
    }),
  ];
  if (faults.length > 0) {
    const allowed = drafts.filter((one) => one.decision === decision).map(({ number }) => number);
    throw new Refusal<ProcessingRefusalCode>('CASE.RESULT_NOT_TO_SIGN', { decision, allowed }, faults);
  }
  if (chosen.length > 0 || issued) return chosen;
  throw new Refusal<ProcessingRefusalCode>('CASE.RESULT_MISSING', { step, decision }, [], {
    vi: 'Đề nghị tải tệp kết quả của quyết định này lên hồ sơ trước khi ký.',
    en: 'Put the result of this decision into the case before it is signed.',
  });
}

const faultOf = (code: keyof typeof WHY, named: readonly number[] | undefined, number: number): Fault => ({
  pointer: named ? `/results/${named.indexOf(number)}` : '/results',
  code,
  detail: WHY[code],
});
