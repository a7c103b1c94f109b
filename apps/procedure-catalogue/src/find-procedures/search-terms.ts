import { exact, exactQuery, folded, foldedQuery } from '@motcua/kernel';

/** What a person typed, in the forms that a search compares. */
export interface SearchTerms {
  readonly code: string;
  /** After every code that begins with `code`, in the order of code points. */
  readonly codeEnd: string;
  /** With a blank before it: a phrase begins at a word. Null where no diacritics were typed: then none are asked for. */
  readonly exactPhrase: string | null;
  readonly foldedPhrase: string;
  readonly exactWords: string | null;
  readonly foldedWords: string;
}

/** Undefined where nothing but punctuation was typed: that finds nothing. */
export function searchTerms(query: string): SearchTerms | undefined {
  const [exactly, plainly] = [exact(query), folded(query)];
  if (plainly === '') return undefined;
  const code = query.trim().toUpperCase();
  return {
    code,
    codeEnd: `${code}\u{10ffff}`,
    exactPhrase: exactly === plainly ? null : ` ${exactly}`,
    foldedPhrase: ` ${plainly}`,
    exactWords: exactly === plainly ? null : exactQuery(query),
    foldedWords: foldedQuery(query),
  };
}
