import { setTimeout as pause } from 'node:timers/promises';
import { checkFiguresFrom, sayFigures } from '@motcua/cli';
import { chooseProcedure, type Json, type ScenarioClient } from '@motcua/scenario';
import { VIETNAM } from '@motcua/kernel';
import { NotAsExpected } from '../scenario/not-as-expected.js';
import type { Teller } from '../scenario/teller.js';
import { countByHand, type CountedByHand } from './count-by-hand.js';
import { MONTH_PROCEDURE, playMonth } from './play-month.js';

interface Stage {
  readonly client: ScenarioClient;
  readonly folder: string;
  readonly tell: Teller;
  /** Seconds that events may take to arrive. */
  readonly patience: number;
}

async function daysOffOf(client: ScenarioClient): Promise<(date: Temporal.PlainDate) => boolean> {
  const { body } = await client.get('citizen', '/catalogue/v1/working-calendars/VN');
  const off = new Set((body.daysOff as { date: string }[]).map(({ date }) => date));
  return (date) => date.dayOfWeek > 5 || off.has(date.toString());
}

/** Fills a month of a commune, prints its report, and holds it against what the players noted and against the events. @throws NotAsExpected */
export async function tellMonth({ client, folder, tell, patience }: Stage): Promise<CountedByHand> {
  const started = performance.now();
  const clock = (await client.get(null, '/development/v1/clock')).body as { now: string };
  const month = Temporal.Instant.from(clock.now)
    .toZonedDateTimeISO(VIETNAM)
    .toPlainDate()
    .toPlainYearMonth()
    .add({ months: 1 });
  const { procedure, participants } = await chooseProcedure(client, MONTH_PROCEDURE);
  const version = (await client.get('citizen', `/catalogue/v1/procedures/${MONTH_PROCEDURE}`)).body.inForce;
  const notes = await playMonth(
    {
      client,
      participants,
      procedure: { code: procedure.code, formSchema: procedure.formSchema, variants: version.variants },
    },
    {
      month,
      isOff: await daysOffOf(client),
      moveTo: async (instant) => {
        const { status, body } = await client.post(null, '/development/v1/clock', {
          json: { now: instant.toString() },
        });
        if (status !== 200) throw new NotAsExpected('the story clock moves', 200, status, body);
      },
    },
  );
  const played = (performance.now() - started) / 1000;
  const last = month.toPlainDate({ day: month.daysInMonth }).toString();
  const byHand = countByHand(notes, `${last}T23:59:59+07:00`);
  const query = `agency=${participants.agency}&period=${month.toString()}`;
  const [report, index] = await agreeing(client, participants.leader.subject, query, byHand, patience);
  tell.heading(
    `Tháng ${month.month} năm ${month.year}, ${report.total.name}`,
    `${month.toString()}, ${participants.agency}`,
  );
  const { total } = report;
  tell.line(
    `${notes.length} hồ sơ trong ${played.toFixed(0)} giây · ${notes.length} dossiers in ${played.toFixed(0)} s`,
  );
  tell.line(
    `Tiếp nhận · received    trực tuyến · online ${total.receivedOnline}, trực tiếp · counter ${total.receivedAtCounter}`,
  );
  tell.line(
    `Đã giải quyết · finished    trước hạn · early ${total.finishedEarly}, đúng hạn · on the day ${total.finishedOnDay}, quá hạn · late ${total.finishedLate}`,
  );
  tell.line(
    `Đang giải quyết · running    trong hạn · in time ${total.runningInTime}, quá hạn · late ${total.runningLate}`,
  );
  tell.line(
    `766: đúng hạn · on time ${index.figures.progress.onTime}/${index.figures.progress.received}, ${index.groups.progress.score} điểm · points of 20`,
  );
  for (const [group, { score, max }] of Object.entries(index.groups as Record<string, { score: number; max: number }>))
    tell.line(`    ${group} ${score} / ${max}`);
  tell.line('Như người trong cuộc đã đếm · as those who played it have counted');
  const checked = await checkFiguresFrom({ MOTCUA_DATA_DIR: folder });
  tell.line(sayFigures(checked));
  if (checked.differing > 0)
    throw new NotAsExpected('differences of the figures from the events', 0, checked.differing);
  return byHand;
}

/** The report and the index, once they say what was counted by hand. @throws NotAsExpected where they do not within the time */
async function agreeing(
  client: ScenarioClient,
  leader: string,
  query: string,
  { onTime, ...line }: CountedByHand,
  patience: number,
): Promise<[report: Json, index: Json]> {
  for (const until = performance.now() + patience * 1000; ; await pause(100)) {
    const { body: report } = await client.get(leader, `/reporting/v1/reports/ordinary?${query}`);
    const { body: index } = await client.get(leader, `/reporting/v1/indicators?${query}`);
    const said = Object.fromEntries(Object.keys(line).map((name) => [name, report.total?.[name]]));
    const same = JSON.stringify(said) === JSON.stringify(line) && index.figures?.progress.onTime === onTime;
    if (same) return [report, index];
    if (performance.now() > until)
      throw new NotAsExpected(
        'the report of the month',
        { ...line, onTime },
        { ...said, onTime: index.figures?.progress.onTime },
      );
  }
}
