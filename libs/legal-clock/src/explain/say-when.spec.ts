import { sayWhen } from './say-when.js';

function at(
  ...parts: readonly [month: number, day: number, hour: number, minute: number, second?: number, ms?: number]
) {
  const [month, day, ...time] = parts;
  return Date.UTC(2026, month - 1, day, ...time);
}

describe('a local time, as it is said', () => {
  it.each([
    [at(8, 21, 16, 20), '16:20 thứ Sáu 21/08/2026', '16:20 on Friday 21 August 2026'],
    [at(1, 4, 7, 5), '07:05 Chủ nhật 04/01/2026', '07:05 on Sunday 4 January 2026'],
    [at(12, 31, 23, 59, 1), '23:59:01 thứ Năm 31/12/2026', '23:59:01 on Thursday 31 December 2026'],
    [at(8, 17, 8, 0, 0, 1), '08:00:00.001 thứ Hai 17/08/2026', '08:00:00.001 on Monday 17 August 2026'],
    [at(8, 17, 8, 0, 59, 250), '08:00:59.250 thứ Hai 17/08/2026', '08:00:59.250 on Monday 17 August 2026'],
  ])('%d is %s and %s', (local, vi, en) => expect(sayWhen(local)).toEqual({ vi, en }));
});
