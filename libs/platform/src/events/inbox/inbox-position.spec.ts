import { stepFor, type Step } from './inbox-position.js';

describe('the step for an event', () => {
  it.each<[last: number, sequence: number, snapshot: boolean, step: Step]>([
    [0, 1, false, 'apply'],
    [4, 5, false, 'apply'],
    [4, 4, false, 'ignore'],
    [4, 1, false, 'ignore'],
    [4, 6, false, 'queue'],
    [0, 2, false, 'queue'],
    [0, 7, true, 'apply'],
    [4, 5, true, 'apply'],
    [4, 9, true, 'apply'],
    [4, 4, true, 'ignore'],
    [4, 3, true, 'ignore'],
  ])('after %i, event %i (snapshot: %s): %s', (last, sequence, snapshot, step) => {
    expect(stepFor(last, sequence, snapshot)).toBe(step);
  });
});
