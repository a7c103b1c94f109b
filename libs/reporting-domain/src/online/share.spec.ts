import { reaches, shareOf } from './share.js';

describe('a share and its target', () => {
  it.each([
    [0, 5, 0],
    [96, 500, 1920],
    [1, 3, 3333],
    [2, 3, 6667],
    // 0.00005: half a basis point goes up.
    [1, 20_000, 1],
    [7, 7, 10_000],
  ])('%d of %d is %d basis points', (count, of, share) => {
    expect(shareOf({ count, of })).toBe(share);
  });

  it('is unknown where there is nothing to divide by, and its target neither reached nor missed', () => {
    expect(shareOf({ count: 0, of: 0 })).toBeNull();
    expect(reaches({ count: 0, of: 0 }, 0)).toBeNull();
  });

  it('is reached exactly at the target, and not by rounding', () => {
    expect(reaches({ count: 3, of: 10 }, 3000)).toBe(true);
    // 29.996 % is shown as 30 %.
    expect(shareOf({ count: 29_996, of: 100_000 })).toBe(3000);
    expect(reaches({ count: 29_996, of: 100_000 }, 3000)).toBe(false);
  });
});
