import { cut } from './clean-text.js';

describe('a text that is stored', () => {
  it.each([
    ['', ''],
    ['abcd', 'abcd'],
    ['abcde', 'abc…'],
    ['abcdefgh', 'abc…'],
  ])('of four letters at most is, of %j, %j', (text, stored) => expect(cut(text, 4)).toBe(stored));
});
