import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '@motcua/platform';
import { compileCalendar, parseCalendar } from '@motcua/legal-clock';
import { StoryClock } from '@motcua/platform';
import { DEVELOPMENT_CLIENT, PERSONA_GRANT } from '../development-issuer/clients.js';
import { showProgress } from '../progress.js';
import { type Standalone, startStandalone } from '../start-standalone.js';
import { requestToken } from '../token/request-token.js';
import { chooseDates } from './choose-dates.js';
import { chooseDemoFolder } from './choose-demo-folder.js';
import type { DemoOptions } from './demo-options.js';
import { Expectations } from './story/expectations.js';
import { chooseProcedure } from './story/choose-procedure.js';
import { playStory } from './story/play-story.js';
import { StoryClient } from './story/story-client.js';
import { NATIONAL_DAY } from './story/story-dates.js';
import { tellTo } from './story/teller.js';

const PATIENCE_SECONDS = 20;

async function tellStory(system: Standalone, { procedure: code }: DemoOptions, fresh: boolean): Promise<void> {
  const { url, folder, clock } = system;
  const tell = tellTo((line) => console.log(line), process.stdout.isTTY && !process.env['NO_COLOR']);
  const client = new StoryClient(url, (persona) =>
    requestToken(url, { grant_type: PERSONA_GRANT, client_id: DEVELOPMENT_CLIENT, persona }),
  );
  const { procedure, cast } = await chooseProcedure(client, code);
  const definition: unknown = (await client.get('citizen', '/catalogue/v1/working-calendars/VN')).body;
  const calendar = compileCalendar(parseCalendar(calendarBody(definition)));
  const expect = new Expectations();
  tell.line(`Thủ tục · procedure  ${code} ${procedure.name}`);
  const dossier = await playStory({
    client,
    expect,
    tell,
    cast,
    procedure,
    ...chooseDates(code, calendar, clock.now(), fresh),
    patience: PATIENCE_SECONDS,
    save: async (name, pdf) => {
      const path = join(folder.documents, name);
      await writeFile(path, pdf);
      return path;
    },
  });
  tell.heading('Xong', 'done');
  tell.line(
    `${expect.count} điều được kiểm tra, tất cả như mong đợi · ${expect.count} things were checked, all as expected`,
  );
  tell.line(`Giấy tờ · papers    ${folder.documents}`);
  tell.line(`API · docs          ${url}/docs`);
  tell.line(`Tra cứu · tracking  ${url}/intake/v1/tracking/${dossier.code}`);
}

/** The body of a working calendar, without what the catalogue adds to it. */
const calendarBody = (answer: unknown): object => {
  const { name, timeZone, sessions, sameDayCutoff, publishedYears, daysOff, compensatoryDays } = answer as Record<
    string,
    unknown
  >;
  return { name, timeZone, sessions, sameDayCutoff, publishedYears, daysOff, compensatoryDays };
};

/** Ends with the process: at Ctrl-C, or at once when asked to. */
function stopWhenTold(system: Standalone, exit: boolean): void {
  let stopping = false;
  const stop = (): void => {
    // A second Ctrl-C does not wait.
    if (stopping) process.exit(1);
    stopping = true;
    void system.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  if (exit) return stop();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  console.log('\n  Hệ thống vẫn chạy; Ctrl-C để dừng · still running; Ctrl-C stops it.\n');
}

/** Starts the system, plays the story and tells it. @throws CannotStart, CannotPlay, NotAsExpected */
export async function runDemo(options: DemoOptions, environment: Environment): Promise<void> {
  const folder = await chooseDemoFolder(environment['MOTCUA_DATA_DIR']);
  if (folder.fresh) new StoryClock(folder.storyClock).moveTo(NATIONAL_DAY.submitted.subtract({ hours: 24 }));
  const progress = showProgress('Starting');
  const system = await startStandalone(
    { LOG_LEVEL: 'warn', ...environment, MOTCUA_DATA_DIR: folder.path },
    progress.step,
  ).finally(progress.end);
  try {
    await tellStory(system, options, folder.fresh);
  } catch (error) {
    await system.stop();
    throw error;
  }
  stopWhenTold(system, options.exit);
}
