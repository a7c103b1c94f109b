import type { CaseState, ResultKind } from '../cases/case-state.js';

/** The letter that tells an applicant of a denial: every procedure has it, whatever results its version names. */
const REFUSAL_LETTER: ResultKind = { code: 'VAN-BAN-TRA-LOI', name: 'Văn bản trả lời', decision: 'denied' };

/** For a version that names nothing that is granted. */
const UNNAMED: ResultKind = { code: 'KET-QUA', name: 'Kết quả giải quyết hồ sơ', decision: 'granted' };

/** Every result that the case may end with: those of its version, and the letter of refusal. @rule R14 */
export function resultKindsOf({ terms: { results } }: Pick<CaseState, 'terms'>): readonly ResultKind[] {
  const granted = results.some(({ decision }) => decision === 'granted') ? [] : [UNNAMED];
  const letter = results.some(({ code }) => code === REFUSAL_LETTER.code) ? [] : [REFUSAL_LETTER];
  return [...granted, ...results, ...letter];
}

/** The kind of this code; without a code the first one of the decision that was taken, or else of a grant. */
export function resultKind(state: Pick<CaseState, 'terms' | 'decision'>, code?: string): ResultKind | undefined {
  const kinds = resultKindsOf(state);
  if (code !== undefined) return kinds.find((one) => one.code === code);
  return kinds.find(({ decision }) => decision === (state.decision ?? 'granted'));
}
