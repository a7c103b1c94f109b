import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment, StoryClock } from '@motcua/platform';
import { showProgress, stopAndExit, stopWhenTold } from '@motcua/terminal';
import { type Standalone, startStandalone } from '@motcua/standalone';
import { startDemoCluster } from './start-demo-cluster.js';
import { chooseDemoPort } from './choose-demo-port.js';
import { chooseDemoFolder } from './choose-demo-folder.js';
import type { DemoOptions } from './demo-options.js';
import { direct, ScenarioClient } from '@motcua/scenario';
import { tellMonth } from './month/tell-month.js';
import { playProcedure, tokensBy } from './scenario/play-procedure.js';
import { NATIONAL_DAY } from './scenario/scenario-dates.js';
import { tellTo } from './scenario/teller.js';

const PATIENCE_SECONDS = 20;

interface Stage {
  readonly url: string;
  /** Folder for the papers. */
  readonly documents: string;
}

type DemoSystem = Pick<Standalone, 'url' | 'folder' | 'stop'>;

async function tellScenario(
  { url, documents }: Stage,
  { procedure, story }: DemoOptions,
  fresh: boolean,
): Promise<void> {
  const tell = tellTo((line) => console.log(line), process.stdout.isTTY && !process.env['NO_COLOR']);
  const save = async (name: string, pdf: Uint8Array): Promise<string> => {
    const path = join(documents, name);
    await writeFile(path, pdf);
    return path;
  };
  const { dossier, world } = await playProcedure({
    server: url,
    procedure,
    story,
    fresh,
    tell,
    save,
    patience: PATIENCE_SECONDS,
  });
  const { count } = world.expect;
  tell.heading('Xong', 'done');
  tell.line(`${count} điều được kiểm tra, tất cả như mong đợi · ${count} things were checked, all as expected`);
  tell.line(`Giấy tờ · papers    ${documents}`);
  tell.line(`API · docs          ${url}/docs`);
  tell.line(`Tra cứu · tracking  ${url}/tra-cuu/${dossier.code}`);
}

async function fillMonth({ url, folder }: DemoSystem): Promise<void> {
  const tell = tellTo((line) => console.log(line), process.stdout.isTTY && !process.env['NO_COLOR']);
  const client = new ScenarioClient(url, tokensBy(direct(url)));
  await tellMonth({ client, folder: folder.path, tell, patience: PATIENCE_SECONDS });
}

/** Plays on a system that somebody else runs; its papers go into a folder of their own. */
async function playOn(url: string, options: DemoOptions): Promise<void> {
  await tellScenario({ url, documents: await mkdtemp(join(tmpdir(), 'motcua-demo-')) }, options, false);
}

/** Starts the system, plays the story and tells it. @throws CannotStart, CannotPlay, NotAsExpected */
export async function runDemo(options: DemoOptions, environment: Environment): Promise<void> {
  if (options.server !== undefined) return playOn(options.server, options);
  const folder = await chooseDemoFolder(environment['MOTCUA_DATA_DIR']);
  if (folder.fresh) new StoryClock(folder.storyClock).moveTo(NATIONAL_DAY.submitted.subtract({ hours: 24 }));
  const settings = {
    LOG_LEVEL: 'warn',
    ...environment,
    PORT: await chooseDemoPort(environment['PORT']),
    MOTCUA_DATA_DIR: folder.path,
  };
  const start: (step: (step: string) => void) => Promise<DemoSystem> = options.kafka
    ? (step) => startDemoCluster(settings, (line) => console.log(`  ${line}`), step)
    : (step) => startStandalone(settings, step);
  const progress = showProgress('Starting');
  const starting = start(progress.step).finally(progress.end);
  const isStopping = stopWhenTold(starting);
  const system = await starting;
  if (isStopping()) return;
  try {
    if (options.month) await fillMonth(system);
    else await tellScenario({ url: system.url, documents: system.folder.documents }, options, folder.fresh);
  } catch (error) {
    // What is being stopped does not play on; its end is the other's to tell.
    if (isStopping()) return;
    await system.stop();
    throw error;
  }
  if (options.exit) return stopAndExit(system);
  console.log('\n  Hệ thống vẫn chạy; Ctrl-C để dừng · still running; Ctrl-C stops it.\n');
}
