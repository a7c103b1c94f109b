import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@motcua/kernel';
import { longSeed, shareOf } from '@motcua/testing';
import { type PortalWorld, startPortalWorld } from './portal.fixture.js';
import { chance, compareLives, MISBEHAVIOUR, randomLife } from './random-lives.fixture.js';

const LIVES = shareOf(10_000);
const HOUR_MS = 3_600_000;

describe(`${LIVES} lives of dossiers, told to a portal that misbehaves in every way`, () => {
  let world: PortalWorld;
  beforeAll(async () => {
    world = await startPortalWorld();
  });
  afterAll(() => world.stop());

  it(
    'stand there in the end as they stand here, field by field',
    async () => {
      const random = chance(longSeed());
      const lives = Array.from({ length: LIVES }, (_, n) =>
        randomLife(newId(), `H48.12-261124-${String(n + 1).padStart(5, '0')}`, random),
      );
      world.simulator.portal.misbehave(MISBEHAVIOUR);
      expect(await compareLives(world, lives, random, 3_000)).toEqual([]);
    },
    HOUR_MS,
  );
});
