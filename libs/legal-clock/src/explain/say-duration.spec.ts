import { sayElapsed, sayWorkingTime } from './say-duration.js';

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

describe('a duration, as it is said', () => {
  it.each([
    [0, '0 giây', '0 seconds'],
    [1, '0,001 giây', '0.001 seconds'],
    [SECOND, '1 giây', '1 second'],
    [2.5 * SECOND, '2,5 giây', '2.5 seconds'],
    [MINUTE, '1 phút', '1 minute'],
    [MINUTE + 1, '1 phút 0,001 giây', '1 minute 0.001 seconds'],
    [2 * MINUTE, '2 phút', '2 minutes'],
    [HOUR, '1 giờ', '1 hour'],
    [39 * HOUR + 10 * MINUTE, '39 giờ 10 phút', '39 hours 10 minutes'],
    [HOUR + SECOND, '1 giờ 1 giây', '1 hour 1 second'],
  ])('of %d ms of working time is %s and %s', (milliseconds, vi, en) => {
    expect(sayWorkingTime(milliseconds)).toEqual({ vi, en });
  });

  it.each([
    [23 * HOUR, '23 giờ', '23 hours'],
    [24 * HOUR, '1 ngày', '1 day'],
    [49 * HOUR + MINUTE, '2 ngày 1 giờ 1 phút', '2 days 1 hour 1 minute'],
  ])('of %d ms on the calendar is %s and %s', (milliseconds, vi, en) => {
    expect(sayElapsed(milliseconds)).toEqual({ vi, en });
  });
});
