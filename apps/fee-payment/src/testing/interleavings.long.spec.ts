import fc from 'fast-check';
import { shareOf } from '@motcua/testing';
import { type PaymentSystem, startPaymentSystem } from './payment-system.fixture.js';
import { stories, Story } from './interleavings.fixture.js';

describe('whatever payers, cashiers and the platform do, hundreds of times', () => {
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
      { numRuns: shareOf(500) },
    );
  }, 900_000);
});
