import { TokenBuckets } from './token-buckets.js';

describe('requests a minute', () => {
  it('are allowed in a burst up to the limit, and come back evenly', () => {
    const buckets = new TokenBuckets(3);
    expect([0, 1, 2, 3].map((n) => buckets.take('a', n))).toEqual([true, true, true, false]);
    expect(buckets.take('a', 19_000)).toBe(false);
    expect(buckets.take('a', 20_001)).toBe(true);
    expect(buckets.take('a', 20_002)).toBe(false);
  });

  it('are counted for each caller alone, and never saved beyond the limit', () => {
    const buckets = new TokenBuckets(1);
    expect([buckets.take('a', 0), buckets.take('b', 0), buckets.take('a', 1)]).toEqual([true, true, false]);
    expect([buckets.take('a', 600_000), buckets.take('a', 600_001)]).toEqual([true, false]);
  });
});
