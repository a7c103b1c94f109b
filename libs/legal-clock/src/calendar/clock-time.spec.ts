import { clockTime } from './clock-time.js';

describe('a wall time', () => {
  it.each([
    ['00:00', 0],
    ['07:00', 25_200_000],
    ['07:01', 25_260_000],
    ['07:01:02', 25_262_000],
    ['23:59:59', 86_399_000],
  ])('%s is %d milliseconds after midnight', (text, milliseconds) => {
    expect(clockTime(text)).toBe(milliseconds);
  });

  it.each(['24:00', '7:00', '07:60', '07:00:60', '07:00:00.5', '', 700, undefined])('is not %j', (value) => {
    expect(clockTime(value)).toBeUndefined();
  });
});
