import { type Intake, startIntake } from './intake.fixture.js';
import { interleave } from './interleavings.fixture.js';

const SEED = Number(process.env['MOTCUA_SEED'] ?? 20_261_201);
/** Of ten thousand commands each, on a database of its own: what fails is tried again alone, and parts run beside each other. */
const PARTS = Number(process.env['MOTCUA_PARTS'] ?? 10);
const COMMANDS = 10_000;
const seeds = Array.from({ length: PARTS }, (_, part) => SEED + part);

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
