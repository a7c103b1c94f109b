import { Inject, Injectable } from '@nestjs/common';
import { type Clock, CLOCK } from '@motcua/kernel';
import { CalendarChangedV1 } from '@motcua/contracts';
import type { CalendarDefinition } from '@motcua/legal-clock';
import { assertVersion, type Tx } from '@motcua/platform';
import { type CalendarRecord, CalendarStore } from '../persistence/calendar-store.js';

export interface MaintainCalendarCommand {
  readonly code: string;
  readonly definition: CalendarDefinition;
  readonly actor: string;
  readonly seen: number | undefined;
}

/** Creates or replaces a working calendar; each change is a new revision, and due dates name the one they used (R12). */
@Injectable()
export class MaintainCalendar {
  constructor(
    @Inject(CalendarStore) private readonly calendars: CalendarStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal RESOURCE.CHANGED, REQUEST.PRECONDITION_REQUIRED */
  async execute(tx: Tx, { code, definition, actor, seen }: MaintainCalendarCommand): Promise<CalendarRecord> {
    const before = await this.calendars.lock(tx, code);
    assertVersion(before?.revision, seen);
    const calendar: CalendarRecord = { code, definition, revision: (before?.revision ?? 0) + 1 };
    if (before) await this.calendars.replace(tx, calendar);
    else if (!(await this.calendars.create(tx, code, definition)))
      assertVersion((await this.calendars.lock(tx, code))?.revision, seen);
    const time = this.clock.now();
    tx.publish({
      contract: CalendarChangedV1,
      key: code,
      data: { code, revision: calendar.revision, definition: { ...definition } },
      time,
    });
    tx.record({
      aggregate: `calendar:${code}`,
      at: time,
      actor,
      action: 'calendar-kept',
      detail: { revision: calendar.revision, definition },
    });
    return calendar;
  }
}
