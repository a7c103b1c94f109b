const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}+07:00`);

/** When each thing of the story happens, by the legal clock. */
export interface ScenarioDates {
  readonly submitted: Temporal.Instant;
  readonly paid: Temporal.Instant;
  readonly accepted: Temporal.Instant;
  readonly assigned: Temporal.Instant;
  readonly supplementRequested: Temporal.Instant;
  readonly supplementCompleted: Temporal.Instant;
  readonly appraised: Temporal.Instant;
  readonly consulted: Temporal.Instant;
  readonly signed: Temporal.Instant;
  readonly returned: Temporal.Instant;
}

/** What the dates must lead to. */
export interface DueByHand {
  /** R6 */
  readonly reception: Temporal.Instant;
  readonly statutory: Temporal.Instant;
  readonly promised: Temporal.Instant;
  /** After the pause. */
  readonly statutoryAfter: Temporal.Instant;
  readonly promisedAfter: Temporal.Instant;
}

/**
 * The two weeks before and after National Day 2026: Saturday 22 August is worked in place of Monday 31, which is off like
 * Tuesday 1 and Wednesday 2 September.
 */
export const NATIONAL_DAY: ScenarioDates = {
  submitted: at('2026-08-21T15:40'),
  paid: at('2026-08-21T15:50'),
  accepted: at('2026-08-22T08:10'),
  assigned: at('2026-08-24T09:00'),
  supplementRequested: at('2026-08-27T10:00'),
  supplementCompleted: at('2026-09-03T09:15'),
  appraised: at('2026-09-03T15:30'),
  consulted: at('2026-09-03T16:20'),
  signed: at('2026-09-04T10:00'),
  returned: at('2026-09-04T14:30'),
};

/**
 * Worked out by hand from the rules, never by the code that is tried, for 1.001686: 7 working days (56 hours), 20 % sooner
 * (2,688 minutes), pause.
 *
 * - R6, 8 hours from Friday 15:50: 1:10 until 17:00; Saturday is worked: 4:30 until 11:30, 2:20 from 13:30.
 * - 56 h from Saturday 22 at 08:10: Mon 24, Tue 25, Wed 26, Thu 27, Fri 28, then Thu 3 and Fri 4 September, at 08:10.
 * - 44:48 from there: five days until Friday 28 at 08:10; 3:20 until 11:30, 1:28 from 13:30.
 * - Asked on Thu 27 at 10:00, 22:10 of the statutory term are left (three days less 1:50) and 10:58 of the promised one;
 *   they run on from Thu 3 September at 09:15. 22:10: Mon 7 at 09:15 (16 h), 2:15 until 11:30, 3:30 until 17:00, 0:25 on
 *   Tuesday. 10:58: Fri 4 at 09:15 (8 h), 2:15 until 11:30, 0:43 from 13:30.
 */
export const NATIONAL_DAY_DUE: DueByHand = {
  reception: at('2026-08-22T15:50'),
  statutory: at('2026-09-04T08:10'),
  promised: at('2026-08-28T14:58'),
  statutoryAfter: at('2026-09-08T07:25'),
  promisedAfter: at('2026-09-04T14:13'),
};

const on = (day: Temporal.PlainDate, time: string): Temporal.Instant => at(`${day.toString()}T${time}`);

/** The same story within three working days, for a term of any length; everything is asked and answered in the morning. */
export const quickDates = ([first, second, third]: readonly [
  Temporal.PlainDate,
  Temporal.PlainDate,
  Temporal.PlainDate,
]): ScenarioDates => ({
  submitted: on(first, '08:30'),
  paid: on(first, '08:40'),
  accepted: on(second, '08:10'),
  assigned: on(second, '08:30'),
  supplementRequested: on(second, '09:00'),
  supplementCompleted: on(third, '08:00'),
  appraised: on(third, '08:30'),
  consulted: on(third, '08:45'),
  signed: on(third, '09:00'),
  returned: on(third, '09:30'),
});
