import { compareDays } from './calendar-month.js';
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
  if (dossier.supplementRequests > 1) return 'late';
  const end = endOf(dossier) ?? dossier.supplementOpenSince;
  if (end === null || dossier.slipDueAt === null) return 'running';
  return Temporal.Instant.compare(end, dossier.slipDueAt) <= 0 ? 'onTime' : 'late';
}

/** Whether what ended at `end` ended on a later day than it was due. */
export const isLateByDate = (end: Temporal.Instant | null, dueAt: Temporal.Instant | null): boolean =>
  end !== null && dueAt !== null && compareDays(end, dueAt) > 0;

/** On time as ordinary reports count it: by date, against the due date as it stands. Null while it is not finished. */
export function punctualityByDate({ processedAt, dueAt }: DossierFacts): 'early' | 'onDay' | 'late' | null {
  if (processedAt === null || dueAt === null) return null;
  const days = compareDays(processedAt, dueAt);
  return days < 0 ? 'early' : days === 0 ? 'onDay' : 'late';
}
