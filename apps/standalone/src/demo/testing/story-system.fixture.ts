import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoryClock } from '@motcua/platform';
import { type Standalone, startStandalone } from '../../start-standalone.js';
import { type Played, playProcedure } from '../story/play-procedure.js';
import { NATIONAL_DAY } from '../story/story-dates.js';
import { SILENT } from '../story/teller.js';

/** A new folder that PostgreSQL's own user can enter. */
export async function storyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-story-'));
  await chmod(folder, 0o755);
  return folder;
}

/** As the demo does it: the legal clock stands a day before the story, before anything starts. */
export const setStoryClock = (folder: string): void =>
  new StoryClock(join(folder, 'story-clock')).moveTo(NATIONAL_DAY.submitted.subtract({ hours: 24 }));

export interface StorySystem {
  readonly system: Standalone;
  play(procedure: string, options?: { fresh?: boolean }): Promise<Played>;
  stop(): Promise<void>;
}

/** The whole system of one machine, in this process, on a folder of its own. */
export async function startStorySystem(): Promise<StorySystem> {
  const folder = await storyFolder();
  setStoryClock(folder);
  const system = await startStandalone({ PORT: '0', MOTCUA_DATA_DIR: folder, LOG_LEVEL: 'silent' });
  return {
    system,
    play: (procedure, { fresh = false } = {}) =>
      playProcedure({
        server: system.url,
        procedure,
        fresh,
        tell: SILENT,
        patience: 20,
        save: (name) => Promise.resolve(name),
      }),
    stop: async () => {
      await system.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
