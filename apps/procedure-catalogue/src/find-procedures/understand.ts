import {
  gramsToKnow,
  likelySpellings,
  misspeltAt,
  type Phrasing,
  phrasingsOf,
  type SynonymRecord,
  termsWithin,
} from '@motcua/catalogue-domain';
import { comparedWords, type ComparedWord } from '@motcua/kernel';
import { type Queries, sql } from '@motcua/platform';

/** Nobody asks in more words; what comes after them adds work and no meaning. */
const MOST_WORDS = 24;
/** Of fewer letters any word is one letter away. */
const SHORTEST_CORRECTED = 3;
const MISSPELT = 0.8;
const MOST_READINGS = 4;

interface Understood extends Record<string, unknown> {
  readonly synonyms: readonly Pick<SynonymRecord, 'said' | 'meant'>[] | null;
  /** The typed words that some procedure has; the last one may be a beginning. */
  readonly known: readonly string[];
}

/** The ways in which what was typed may be meant; none where nothing but punctuation was typed. */
export async function understand(queries: Queries, query: string): Promise<Phrasing[]> {
  const typed = comparedWords(query).slice(0, MOST_WORDS);
  if (typed.length === 0) return [];
  const folded = typed.map((word) => word.folded);
  const last = folded.at(-1) ?? '';
  const [found] = await queries.query<Understood>(sql`
    SELECT
      (SELECT jsonb_agg(jsonb_build_object('said', said, 'meant', meant) ORDER BY code) FROM synonym WHERE said_folded && ${termsWithin(typed)}::text[]) AS synonyms,
      ARRAY(SELECT gram FROM search_gram WHERE gram = ANY (${folded}::text[])) || CASE WHEN EXISTS (
        SELECT FROM search_gram WHERE gram >= ${last} AND gram < ${`${last}\u{10ffff}`}) THEN ARRAY[${last}] ELSE '{}' END AS known`);
  const synonyms = found?.synonyms ?? [];
  const said = new Set(synonyms.flatMap((synonym) => synonym.said.flatMap(comparedWords)).map((word) => word.folded));
  const known = new Set([...(found?.known ?? []), ...said]);
  const readings = await correct(queries, typed, known);
  return readings.flatMap((words) =>
    phrasingsOf(words, synonyms).map(({ words: phrase, weight }) => ({
      words: phrase,
      weight: words === typed ? weight : weight * MISSPELT,
    })),
  );
}

/** What was typed, and where a word of it is in no procedure, what was probably meant. */
async function correct(
  queries: Queries,
  typed: readonly ComparedWord[],
  known: ReadonlySet<string>,
): Promise<(readonly ComparedWord[])[]> {
  const unknown = typed.flatMap(({ folded }, at) =>
    known.has(folded) || folded.length < SHORTEST_CORRECTED || /\d/u.test(folded) ? [] : [at],
  );
  if (unknown.length === 0) return [typed];
  const asked = unknown.flatMap((at) => gramsToKnow(misspeltAt(typed, at)));
  const rows = await queries.query<{ gram: string }>(
    sql`SELECT gram FROM search_gram WHERE gram = ANY (${[...new Set(asked)]}::text[])`,
  );
  const grams = new Set(rows.map(({ gram }) => gram));
  let readings: (readonly ComparedWord[])[] = [typed];
  for (const at of unknown) {
    const spellings = likelySpellings(misspeltAt(typed, at), grams);
    const corrected = readings.flatMap((words) => spellings.map((spelling) => words.with(at, spelling)));
    if (corrected.length > 0) readings = corrected.slice(0, MOST_READINGS);
  }
  return readings[0] === typed ? readings : [typed, ...readings];
}
