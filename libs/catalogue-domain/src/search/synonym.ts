import { comparedWords, type ComparedWord, type Fault } from '@motcua/kernel';
import { isStopWord } from './stop-words.js';

/** What people say, and what the law calls it. */
export interface SynonymRecord {
  readonly code: string;
  /** Words of the street: `sổ đỏ`, `bìa đỏ`, `gcnqsdđ`. */
  readonly said: readonly string[];
  /** Words of the law, the likeliest first. None: what is said means nothing else any more. */
  readonly meant: readonly string[];
  readonly revision: number;
}

const LONGEST_TERM = 8;

const wordsIn = (text: string): number => comparedWords(text).length;

/** Everything wrong with a synonym beyond the shape of its fields. */
export function synonymFaults({ said, meant }: Pick<SynonymRecord, 'said' | 'meant'>): Fault[] {
  const faults: Fault[] = [];
  for (const [at, term] of said.entries())
    if (wordsIn(term) === 0 || wordsIn(term) > LONGEST_TERM)
      faults.push({
        pointer: `/said/${at}`,
        code: 'TERM_LENGTH',
        detail: {
          vi: `Cách nói phải có từ 1 đến ${LONGEST_TERM} tiếng.`,
          en: `A term has 1 to ${LONGEST_TERM} words.`,
        },
      });
  for (const [at, meaning] of meant.entries())
    if (wordsIn(meaning) === 0)
      faults.push({
        pointer: `/meant/${at}`,
        code: 'MEANING_EMPTY',
        detail: { vi: 'Nghĩa phải có ít nhất một tiếng.', en: 'A meaning has at least one word.' },
      });
  return faults;
}

/** By which a term is looked up, whatever diacritics were typed. */
export const foldedTerm = (term: string): string =>
  comparedWords(term)
    .map(({ folded }) => folded)
    .join(' ');

/** The folded terms that may stand in what was typed, with stop words in between or without. */
export function termsWithin(words: readonly ComparedWord[]): string[] {
  const telling = words.filter((word) => !isStopWord(word));
  return [...new Set([...runsOf(words), ...runsOf(telling)])];
}

const runsOf = (words: readonly ComparedWord[]): string[] =>
  words.flatMap((_, from) => {
    const run = words.slice(from, from + LONGEST_TERM).map(({ folded }) => folded);
    return run.map((__, more) => run.slice(0, more + 1).join(' '));
  });
