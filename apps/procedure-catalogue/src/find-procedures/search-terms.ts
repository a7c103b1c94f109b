import { allWords, exact, folded } from '../text/fold.js';

/** What a person typed, in the forms that a search compares. */
export interface SearchTerms {
  readonly code: string;
  /** The code as a prefix for LIKE, its own wildcards taken literally. */
  readonly codePrefix: string;
  /** With a blank before it: a phrase begins at a word. */
  readonly exactPhrase: string;
  readonly foldedPhrase: string;
  readonly exactWords: string;
  readonly foldedWords: string;
}

const WILDCARDS = /[\\%_]/g;

/** Undefined where nothing but punctuation was typed: that finds nothing. */
export function searchTerms(query: string): SearchTerms | undefined {
  const [exactly, plainly] = [exact(query), folded(query)];
  if (plainly === '') return undefined;
  const code = query.trim().toUpperCase();
  return {
    code,
    codePrefix: `${code.replaceAll(WILDCARDS, '\\$&')}%`,
    exactPhrase: ` ${exactly}`,
    foldedPhrase: ` ${plainly}`,
    exactWords: allWords(exactly),
    foldedWords: allWords(plainly),
  };
}
