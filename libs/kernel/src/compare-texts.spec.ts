import { compareTexts } from './compare-texts.js';

describe('the order of two texts', () => {
  it.each([
    ['a', 'b', -1],
    ['b', 'a', 1],
    ['a', 'a', 0],
    ['B', 'a', -1],
    ['2026-01-01', '2025-12-31', 1],
  ])('of %j and %j is %d', (a, b, order) => expect(compareTexts(a, b)).toBe(order));
});
