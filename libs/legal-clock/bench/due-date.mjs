// Compares `dueDates` with the least that could count a term: a bare loop over an array of all worked minutes, begun at
// a place that was looked up beforehand. Both run on the same dossiers, in one process, turn about. `npm run build` first.
import { readFile } from 'node:fs/promises';
import { compileCalendar, dueDates, parseCalendar } from '../dist/index.js';

const DOSSIERS = 20_000;
const ROUNDS = 7;
const MINUTE = 60_000;
const DAYS = [1, 3, 7, 15, 30, 60, 250];

const seed = new URL('../../../apps/procedure-catalogue/seed/calendars/VN.json', import.meta.url);
const definition = parseCalendar(JSON.parse(await readFile(seed, 'utf8')));
const calendar = compileCalendar(definition);

const epoch = (text) => Date.parse(`${text}T00:00:00+07:00`);
const first = epoch('2023-01-01');

/** One byte per minute of 2023 to 2027: 1 where it is worked. */
const worked = new Uint8Array((epoch('2028-01-01') - first) / MINUTE);
const off = new Set(definition.daysOff.map(({ date }) => date));
const swapped = new Map(definition.compensatoryDays.map(({ date, replaces }) => [date, replaces]));
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const minuteOf = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
for (let day = 0; day < worked.length / 1440; day++) {
  const date = new Date(first + day * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
  if (off.has(date)) continue;
  const weekday = weekdays[new Date(swapped.get(date) ?? date).getUTCDay()];
  for (const [open, close] of definition.sessions[weekday]) {
    worked.fill(1, day * 1440 + minuteOf(open), day * 1440 + minuteOf(close));
  }
}

/** Every worked minute in order, and the place of the first one from any minute on. */
const minutes = new Int32Array(worked.reduce((sum, one) => sum + one, 0));
const placeFrom = new Int32Array(worked.length);
for (let minute = 0, place = 0; minute < worked.length; minute++) {
  placeFrom[minute] = place;
  if (worked[minute]) minutes[place++] = minute;
}

const bareLoop = (acceptedAt, term) => {
  let place = placeFrom[(acceptedAt - first) / MINUTE];
  let minute = 0;
  for (let left = term; left > 0; left--) minute = minutes[place++];
  return first + (minute + 1) * MINUTE;
};

let state = 766;
const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
const accepted = Array.from({ length: DOSSIERS }, () => first + Math.floor(random() * 3.9 * 525_600) * MINUTE);
const instants = accepted.map((at) => Temporal.Instant.fromEpochMilliseconds(at));

const perDossier = (run) => {
  const began = performance.now();
  run();
  return ((performance.now() - began) * 1e6) / DOSSIERS;
};

const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

console.log(`${DOSSIERS} dossiers, median of ${ROUNDS} rounds; Node ${process.version}, ${process.arch}`);
console.log('term          dueDates        with promise      bare loop        ratio (aim ≥ 0.3)');
for (const amount of DAYS) {
  const term = { amount, unit: 'workingDay' };
  const times = { lean: [], promised: [], loop: [] };
  let sum = 0;
  for (let round = 0; round < ROUNDS; round++) {
    times.lean.push(
      perDossier(() => {
        for (const acceptedAt of instants)
          sum += dueDates({ calendar, acceptedAt, term }).statutoryDueAt.epochMilliseconds;
      }),
    );
    times.loop.push(
      perDossier(() => {
        for (const at of accepted) sum -= bareLoop(at, amount * 480);
      }),
    );
    times.promised.push(
      perDossier(() => {
        for (const acceptedAt of instants) dueDates({ calendar, acceptedAt, term, reductionBasisPoints: 2000 });
      }),
    );
  }
  // Equal sums on both sides: it is the same question that was answered.
  if (sum !== 0) throw new Error(`the two sides differ for ${amount} working days`);
  const [lean, promised, loop] = [median(times.lean), median(times.promised), median(times.loop)];
  const cell = (nanoseconds) => `${nanoseconds.toFixed(0)} ns`.padStart(10);
  console.log(
    `${`${amount}wd`.padEnd(10)}${cell(lean)}${cell(promised).padStart(20)}${cell(loop).padStart(17)}${(loop / lean).toFixed(2).padStart(14)}`,
  );
}
