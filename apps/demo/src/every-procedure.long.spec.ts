import { readdirSync } from 'node:fs';
import { startScenarioSystem, type ScenarioSystem } from './testing/scenario-system.fixture.js';

const codes = readdirSync(new URL('../../procedure-catalogue/seed/procedures', import.meta.url))
  .map((file) => file.replace(/\.json$/, ''))
  .sort();

describe('every procedure of the seed', () => {
  let story: ScenarioSystem;
  beforeAll(async () => {
    story = await startScenarioSystem();
  }, 60_000);
  afterAll(() => story.stop());

  it.each(codes)('is played from draft to returned result: %s', async (code) => {
    const { dossier } = await story.play(code);
    expect(dossier.view.status).toBe('returned');
  });
});
