import type { Plain, SupplementItem } from '@motcua/contracts';
import type { DossierChange } from '../change/dossier-change.js';
import type { DossierFacts } from '../change/dossier-facts.js';

/**
 * What was given could not be taken, and the request stays open: it says why (R21). It is the same request, not a second one
 * (R10). Before acceptance its items grow; after it they are the case's, and the request says what became of the answer.
 */
export function askForFiles(
  { supplements }: DossierFacts,
  change: DossierChange,
  fileFaults: readonly Plain<SupplementItem>[],
): DossierChange {
  const open = supplements.find(({ number }) => number === change.after.supplementCount);
  const isAnswered = (change.supplements ?? []).some(({ after }) => after.givenAt !== null);
  if (!open || fileFaults.length === 0 || isAnswered || change.after.status !== 'supplementRequired') return change;
  if (!open.beforeAcceptance) {
    const rejectedReason = fileFaults.map(({ reason }) => reason).join('\n');
    return {
      ...change,
      supplements: [...(change.supplements ?? []), { before: open, after: { ...open, rejectedReason } }],
    };
  }
  const request = { ...open, items: [...open.items, ...fileFaults] };
  const { number, items } = request;
  return {
    ...change,
    after: { ...change.after, statusReason: items.map(({ reason }) => reason).join('\n') },
    facts: [...change.facts, { action: 'supplementRequested', detail: { number, items }, told: { request } }],
    supplements: [...(change.supplements ?? []), { before: open, after: request }],
  };
}
