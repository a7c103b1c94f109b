import { distinctWords, exact, folded } from '@motcua/kernel';
import { type Queries, sql } from '@motcua/platform';

/** Makes procedures such as the work list can be searched for, by their codes and the words of their names. */
export async function listProcedures(
  queries: Queries,
  procedures: readonly { readonly code: string; readonly name: string }[],
): Promise<void> {
  if (procedures.length === 0) return;
  const rows = procedures.map(({ code, name }) => {
    const text = `${code} ${name}`;
    return { code, name, words: distinctWords(folded(text)), exact: distinctWords(exact(text)) };
  });
  await queries.query(sql`
    INSERT INTO listed_procedure (procedure_code, name, words, exact_words)
    SELECT DISTINCT ON (code, name) code, name, array_to_tsvector(words), array_to_tsvector(exact)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (code text, name text, words text[], exact text[])
    ON CONFLICT DO NOTHING`);
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
export async function findProcedures(queries: Queries, text: string, limit: number): Promise<string[]> {
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
