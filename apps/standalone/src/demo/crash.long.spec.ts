import { type CrashRun, runStory } from './testing/crash-run.fixture.js';
import { everyKillPoint } from './testing/kill-points.fixture.js';
import { buildAll } from './testing/killable-system.fixture.js';
import { differences } from './testing/snapshot.fixture.js';

/** So many runs share all kill points between them: each kills at every so-manieth request. */
const RUNS = 8;

describe('a process that is killed at every request of the story', () => {
  let calm: CrashRun;
  beforeAll(async () => {
    await buildAll();
    calm = await runStory([]);
  }, 120_000);

  it.each(Array.from({ length: RUNS }, (_, run) => run))(
    'ends with the same story, nothing lost and nothing twice (run %i)',
    async (run) => {
      const points = everyKillPoint({ requests: calm.requests, runs: RUNS, run });
      const killed = await runStory(points);
      expect(killed.kills).toBe(points.length);
      expect(differences(calm.snapshot, killed.snapshot)).toEqual([]);
    },
    600_000,
  );
});
