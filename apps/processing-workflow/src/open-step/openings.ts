import { Injectable } from '@nestjs/common';
import { Calendars } from '@motcua/catalogue-copy';
import { newId } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import type { CaseTerms, Opening } from '@motcua/processing-domain';

/** What the next step of a case is opened with: ids of our own, and the calendar that its acceptance froze (R14). */
@Injectable()
export class Openings {
  constructor(private readonly calendars: Calendars) {}

  /** @throws NotYetKnown while the calendar of the acceptance has not come */
  async of(tx: Tx, { calendar }: Pick<CaseTerms, 'calendar'>, now: Temporal.Instant): Promise<Opening> {
    const known = await this.calendars.revision(calendar.code, calendar.revision, tx);
    return { newTaskId: newId, calendar: known.calendar, now };
  }
}
