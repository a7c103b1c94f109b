import { Injectable } from '@nestjs/common';
import { Calendars } from '@motcua/catalogue-copy';
import type { Queries } from '@motcua/platform';
import { type CaseState, type Officer, recalculateDeadlines, type Recalculated } from '@motcua/processing-domain';
import { CalendarsOfCase } from '../../persistence/calendars-of-case.js';

interface Trial {
  readonly revision: number;
  readonly reason: string;
  readonly by: Officer;
  readonly now: Temporal.Instant;
}

/** What a later revision of its calendar does to a case: the same decision for the preview and for the act. */
@Injectable()
export class TryRecalculation {
  constructor(
    private readonly calendars: Calendars,
    private readonly calendarsOfCase: CalendarsOfCase,
  ) {}

  async on(state: CaseState, { revision, reason, by, now }: Trial, queries?: Queries): Promise<Recalculated> {
    const { atAcceptance, current: before } = await this.calendarsOfCase.of(state, queries);
    const { calendar: after } = await this.calendars.revision(state.terms.calendar.code, revision, queries);
    return recalculateDeadlines(state, { atAcceptance, before, after, revision }, { reason, by }, now);
  }
}
