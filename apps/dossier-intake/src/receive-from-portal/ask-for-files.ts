import type { Plain, SupplementItem } from '@motcua/contracts';
import type { DossierChange } from '../change/dossier-change.js';
import type { DossierFacts } from '../change/dossier-facts.js';

/**
 * What was given could not be taken, and the request stays open: it says why (R21). It is the same request, not a second one
 * (R10). After acceptance the request is the case's, which sees for itself what is missing.
 */
export function askForFiles(
  { supplements }: DossierFacts,
  change: DossierChange,
  fileFaults: readonly Plain<SupplementItem>[],
): DossierChange {
  const open = supplements.find(({ number }) => number === change.after.supplementCount);
  const { status } = change.after;
  if (!open?.beforeAcceptance || status !== 'supplementRequired' || fileFaults.length === 0) return change;
  const request = { ...open, items: [...open.items, ...fileFaults] };
  const { number, items } = request;
  return {
    ...change,
    after: { ...change.after, statusReason: items.map(({ reason }) => reason).join('\n') },
    facts: [...change.facts, { action: 'supplementRequested', detail: { number, items }, told: { request } }],
    supplements: [...(change.supplements ?? []), { before: open, after: request }],
  };
}
