import { Refusal, VIETNAM } from '@motcua/kernel';
import type { TrackingBookQuery } from './tracking-book.query.js';
import type { PlatformCode } from '@motcua/platform';

/** A period of whole days in Vietnam: from the first instant of one to the first instant after another. */
export interface BookPeriod {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

const startOf = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(VIETNAM).toInstant();

/** @throws Refusal REQUEST.PARAMETER_INVALID when it ends before it begins */
export function bookPeriod({ from, to }: Pick<TrackingBookQuery, 'from' | 'to'>): BookPeriod {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  if (Temporal.PlainDate.compare(first, last) <= 0)
    return { from: startOf(first), until: startOf(last.add({ days: 1 })) };
  throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
    {
      pointer: '/to',
      code: 'PERIOD_REVERSED',
      detail: {
        vi: `Ngày cuối kỳ (to) phải từ ngày đầu kỳ (${from}) trở đi.`,
        en: `The last day (to) must not be before the first (${from}).`,
      },
    },
  ]);
}
