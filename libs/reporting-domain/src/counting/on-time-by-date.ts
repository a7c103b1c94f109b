import { compareDays } from './calendar-month.js';
import type { DossierFacts } from './dossier-facts.js';

/** Whether what ended at `end` ended on a later day than it was due. */
export const isLateByDate = (end: Temporal.Instant | null, dueAt: Temporal.Instant | null): boolean =>
  end !== null && dueAt !== null && compareDays(end, dueAt) > 0;

/** On time as ordinary reports count it: by date, against the due date as it stands. Null while it is not finished. */
export function punctualityByDate({ processedAt, dueAt }: DossierFacts): 'early' | 'onDay' | 'late' | null {
  if (processedAt === null || dueAt === null) return null;
  const days = compareDays(processedAt, dueAt);
  return days < 0 ? 'early' : days === 0 ? 'onDay' : 'late';
}
