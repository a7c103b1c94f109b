import { VIETNAM } from '@motcua/kernel';

/** A month of Vietnam's calendar, `2026-11`. */
export type Month = string;

const wall = (instant: Temporal.Instant): Temporal.ZonedDateTime => instant.toZonedDateTimeISO(VIETNAM);

export const monthOf = (instant: Temporal.Instant): Month => wall(instant).toPlainDate().toString().slice(0, 7);

/** Ordinary reports compare days, not instants. -1, 0 or 1. */
export const compareDays = (one: Temporal.Instant, other: Temporal.Instant): number =>
  Temporal.PlainDate.compare(wall(one).toPlainDate(), wall(other).toPlainDate());
