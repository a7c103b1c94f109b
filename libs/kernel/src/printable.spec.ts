import { unprintable } from './printable.js';

/** That the typeface has all of these signs is a sentence of `@motcua/pdf-drawing`. */
describe('a text for a paper', () => {
  it('is shown whole where it is written in letters, marks and signs of an office', () => {
    expect(unprintable('Y Thảo Êban – 1/2 số tiền: 50.000 đ, “≥ 18 tuổi”\n')).toBeUndefined();
  });

  it('has its first sign named that no paper can show', () => {
    expect(unprintable('Nguyễn 😀 字')).toBe('😀');
  });
});
