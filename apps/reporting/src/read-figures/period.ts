import { Refusal, VIETNAM } from '@motcua/kernel';
import type { PlatformCode } from '@motcua/platform';

/** A month (2026-11), a quarter (2026-Q4) or a year (2026) of Vietnam's calendar. */
export interface Period {
  readonly name: string;
  /** First and last month, `2026-10`. */
  readonly firstMonth: string;
  readonly lastMonth: string;
  readonly start: Temporal.Instant;
  /** The first instant after it. */
  readonly end: Temporal.Instant;
}

const SHAPE = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/;

export const PERIOD_PATTERN = SHAPE;

/** In UTC, the year before begins and the year after ends a period: years of four digits from 1 on are told and kept. */
const [FIRST_YEAR, LAST_YEAR] = ['0002', '9998'];

const firstInstant = (month: Temporal.PlainYearMonth): Temporal.Instant =>
  month.toPlainDate({ day: 1 }).toZonedDateTime(VIETNAM).toInstant();

/** @throws Refusal REQUEST.PARAMETER_INVALID */
export function parsePeriod(name: string): Period {
  const [, year, month, quarter] = SHAPE.exec(name) ?? [];
  if (year === undefined || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
      {
        pointer: '/period',
        code: 'PERIOD_INVALID',
        detail: {
          vi: 'Kỳ báo cáo là tháng (2026-11), quý (2026-Q4) hoặc năm (2026).',
          en: 'The period is a month (2026-11), a quarter (2026-Q4) or a year (2026).',
        },
      },
    ]);
  }
  const [from, months] = month ? [Number(month), 1] : quarter ? [Number(quarter) * 3 - 2, 3] : [1, 12];
  const first = Temporal.PlainYearMonth.from({ year: Number(year), month: from });
  return {
    name,
    firstMonth: first.toString(),
    lastMonth: first.add({ months: months - 1 }).toString(),
    start: firstInstant(first),
    end: firstInstant(first.add({ months })),
  };
}

/**
 * The first day that what was due before it is late on: today, or the day after the period where that is over. What was due on its
 * last day is late from the next day on.
 */
export const lateFrom = ({ end }: Period, now: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(now, end) < 0 ? now.toZonedDateTimeISO(VIETNAM).startOfDay().toInstant() : end;

/** The first day after it, `2026-12-01`. */
export const dayAfter = ({ end }: Period): string => end.toZonedDateTimeISO(VIETNAM).toPlainDate().toString();
