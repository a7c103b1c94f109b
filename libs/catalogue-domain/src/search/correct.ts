import type { ComparedWord } from '@motcua/kernel';
import { oneLetterAway } from './one-letter-away.js';

const MOST_SPELLINGS = 4;

/** A word that no procedure has, with its neighbours. */
interface Misspelt {
  readonly before: ComparedWord | undefined;
  readonly word: ComparedWord;
  readonly after: ComparedWord | undefined;
}

const pairsOf = ({ before, after }: Misspelt, spelling: string): string[] => [
  ...(before ? [`${before.folded} ${spelling}`] : []),
  ...(after ? [`${spelling} ${after.folded}`] : []),
];

export const misspeltAt = (words: readonly ComparedWord[], at: number): Misspelt => ({
  before: words[at - 1],
  word: words[at] ?? { exact: '', folded: '' },
  after: words[at + 1],
});

/** The words and pairs of which one must know whether any procedure has them, to correct a word. */
export const gramsToKnow = (misspelt: Misspelt): string[] =>
  oneLetterAway(misspelt.word.folded).flatMap((spelling) => [spelling, ...pairsOf(misspelt, spelling)]);

/** What was probably meant, likeliest first: a spelling that some procedure has beside the same neighbours comes first. */
export function likelySpellings(misspelt: Misspelt, known: ReadonlySet<string>): ComparedWord[] {
  const company = (spelling: string): number => pairsOf(misspelt, spelling).filter((pair) => known.has(pair)).length;
  return oneLetterAway(misspelt.word.folded)
    .filter((spelling) => known.has(spelling))
    .map((spelling) => ({ spelling, company: company(spelling) }))
    .toSorted((a, b) => b.company - a.company)
    .slice(0, MOST_SPELLINGS)
    .map(({ spelling }) => ({ exact: spelling, folded: spelling }));
}
