import type { NewPaper } from '@motcua/catalogue-copy';
import type { CaseChange } from '../persistence/case-change.js';

/** The letters that follow from a change: 04 from a new promise, 05 from a stop. @rule R15 */
export function formsToIssue({ before, after, at, facts }: CaseChange): NewPaper[] {
  const { dossierId: about, terms, extension } = after.state;
  const paper = { about, agency: terms.competentAgency, at };
  const extended = extension !== null && extension !== (before?.state.extension ?? null);
  const promisesAnew = extended || facts.some(({ type }) => type === 'apologised');
  return [
    ...(promisesAnew ? [{ ...paper, form: '04' }] : []),
    ...(facts.some(({ type }) => type === 'stopped') ? [{ ...paper, form: '05' }] : []),
  ];
}
