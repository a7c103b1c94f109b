import { compileCalendar, dueDates, dueTimes, parseCalendar } from '@motcua/legal-clock';
import { createRequire } from 'node:module';
import { type Comparison, median } from './measure.js';
import type { Section } from './report.js';
import type { Sizes } from './sizes.js';

const MINUTE = 60_000;
const MINUTES_OF_DAY = 1440;
const DAYS = [1, 3, 7, 15, 30, 60, 250];
const AS_INSTANTS = [1, 7];
/** Rounds that are not counted: neither side has been compiled yet. */
const WARM_UP = 3;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

const calendarOf = (): ReturnType<typeof parseCalendar> =>
  parseCalendar(createRequire(import.meta.url)('@motcua/procedure-catalogue/seed/calendars/VN.json'));

const epoch = (text: string): number => Date.parse(`${text}T00:00:00+07:00`);
const FIRST = epoch('2023-01-01');
const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** One byte per minute of 2023 to 2027: 1 where it is worked. */
function workedMinutes({ daysOff, compensatoryDays, sessions }: ReturnType<typeof parseCalendar>): Uint8Array {
  const worked = new Uint8Array((epoch('2028-01-01') - FIRST) / MINUTE);
  const off = new Set(daysOff.map(({ date }) => date));
  const swapped = new Map(compensatoryDays.map(({ date, replaces }) => [date, replaces]));
  for (let day = 0; day < worked.length / MINUTES_OF_DAY; day += 1) {
    const date = new Date(FIRST + day * MINUTES_OF_DAY * MINUTE + 7 * 60 * MINUTE).toISOString().slice(0, 10);
    if (off.has(date)) continue;
    const weekday = WEEKDAYS[new Date(swapped.get(date) ?? date).getUTCDay()]!;
    for (const [open, close] of sessions[weekday])
      worked.fill(1, day * MINUTES_OF_DAY + minuteOf(open), day * MINUTES_OF_DAY + minuteOf(close));
  }
  return worked;
}

/** The least that could count a term: a loop over all worked minutes, begun at a place that was looked up beforehand. */
function bareLoop(worked: Uint8Array): (acceptedAt: number, minutesOfTerm: number) => number {
  const minutes = new Int32Array(worked.reduce((sum, one) => sum + one, 0));
  const placeFrom = new Int32Array(worked.length);
  for (let minute = 0, place = 0; minute < worked.length; minute += 1) {
    placeFrom[minute] = place;
    if (worked[minute]) minutes[place++] = minute;
  }
  return (acceptedAt, minutesOfTerm) => {
    let place = placeFrom[(acceptedAt - FIRST) / MINUTE]!;
    let minute = 0;
    for (let left = minutesOfTerm; left > 0; left -= 1) minute = minutes[place++]!;
    return FIRST + (minute + 1) * MINUTE;
  };
}

/** Due dates by the legal clock against a bare loop over minutes, on the same dossiers, in turns. */
export async function legalClock({ terms: { dossiers, rounds } }: Sizes): Promise<Section> {
  const definition = calendarOf();
  const calendar = compileCalendar(definition);
  const loop = bareLoop(workedMinutes(definition));
  let state = 766;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const accepted = Array.from({ length: dossiers }, () => FIRST + Math.floor(random() * 3.9 * 525_600) * MINUTE);
  const instants = accepted.map((at) => Temporal.Instant.fromEpochMilliseconds(at));
  const nanosecondsEach = (run: () => void): number => {
    const began = performance.now();
    run();
    return ((performance.now() - began) * 1e6) / dossiers;
  };
  const compare = (
    amount: number,
    sumOf: (term: { amount: number; unit: 'workingDay' }) => number,
    how = '',
  ): Comparison => {
    const term = { amount, unit: 'workingDay' } as const;
    const [ours, reference]: [number[], number[]] = [[], []];
    let sum = 0;
    for (let round = -WARM_UP; round < rounds; round += 1) {
      const mine = nanosecondsEach(() => (sum += sumOf(term)));
      const theirs = nanosecondsEach(() => {
        for (const at of accepted) sum -= loop(at, amount * 480);
      });
      if (round < 0) continue;
      ours.push(mine);
      reference.push(theirs);
    }
    // Equal sums on both sides: it is the same question that was answered.
    if (sum !== 0) throw new Error(`the two sides differ for ${amount} working days`);
    const [mine, theirs] = [median(ours), median(reference)];
    return {
      what: `${amount} working day${amount === 1 ? '' : 's'}${how}`,
      ours: mine,
      reference: theirs,
      unit: 'ns',
      ratio: theirs / mine,
      aim: 0.3,
    };
  };
  const asTimes: Parameters<typeof compare>[1] = (term) =>
    accepted.reduce(
      (sum, acceptedAt) => sum + (dueTimes({ calendar, acceptedAt, term }).statutoryDueAt ?? Number.NaN),
      0,
    );
  const asInstants: typeof asTimes = (term) =>
    instants.reduce(
      (sum, acceptedAt) =>
        sum + (dueDates({ calendar, acceptedAt, term }).statutoryDueAt?.epochMilliseconds ?? Number.NaN),
      0,
    );
  const comparisons = [
    ...DAYS.map((amount) => compare(amount, asTimes)),
    ...AS_INSTANTS.map((amount) => compare(amount, asInstants, ', as `Temporal` instants')),
  ];
  return {
    title: 'Due dates',
    about: `\`dueTimes\` of the legal clock (epoch milliseconds in and out, as the reference; \`dueDates\` where \`Temporal\` instants are named), for ${dossiers} dossiers accepted at any minute from 2023 to 2026, against a bare loop that counts worked minutes one by one from a place looked up beforehand; both give the same instants. The loop's cost grows with the term, ours hardly: long terms are where it pays.`,
    comparisons,
  };
}
