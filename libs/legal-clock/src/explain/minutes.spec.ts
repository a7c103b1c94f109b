import { minuteCounter } from './minutes.js';

describe('working time in decimal minutes', () => {
  it('has six places, and steps that add up: what one is rounded by the next one has', () => {
    expect([20_000, 20_000, 20_000].map(minuteCounter())).toEqual([0.333333, 0.333334, 0.333333]);
    expect([1, 59_999].map(minuteCounter())).toEqual([0.000017, 0.999983]);
    expect([90_000, 0, 30_000].map(minuteCounter())).toEqual([1.5, 0, 0.5]);
  });
});
