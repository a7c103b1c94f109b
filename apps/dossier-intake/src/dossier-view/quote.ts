import { Refusal } from '@motcua/kernel';
import type { AnnouncedVersion } from '../catalogue/procedures.js';
import { openExemptions } from '../change/claimed-exemptions.js';
import type { DossierFacts } from '../change/dossier-facts.js';
import { feesOf } from '../change/submittable.js';
import type { QuoteView } from './quote.view.js';

/** What a draft would owe if it were submitted now, and who could pay less; null where that cannot be said yet. @rule R16 */
export function quoteOf(
  facts: Pick<DossierFacts, 'dossier' | 'circumstances' | 'form'>,
  version: AnnouncedVersion,
  now: Temporal.Instant,
): QuoteView | null {
  try {
    const { lines, total } = feesOf(facts, version, now);
    return { lines, total, exemptions: openExemptions(facts.dossier, facts.circumstances, version, now) };
  } catch (error) {
    // Not set by the council, or nothing in the form yet to measure it by.
    if (error instanceof Refusal) return null;
    throw error;
  }
}
