import { slopePerHour } from './measure.js';

describe('the slope of what was measured', () => {
  it('is what it grows in an hour, whatever it jumps meanwhile', () => {
    expect(slopePerHour([100, 101, 102, 103], 60)).toBeCloseTo(60);
    expect(slopePerHour([100, 110, 90, 100], 60)).toBeCloseTo(-120);
    expect(slopePerHour([100, 100, 100], 5)).toBe(0);
  });
});
