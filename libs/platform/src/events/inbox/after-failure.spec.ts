import { afterEndedProcesses, afterFailure, whileWaiting } from './after-failure.js';
import { NotYetKnown } from './not-yet-known.js';

const LIMITS = { attemptLimit: 3, retryDelaysMs: [0, 1_000], waitingDelayMs: 2_000 };
const attempts = (started: number, finished = started) => ({ started, finished });

describe('after a failed attempt', () => {
  it.each([
    [1, { state: 'retrying', delayMs: 0 }],
    [2, { state: 'retrying', delayMs: 1_000 }],
    [3, { state: 'parked' }],
    [4, { state: 'parked' }],
  ])('number %i', (started, expected) => {
    expect(afterFailure(new Error('no'), attempts(started), LIMITS)).toEqual({ reason: 'Error: no', ...expected });
  });

  it('repeats the last pause when there are more attempts than pauses', () => {
    expect(afterFailure(new Error('no'), attempts(4), { ...LIMITS, attemptLimit: 9 })).toMatchObject({
      delayMs: 1_000,
    });
  });

  it('keeps a reason that PostgreSQL can store and a person can read', () => {
    const { reason } = afterFailure(new Error(`bad\0byte ${'x'.repeat(1_000)}`), attempts(1), LIMITS);
    expect(reason).toHaveLength(500);
    expect(reason.startsWith('Error: badbyte x')).toBe(true);
  });
});

describe('before another attempt', () => {
  it('lets an event be tried whose starts are not spent, even if processes ended in the middle', () => {
    expect(afterEndedProcesses(attempts(3, 0), LIMITS)).toBeUndefined();
  });

  it('parks an event whose starts are spent', () => {
    expect(afterEndedProcesses(attempts(4, 1), LIMITS)).toEqual({
      state: 'parked',
      reason: 'the process ended in the middle of 2 of 3 attempts',
    });
  });
});

it('says what a waiting event waits for', () => {
  expect(whileWaiting(new NotYetKnown('calendar QNG revision 4'), LIMITS)).toEqual({
    state: 'waiting',
    reason: 'not yet known: calendar QNG revision 4',
    waitsFor: 'calendar QNG revision 4',
    delayMs: 2_000,
  });
});
