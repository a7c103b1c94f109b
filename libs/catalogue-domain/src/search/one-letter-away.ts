const LETTERS = Array.from('abcdefghiklmnopqrstuvxy');

/** Every spelling that differs from a folded word by one letter: left out, added, another one, or two exchanged. */
export function oneLetterAway(word: string): string[] {
  const cuts = [...word, ''].map((_, at) => [word.slice(0, at), word.slice(at)] as const);
  const found = cuts.flatMap(([head, tail]) => [
    ...(tail === '' ? [] : [head + tail.slice(1)]),
    ...(tail.length < 2 ? [] : [head + (tail[1] ?? '') + (tail[0] ?? '') + tail.slice(2)]),
    ...LETTERS.flatMap((letter) => [head + letter + tail, ...(tail === '' ? [] : [head + letter + tail.slice(1)])]),
  ]);
  return [...new Set(found)].filter((spelling) => spelling !== '' && spelling !== word);
}
