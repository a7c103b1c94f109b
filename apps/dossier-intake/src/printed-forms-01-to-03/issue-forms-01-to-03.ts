import type { NewPaper } from '@motcua/catalogue-copy';
import type { DossierAction } from '../persistence/history.js';
import type { DossierChange } from '../change/dossier-change.js';

/** What makes an accepted dossier's slip anew. */
const SLIP: ReadonlySet<DossierAction> = new Set(['accepted', 'corrected']);

/** The forms that follow from a change: 01 from an acceptance, 02 from each request, 03 from a refusal. @rule R15 */
export function formsToIssue({ before, after, at, facts, supplements = [] }: DossierChange): NewPaper[] {
  const paper = { about: after.id, agency: after.receivingAgency, at };
  return [
    ...(facts.some(({ action }) => SLIP.has(action)) && after.acceptedAt !== null ? [{ ...paper, form: '01' }] : []),
    ...supplements
      .filter((change) => change.before === null)
      .map(({ after: { number } }) => ({ ...paper, form: '02', n: number })),
    ...(after.status === 'refused' && before?.status !== 'refused' ? [{ ...paper, form: '03' }] : []),
  ];
}
