import { type CrashRun, runStory } from './testing/crash-run.fixture.js';
import { everyKillPoint } from './testing/kill-points.fixture.js';
import { buildAll, longSeed, shareOf } from '@motcua/testing';
import { differences } from './testing/snapshot.fixture.js';

/** So many runs share all kill points between them: each kills at every so-manieth request. */
const RUNS = 8;
const FIRST = longSeed() % RUNS;

describe(`a process that is killed at every request of the story, ${shareOf(RUNS)} in ${RUNS} of them`, () => {
  let calm: CrashRun;
  beforeAll(async () => {
    await buildAll();
    calm = await runStory({ platform: 'elsewhere' });
  }, 120_000);

  it.each(Array.from({ length: shareOf(RUNS) }, (_, run) => (FIRST + run) % RUNS))(
    'ends with the same story, nothing lost and nothing twice (run %i)',
    async (run) => {
      const points = everyKillPoint({ requests: calm.requests, runs: RUNS, run });
      const killed = await runStory({ platform: 'elsewhere', points });
      // How often it looks for what comes by event differs, and with it how many requests there are.
      expect(killed.kills).toBe(points.filter(({ request }) => request <= killed.requests).length);
      expect(differences(calm.snapshot, killed.snapshot)).toEqual([]);
    },
    600_000,
  );

  it('ends with the same story when it was killed again and again while it started for the first time', async () => {
    const moments = Array.from({ length: shareOf(30) }, (_, n) => 200 + n * Math.round(3_000 / shareOf(30)));
    const killed = await runStory({ platform: 'elsewhere', killedWhileStarting: moments });
    expect(differences(calm.snapshot, killed.snapshot)).toEqual([]);
  }, 600_000);
});
