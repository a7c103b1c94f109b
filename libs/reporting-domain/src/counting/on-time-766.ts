import { countsAsOverdueBy } from '@motcua/legal-clock';
import type { DossierFacts } from './dossier-facts.js';

/** `running`: neither finished nor asked for a supplement, so that only the end of the period tells. */
export type Punctuality = 'onTime' | 'late' | 'running';

/** When a dossier's life under Decision 766 ended; a withdrawal ends it as a stop does. */
export const endOf = ({ processedAt, returnedAt, stoppedAt, withdrawnAt }: DossierFacts): Temporal.Instant | null =>
  processedAt ?? returnedAt ?? stoppedAt ?? withdrawnAt;

/**
 * On time as Decision 766 counts it: by instant, against what was promised on the slip; a second supplement request counts as late.
 * @rule R10 @rule R18
 */
export function punctuality766(dossier: DossierFacts): Punctuality {
  if (countsAsOverdueBy(dossier.supplementRequests)) return 'late';
  const end = endOf(dossier) ?? dossier.supplementOpenSince;
  if (end === null || dossier.slipDueAt === null) return 'running';
  return Temporal.Instant.compare(end, dossier.slipDueAt) <= 0 ? 'onTime' : 'late';
}
