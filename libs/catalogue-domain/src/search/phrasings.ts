import { comparedWords, type ComparedWord } from '@motcua/kernel';
import { isMarked, isStopWord } from './stop-words.js';
import type { SynonymRecord } from './synonym.js';

/** One way to put what was typed, and how surely it is meant. */
export interface Phrasing {
  readonly words: readonly ComparedWord[];
  /** 0 to 1. */
  readonly weight: number;
}

const LESS_LIKELY = 0.94;
const AS_TYPED = 0.97;
/** Of several things that were named, one is what is looked for. */
const LEFT_OUT = 0.8;
const MOST_PHRASINGS = 8;

interface Term {
  readonly said: readonly ComparedWord[];
  readonly meant: readonly string[];
}

/** A piece of what was typed: a term with its meanings, or a word that is none. */
interface Piece {
  readonly words: readonly ComparedWord[];
  readonly meant: readonly string[] | undefined;
}

/**
 * What was typed, with terms of the street put as the law puts them, the likeliest first. The longest term counts: in
 * `sang tên sổ đỏ` that is the transfer of land, not the certificate.
 */
export function phrasingsOf(
  typed: readonly ComparedWord[],
  synonyms: readonly Pick<SynonymRecord, 'said' | 'meant'>[],
): Phrasing[] {
  const pieces = piecesOf(
    typed,
    synonyms.flatMap(({ said, meant }) => said.map((term) => ({ said: comparedWords(term), meant }))),
  );
  const many = pieces.filter(({ meant }) => meant !== undefined).length > 1;
  let phrasings: Phrasing[] = [{ words: [], weight: 1 }];
  for (const piece of pieces)
    phrasings = phrasings
      .flatMap((before) =>
        choicesOf(piece, many).map(({ words, weight }) => ({
          words: [...before.words, ...words],
          weight: before.weight * weight,
        })),
      )
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, MOST_PHRASINGS);
  return phrasings.filter(({ words }) => words.length > 0);
}

function piecesOf(typed: readonly ComparedWord[], terms: readonly Term[]): Piece[] {
  const longestFirst = terms.toSorted((a, b) => b.said.length - a.said.length);
  const pieces: Piece[] = [];
  for (let at = 0; at < typed.length;) {
    const found = longestFirst
      .map(({ said, meant }) => ({ meant, end: endOf(said, typed, at) }))
      .find(({ end }) => end !== undefined);
    const end = found?.end ?? at + 1;
    pieces.push({ words: typed.slice(at, end), meant: found?.meant });
    at = end;
  }
  return pieces;
}

/** Where a term ends that begins at a place; stop words may stand inside of it: `bố tôi mất` is `bố mất`. */
function endOf(said: readonly ComparedWord[], typed: readonly ComparedWord[], from: number): number | undefined {
  let at = from;
  for (const [index, word] of said.entries()) {
    const inside = index > 0 ? typed.slice(at).findIndex((one) => mayMean(one, word) || !isStopWord(one)) : 0;
    const next = typed[at + inside];
    if (inside < 0 || !next || !mayMean(next, word)) return undefined;
    at += inside + 1;
  }
  return at;
}

/** Where a syllable was typed without marks, any marks may be meant. */
const mayMean = (typed: ComparedWord, word: ComparedWord): boolean =>
  typed.exact === word.exact || (!isMarked(typed) && typed.folded === word.folded);

function choicesOf({ words, meant }: Piece, many: boolean): Phrasing[] {
  if (!meant) return [{ words, weight: 1 }];
  return [
    ...meant.map((meaning, rank) => ({ words: comparedWords(meaning), weight: LESS_LIKELY ** rank })),
    { words, weight: AS_TYPED },
    ...(many ? [{ words: [], weight: LEFT_OUT }] : []),
  ];
}
