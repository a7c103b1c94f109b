/** The words of a text and its pairs of neighbours, each once: most words of Vietnamese are two syllables. */
export const gramsOf = (words: readonly string[]): string[] => [
  ...new Set([...words, ...words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)]),
];
