import type { ComparedWord } from '@motcua/kernel';
import { isMarked, isStopWord } from './stop-words.js';

/** A word or a pair of neighbours that a procedure's text has or has not. */
export interface Feature {
  readonly exact: string;
  readonly folded: string;
  readonly pair: boolean;
  /** Typed with diacritics: then a text that only folds alike says less. */
  readonly marked: boolean;
  /** The last word that was typed may be on its way to a longer one. */
  readonly begun: boolean;
}

/** What to look for; stop words only where there is nothing else. Pairs are of words that stood side by side. */
export function featuresOf(words: readonly ComparedWord[]): Feature[] {
  const telling = words.map((word) => !isStopWord(word));
  const kept = telling.includes(true) ? telling : words.map(() => true);
  const features: Feature[] = [];
  for (const [at, word] of words.entries()) {
    if (!kept[at]) continue;
    const begun = at === words.length - 1;
    features.push({ ...word, pair: false, marked: isMarked(word), begun });
    const before = words[at - 1];
    if (before && kept[at - 1])
      features.push({
        exact: `${before.exact} ${word.exact}`,
        folded: `${before.folded} ${word.folded}`,
        pair: true,
        marked: isMarked(before) || isMarked(word),
        begun,
      });
  }
  return [...new Map(features.map((feature) => [feature.exact, feature])).values()];
}
