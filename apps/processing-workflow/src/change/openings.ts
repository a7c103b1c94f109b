import { Injectable } from '@nestjs/common';
import { Calendars } from '@motcua/catalogue-copy';
import { newId } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import type { CaseState, CaseTerms, Opening } from '@motcua/processing-domain';

/** The calendar that counts for a case. */
interface CountedOn extends Pick<CaseState, 'calendarRevision'> {
  readonly terms: Pick<CaseTerms, 'calendar'>;
}

/**
 * What the next step of a case is opened with: ids of our own, and the calendar that counts for it, frozen at acceptance (R14)
 * until a recalculation was applied (R5).
 */
@Injectable()
export class Openings {
  constructor(private readonly calendars: Calendars) {}

  /** @throws NotYetKnown while the calendar of the acceptance has not come */
  async of(tx: Tx, { terms, calendarRevision }: CountedOn, now: Temporal.Instant): Promise<Opening> {
    const known = await this.calendars.revision(terms.calendar.code, calendarRevision, tx);
    return { newTaskId: newId, calendar: known.calendar, now };
  }
}
