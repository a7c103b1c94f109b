import fc from 'fast-check';
import { reduceBy } from './money.js';

describe('an amount less a reduction (R17)', () => {
  it.each([
    [230_000, 5_000, 115_000],
    [1, 5_000, 1],
    [3, 5_000, 2],
    [5, 1_000, 5],
    [15, 1_000, 14],
    [4_999, 9_999, 0],
    [5_000, 9_999, 1],
    [100, 10_000, 0],
    [100, 0, 100],
    [9_007_199_254_740_991, 1, 9_006_298_534_815_517],
  ])('%d đồng less %d basis points is %d đồng', (amount, reduction, net) => {
    expect(reduceBy(amount, reduction)).toBe(net);
  });

  it('is never negative, never above the amount, and never grows with the reduction', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 12), fc.nat(10_000), fc.nat(10_000), (amount, a, b) => {
        const [less, more] = [reduceBy(amount, Math.max(a, b)), reduceBy(amount, Math.min(a, b))];
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(amount);
        expect(less).toBeLessThanOrEqual(more);
      }),
    );
  });
});
