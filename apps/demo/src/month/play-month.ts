import { Dice, samplePaper } from '@motcua/scenario';
import { VIETNAM } from '@motcua/kernel';
import type { Note } from './count-by-hand.js';
import { accept, type MonthWorld, type Played, refuse, submit, withdraw, work } from './one-dossier.js';

/** Marriage registrations: decided on the same day, or within five working days where something is to be verified. */
export const MONTH_PROCEDURE = '1.000894';
const SEED = 766;

type World = Omit<MonthWorld, 'paper' | 'procedure'> & {
  readonly procedure: Omit<MonthWorld['procedure'], 'variant'> & {
    readonly variants: readonly MonthWorld['procedure']['variant'][];
  };
};

const at = (date: Temporal.PlainDate, time: string): Temporal.Instant =>
  date.toZonedDateTime({ timeZone: VIETNAM, plainTime: time }).toInstant();

interface Due {
  readonly on: Temporal.PlainDate;
  readonly world: MonthWorld;
  readonly played: Played;
}

/**
 * Lets a commune work for a month: every working day some dossiers come, are accepted, refused or withdrawn, and what is due
 * to be worked on is signed, early, on its day or late; some stay behind. The same every time.
 */
export async function playMonth(
  { procedure, ...people }: World,
  {
    month,
    isOff,
    moveTo,
  }: {
    readonly month: Temporal.PlainYearMonth;
    readonly isOff: (date: Temporal.PlainDate) => boolean;
    readonly moveTo: (instant: Temporal.Instant) => Promise<void>;
  },
): Promise<Note[]> {
  const dice = new Dice(SEED);
  const notes: Note[] = [];
  let due: Due[] = [];
  const first = month.toPlainDate({ day: 1 });
  const paper = await samplePaper('Tờ khai', people.participants.citizen.name, at(first, '08:00'));
  for (let date = first; date.month === month.month; date = date.add({ days: 1 })) {
    if (isOff(date)) continue;
    await moveTo(at(date, '08:00'));
    const came = await Promise.all(
      Array.from({ length: dice.between(2, 5) }, async () => {
        const world = { ...people, procedure: { ...procedure, variant: dice.pick(procedure.variants) }, paper };
        const [channel, fate, days] = [
          dice.chance(0.6) ? 'online' : 'counter',
          dice.between(1, 20),
          dice.between(0, 11),
        ] as const;
        const played = await submit(world, channel);
        return { world, played, fate, days };
      }),
    );
    await Promise.all(
      came.map(({ world, played, fate }) =>
        fate === 1
          ? refuse(world, played)
          : fate === 2 && played.note.channel === 'online'
            ? withdraw(world, played)
            : accept(world, played),
      ),
    );
    notes.push(...came.map(({ played }) => played.note));
    due.push(
      ...came
        .filter(({ played }) => played.note.ended === undefined)
        // Most are decided at once, some take days.
        .map(({ world, played, days }) => ({ world, played, on: date.add({ days: Math.max(0, days - 4) }) })),
    );
    await moveTo(at(date, '10:00'));
    const [today, later] = [
      due.filter(({ on }) => Temporal.PlainDate.compare(on, date) <= 0),
      due.filter(({ on }) => Temporal.PlainDate.compare(on, date) > 0),
    ];
    await Promise.all(today.map(({ world, played }) => work(world, played)));
    due = later;
  }
  await moveTo(at(first.add({ months: 1 }), '07:00'));
  return notes;
}
