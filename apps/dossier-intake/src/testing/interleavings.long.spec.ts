import { longSeed, shareOf } from '@motcua/testing';
import { type Intake, startIntake } from './intake.fixture.js';
import { interleave } from './interleavings.fixture.js';

/** Of ten thousand commands each, on a database of its own: what fails is tried again alone, and parts run beside each other. */
const PARTS = shareOf(10);
const COMMANDS = 10_000;
const seeds = Array.from({ length: PARTS }, (_, part) => longSeed() + part);

describe.each(seeds)('commands of requests, events and bulk actions in two processes (seed %i)', (seed) => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake({ now: '2026-12-30T23:50:00+07:00' });
  });
  afterAll(() => intake.stop());

  it('never wait for rows of each other crosswise, are each done once, and leave no gap in the numbers (R1)', async () => {
    const { planned, ...seen } = await interleave(intake, { commands: COMMANDS, seed });
    expect(planned).toBeGreaterThanOrEqual(COMMANDS);
    expect(seen).toEqual({
      done: planned,
      failures: [],
      deadlocks: 0,
      numbered: seen.counted,
      counted: seen.counted,
      held: 0,
    });
  }, 900_000);
});
