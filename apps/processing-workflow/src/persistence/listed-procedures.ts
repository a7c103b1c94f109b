import { distinctWords, exact, folded, foldedQuery, markedQuery } from '@motcua/kernel';
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
    ORDER BY code, name
    ON CONFLICT DO NOTHING`);
}

/**
 * Codes of the procedures with all words of a text in their code or name, the last word as a beginning: a word that is
 * typed without diacritics stands for any, one with diacritics for itself. At most `limit` of them.
 */
export async function findProcedures(queries: Queries, text: string, limit: number): Promise<string[]> {
  const words = foldedQuery(text);
  if (words === '') return [];
  const marked = markedQuery(text);
  const rows = await queries.query<{ code: string }>(sql`
    SELECT DISTINCT procedure_code AS code FROM listed_procedure
    WHERE words @@ ${words}::tsquery AND (${marked}::text IS NULL OR exact_words @@ ${marked}::tsquery) LIMIT ${limit}`);
  return rows.map(({ code }) => code);
}
