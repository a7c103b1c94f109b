import { unprintable, unshowable } from './printable.js';

/** That the typeface has all of these signs is a sentence of `@motcua/pdf-drawing`. */
describe('a text for a paper', () => {
  it('is shown whole where it is written in letters, marks and signs of an office', () => {
    expect(unprintable('Y Thảo Êban – 1/2 số tiền: 50.000 đ, “≥ 18 tuổi”\n')).toBeUndefined();
  });

  it('has its first sign named that no paper can show', () => {
    expect(unprintable('Nguyễn 😀 字')).toBe('😀');
  });
});

describe('a text for a screen', () => {
  it('may have emoji, marks of skin and family, and every script', () => {
    expect(unshowable('Cảm ơn cán bộ 🙏🏽 👩‍👧 字\tхорошо\r\n')).toBeUndefined();
  });

  it('has no controls, no halves of pairs and nothing that no standard knows', () => {
    for (const sign of ['\u0007', '\u0000', '\ud83d', '\ue000', '\u0378']) expect(unshowable(`a${sign}b`)).toBe(sign);
  });
});
