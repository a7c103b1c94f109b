import { caughtUp, seedArrived } from './caught-up.js';
import { liveConcurrently, type LivingSystem } from './live-concurrently.js';
import type { Section } from './report.js';
import { connectTo, startProcess, SYSTEM, withFolder } from './running-system.js';
import type { Sizes } from './sizes.js';

/** From draft to return, on one machine: rates of each command, and what a dossier costs. */
export function life({ life: count }: Sizes): Promise<Section> {
  return withFolder(async (folder) => {
    const process = await startProcess(SYSTEM, '/health/ready', 3971, { MOTCUA_DATA_DIR: folder });
    const admin = await connectTo(folder, 'intake');
    try {
      await seedArrived(admin);
      const system: LivingSystem = {
        url: process.url,
        urlOf: () => process.url,
        admin,
        cpuSeconds: () => process.cpuSeconds(),
        caughtUp: () => caughtUp(admin, true),
      };
      const { about, comparisons } = await liveConcurrently(system, count);
      return {
        title: 'A dossier, command by command',
        about: `All services in one process on one machine; ${about}`,
        comparisons,
      };
    } finally {
      await admin.end();
      await process.stop();
    }
  });
}
