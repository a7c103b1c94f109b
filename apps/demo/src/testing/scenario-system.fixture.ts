import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StoryClock } from '@motcua/platform';
import { type Standalone, startStandalone } from '@motcua/standalone';
import { newDataFolder } from '@motcua/testing';
import type { Story } from '../demo-options.js';
import { type Played, playProcedure } from '../scenario/play-procedure.js';
import { NATIONAL_DAY } from '../scenario/scenario-dates.js';
import { SILENT } from './silent.fixture.js';

/** As the demo does it: the legal clock stands a day before the story, before anything starts. */
export const setStoryClock = (folder: string): void =>
  new StoryClock(join(folder, 'story-clock')).moveTo(NATIONAL_DAY.submitted.subtract({ hours: 24 }));

export interface ScenarioSystem {
  readonly system: Standalone;
  play(procedure: string, options?: { fresh?: boolean; story?: Story }): Promise<Played>;
  stop(): Promise<void>;
}

/** The whole system of one machine, in this process, on a folder of its own. */
export async function startScenarioSystem(): Promise<ScenarioSystem> {
  const folder = await newDataFolder();
  setStoryClock(folder);
  const system = await startStandalone({ PORT: '0', MOTCUA_DATA_DIR: folder, LOG_LEVEL: 'silent' });
  return {
    system,
    play: (procedure, { fresh = false, story = 'life' } = {}) =>
      playProcedure({
        server: system.url,
        procedure,
        fresh,
        story,
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
