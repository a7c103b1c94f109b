import { buildAll } from '@motcua/testing';
import { type CrashRun, runStory } from './testing/crash-run.fixture.js';
import { differences } from './testing/snapshot.fixture.js';
import { killPoints } from './testing/kill-points.fixture.js';

describe('a process that is killed during the story', () => {
  let calm: CrashRun;
  beforeAll(async () => {
    await buildAll();
    calm = await runStory({ platform: 'within' });
  }, 120_000);

  it('makes the same story without being killed each time', async () => {
    expect(calm.kills).toBe(0);
    expect(calm.requests).toBeGreaterThan(60);
  });

  it('ends with the same story, nothing lost and nothing twice, wherever it is killed (a seeded sample)', async () => {
    const points = killPoints({ seed: 20_260_821, requests: calm.requests, count: 3 });
    const killed = await runStory({ platform: 'within', points });
    // How often it looks for what comes by event differs, and with it how many requests there are.
    expect(killed.kills).toBe(points.filter(({ request }) => request <= killed.requests).length);
    expect(differences(calm.snapshot, killed.snapshot)).toEqual([]);
  }, 180_000);
});
