import { pauseAfter } from './pause-after.js';

it('grows with each call that is not answered, to five minutes and no further', () => {
  expect([0, 1, 2, 3, 4, 8, 9, 10, 1_000_000].map((failures) => pauseAfter(failures, 300))).toEqual([
    0, 1_000, 2_000, 4_000, 8_000, 128_000, 256_000, 300_000, 300_000,
  ]);
  expect(pauseAfter(5, 2)).toBe(2_000);
});
