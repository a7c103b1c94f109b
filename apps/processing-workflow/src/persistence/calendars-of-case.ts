import { Injectable } from '@nestjs/common';
import { Calendars } from '@motcua/catalogue-copy';
import type { Queries } from '@motcua/platform';
import type { CaseCalendars, CaseState } from '@motcua/processing-domain';

/** The calendar that a case's slip was reckoned on, and the one that counts for it now: one object where they are the same. */
@Injectable()
export class CalendarsOfCase {
  constructor(private readonly calendars: Calendars) {}

  /** @throws NotYetKnown when a revision has not arrived */
  async of({ terms, calendarRevision }: CaseState, queries?: Queries): Promise<CaseCalendars> {
    const { code, revision } = terms.calendar;
    const { calendar: atAcceptance } = await this.calendars.revision(code, revision, queries);
    if (calendarRevision === revision) return { atAcceptance, current: atAcceptance };
    const { calendar: current } = await this.calendars.revision(code, calendarRevision, queries);
    return { atAcceptance, current };
  }
}
