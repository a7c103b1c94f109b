import type { WorkingCalendar } from '@motcua/legal-clock';

/**
 * The calendar that the slip was reckoned on, and the one that counts now: the same, until a recalculation for a later
 * revision was applied to the case (R5, R12).
 */
export interface CaseCalendars {
  readonly atAcceptance: WorkingCalendar;
  readonly current: WorkingCalendar;
}
