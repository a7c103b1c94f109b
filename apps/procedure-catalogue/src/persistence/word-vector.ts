/** Words as a `tsvector` is written: each by itself, without positions. */
export const wordVector = (words: readonly string[]): string =>
  words.map((word) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' ');
