import { distinctWords, exact, folded } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';

const LIST = `
  INSERT INTO listed_procedure (procedure_code, name, words, exact_words)
  VALUES ($1, $2, array_to_tsvector($3::text[]), array_to_tsvector($4::text[])) ON CONFLICT DO NOTHING`;

/** Makes a procedure one that the work list can be searched for, by its code and the words of its name. */
export async function listProcedure(
  queries: Pick<Tx, 'query'>,
  { code, name }: { readonly code: string; readonly name: string },
): Promise<void> {
  const text = `${code} ${name}`;
  await queries.query(LIST, [code, name, distinctWords(folded(text)), distinctWords(exact(text))]);
}

const FIND = `
  SELECT DISTINCT procedure_code FROM listed_procedure
  WHERE words @@ $1::tsquery AND ($2::text IS NULL OR exact_words @@ $2::tsquery) LIMIT $3`;

const quoted = (words: readonly string[], open: boolean): string =>
  words.map((word, at) => `'${word}'${open && at === words.length - 1 ? ':*' : ''}`).join(' & ');

/**
 * Codes of the procedures with all words of a text in their code or name, the last word as a beginning: a word that is
 * typed without diacritics stands for any, one with diacritics for itself. At most `limit` of them.
 */
export async function findProcedures(queries: Pick<Tx, 'query'>, text: string, limit: number): Promise<string[]> {
  const all = folded(text).split(' ').filter(Boolean);
  const typed = exact(text).split(' ').filter(Boolean);
  if (all.length === 0) return [];
  const marked = typed.filter((word, at) => word !== all[at]);
  const lastIsMarked = typed.at(-1) !== all.at(-1);
  const rows = await queries.query<{ procedure_code: string }>(FIND, [
    quoted(all, true),
    marked.length > 0 ? quoted(marked, lastIsMarked) : null,
    limit,
  ]);
  return rows.map(({ procedure_code: code }) => code);
}
