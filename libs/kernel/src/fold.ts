import { composed } from './composed.js';

/**
 * Vietnamese as people type it. Two forms of a text are compared: the folded one without any diacritics, and the exact one
 * that keeps them, in which it does not matter over which vowel of a syllable the tone was written (hoà, hòa), nor
 * whether the letters came composed or in parts.
 */
const TONES: Readonly<Record<string, string>> = {
  '\u0300': '1', // huyền
  '\u0301': '2', // sắc
  '\u0309': '3', // hỏi
  '\u0303': '4', // ngã
  '\u0323': '5', // nặng
};
const MARKS = /\p{M}/gu;
const NOT_A_WORD = /[^\p{L}\p{N}]+/gu;
/** Longer words are cut: nothing is found by its sixty-first letter. */
const LONGEST_WORD = 60;

/** Letters with a stroke, which do not come apart, and the look-alikes of Đ that old converters leave. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { ð: 'đ', ɖ: 'đ', ƀ: 'b' };

const lower = (text: string): string =>
  composed(text.toLowerCase()).replaceAll(/[ðɖƀ]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);

const wordsOf = (text: string): string[] =>
  text
    .replaceAll(NOT_A_WORD, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST_WORD));

/** Lower case without diacritics, words separated by one space: `Đăng ký` → `dang ky`. */
export const folded = (text: string): string =>
  wordsOf(lower(text).normalize('NFD').replaceAll(MARKS, '').replaceAll('đ', 'd')).join(' ');

const toneLast = (word: string): string => {
  let tone = '';
  const bare = [...word.normalize('NFD')].filter((mark) => {
    const found = TONES[mark];
    tone = found ?? tone;
    return found === undefined;
  });
  return bare.join('').normalize('NFC') + tone;
};

/** Lower case with diacritics, each syllable's tone moved to its end as a digit: `hoà` and `hòa` → `hoa1`. */
export const exact = (text: string): string => wordsOf(lower(text)).map(toneLast).join(' ');

/** Words of a folded or exact text, each once. */
export const distinctWords = (text: string): string[] => [...new Set(text.split(' ').filter((word) => word !== ''))];

/**
 * A `tsquery` that finds texts with all words of a folded or exact text, the last one as a beginning. Words hold letters
 * and digits only, so nothing in them can be read as an operator.
 */
export const allWords = (text: string): string =>
  distinctWords(text)
    .map((word, at, { length }) => `'${word}'${at === length - 1 ? ':*' : ''}`)
    .join(' & ');
