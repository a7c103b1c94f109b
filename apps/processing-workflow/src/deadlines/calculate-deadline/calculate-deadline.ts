import { Injectable } from '@nestjs/common';
import { Calendars } from '@motcua/catalogue-copy';
import { type Fault, type Language, Refusal } from '@motcua/kernel';
import {
  calculateDeadline,
  deadlineView,
  type DeadlineView,
  type DeadlineRequest,
  type LegalClockRefusalCode,
  parseDeadlineRequest,
  type WorkingCalendar,
} from '@motcua/legal-clock';
import { awaitKnown } from '@motcua/platform';
import type { WorkflowCode } from '../../problems.js';

const unknownCalendar: Fault = {
  pointer: '/calendar',
  code: 'DEADLINE.CALENDAR_UNKNOWN',
  detail: {
    vi: 'Không có lịch làm việc với mã này, hoặc lịch vừa công bố chưa được đồng bộ.',
    en: 'There is no working calendar of this code, or it was just published and has not arrived here.',
  },
};

const calendarOf = (body: unknown): unknown => (body as { calendar?: unknown } | null)?.calendar;

/** The legal clock over HTTP, on any calendar that is known here (R3 to R8, R17). */
@Injectable()
export class CalculateDeadline {
  constructor(private readonly calendars: Calendars) {}

  /** @throws Refusal DEADLINE.INVALID with every fault, DEADLINE.CALENDAR_UNKNOWN, DEADLINE.OUT_OF_RANGE */
  async execute(body: unknown, waitSeconds: number, language: Language): Promise<DeadlineView> {
    const request = await this.read(body);
    const calendar = await this.calendar(request.calendar, waitSeconds);
    return deadlineView(calculateDeadline({ ...request, calendar }), calendar, language);
  }

  /** Every fault at once: an unknown calendar too, where its code can be read. */
  private async read(body: unknown): Promise<DeadlineRequest> {
    try {
      return parseDeadlineRequest(body);
    } catch (error) {
      const code = calendarOf(body);
      if (!(error instanceof Refusal) || typeof code !== 'string' || code.trim() === '') throw error;
      if (await this.calendars.latest(code)) throw error;
      const { code: broken, evidence, faults, detail } = error as Refusal<LegalClockRefusalCode>;
      throw new Refusal<LegalClockRefusalCode>(broken, evidence, [...faults, unknownCalendar], detail);
    }
  }

  private async calendar(code: string, waitSeconds: number): Promise<WorkingCalendar> {
    try {
      return (await awaitKnown(waitSeconds, () => this.calendars.latest(code))).calendar;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'NOT_YET_KNOWN') throw error;
      throw new Refusal<WorkflowCode>('DEADLINE.CALENDAR_UNKNOWN', { calendar: code }, [unknownCalendar]);
    }
  }
}
