import { type Intake, startIntake } from './intake.fixture.js';
import { interleave } from './interleavings.fixture.js';

const SEED = Number(process.env['MOTCUA_SEED'] ?? 20_261_201);

describe('a hundred thousand commands of requests, events and bulk actions in two processes', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake({ now: '2026-12-30T23:50:00+07:00' });
  });
  afterAll(() => intake.stop());

  it('never wait for rows of each other crosswise, are each done once, and leave no gap in the numbers (R1)', async () => {
    const { planned, ...seen } = await interleave(intake, { commands: 100_000, seed: SEED });
    expect(planned).toBeGreaterThanOrEqual(100_000);
    expect(seen).toEqual({
      done: planned,
      failures: [],
      deadlocks: 0,
      numbered: seen.counted,
      counted: seen.counted,
      held: 0,
    });
  }, 3_600_000);
});
