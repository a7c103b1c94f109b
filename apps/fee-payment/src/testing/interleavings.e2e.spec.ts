import fc from 'fast-check';
import { type PaymentSystem, startPaymentSystem } from './payment-system.fixture.js';
import { stories, Story } from './interleavings.fixture.js';

describe('whatever payers, cashiers and the platform do, in whatever order and at the same time', () => {
  let at: PaymentSystem;

  beforeAll(async () => {
    at = await startPaymentSystem();
  });

  afterAll(() => at.stop());

  it('no payment is lost, none counts twice, and what does not fit is visible', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (rounds) => {
        const story = new Story(at);
        await story.play(rounds);
        await story.check();
      }),
      { seed: 20261124, numRuns: 25, interruptAfterTimeLimit: 60_000, endOnFailure: true },
    );
  }, 90_000);
});
