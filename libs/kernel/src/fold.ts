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

/** Syllables that are written with i and with y, as schools and the press differ: kí and ký, quí and quý, Mĩ and Mỹ. */
const WRITTEN_BOTH_WAYS = /^(h|k|l|m|s|t|v|qu)i(\d?)$/u;

const withY = (word: string): string => word.replace(WRITTEN_BOTH_WAYS, '$1y$2');

const plainWords = (text: string): string[] =>
  wordsOf(lower(text).normalize('NFD').replaceAll(MARKS, '').replaceAll('đ', 'd'));

/** Lower case without diacritics, words separated by one space: `Đăng ký` and `đăng kí` → `dang ky`. */
export const folded = (text: string): string => plainWords(text).map(withY).join(' ');

function toneLast(word: string): string {
  let tone = '';
  const bare = [...word.normalize('NFD')].filter((mark) => {
    const found = TONES[mark];
    tone = found ?? tone;
    return found === undefined;
  });
  return bare.join('').normalize('NFC') + tone;
}

const tonedWords = (text: string): string[] => wordsOf(lower(text)).map(toneLast);

/** Lower case with diacritics, each syllable's tone moved to its end as a digit: `hoà` and `hòa` → `hoa1`. */
export const exact = (text: string): string => tonedWords(text).map(withY).join(' ');

/** A word in the two forms in which texts are compared. */
export interface ComparedWord {
  readonly exact: string;
  readonly folded: string;
}

/** The words of a text in their order: `Đăng kí` → đăng (dang), ký (ky). */
export function comparedWords(text: string): ComparedWord[] {
  const plain = plainWords(text);
  return tonedWords(text).map((word, at) => ({ exact: withY(word), folded: withY(plain[at] ?? '') }));
}

/** Words of a folded or exact text, each once. */
export const distinctWords = (text: string): string[] => [...new Set(text.split(' ').filter((word) => word !== ''))];

/** As a `tsquery`; words hold letters and digits only, so nothing in them can be read as an operator. */
function queryWord(typed: string, isLast: boolean): string {
  const word = withY(typed);
  if (!isLast) return `'${word}'`;
  // Who has typed `ki` may be on the way to `kiem`.
  return word === typed ? `'${word}':*` : `('${word}' | '${typed}':*)`;
}

const queryOf = (words: readonly string[]): string =>
  [...new Set(words.map((word, at) => queryWord(word, at === words.length - 1)))].join(' & ');

/** A `tsquery` that finds folded texts with all words of what was typed, the last one as a beginning. */
export const foldedQuery = (typed: string): string => queryOf(plainWords(typed));

/** The same over exact texts, of the words that were typed with diacritics; null where none was. */
export function markedQuery(typed: string): string | null {
  const [words, plain] = [tonedWords(typed), plainWords(typed)];
  const marked = words.flatMap((word, at) => (word === plain[at] ? [] : [queryWord(word, at === words.length - 1)]));
  return marked.length === 0 ? null : [...new Set(marked)].join(' & ');
}
