import type { SearchTerms } from './search-terms.js';

/** What a list is narrowed to; absent narrows nothing. */
export interface Filters {
  readonly field: string | undefined;
  /** Current identifier of an agency. */
  readonly agency: string | undefined;
  readonly level: string | undefined;
  readonly onlineLevel: string | undefined;
  readonly channel: string | undefined;
}

export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const COLUMNS = `
  h.procedure AS code, h.version, h.name, h.field_code AS "fieldCode", h.field_name AS "fieldName", h.level, h.online_level AS "onlineLevel", h.channels,
  h.agencies AS "competentAgencies", h.competent_level AS "competentLevel", h.agency_names AS "agencyNames", h.effective_from AS "effectiveFrom",
  h.open_questions AS "openQuestions",
  CASE
    WHEN h.effective_from IS NULL THEN 'draft'
    WHEN (SELECT p.repealed_from FROM procedure p WHERE p.code = h.procedure) <= $1 THEN 'repealed'
    WHEN h.effective_from > $1 THEN 'announced'
    WHEN EXISTS (SELECT FROM procedure_suspension s WHERE s.procedure = h.procedure AND s.from_day <= $1 AND (s.until_day IS NULL OR $1 < s.until_day)) THEN 'suspended'
    ELSE 'inForce'
  END AS state`;

// 0 the code itself, 1 its beginning; 2 to 5 as typed, diacritics included, 6 to 9 without them: name begins with the
// phrase, name has the phrase, name has all words, name, field and agencies together have them.
const RANK = `
  CASE
    WHEN h.procedure = $2 THEN 0
    WHEN h.procedure >= $2 AND h.procedure < $3 THEN 1
    WHEN position($4::text IN ' ' || h.name_exact) = 1 THEN 2
    WHEN position($4::text IN ' ' || h.name_exact) > 1 THEN 3
    WHEN h.name_exact_words @@ $6::tsquery THEN 4
    WHEN h.all_exact_words @@ $6::tsquery THEN 5
    WHEN position($5::text IN ' ' || h.name_folded) = 1 THEN 6
    WHEN position($5::text IN ' ' || h.name_folded) > 1 THEN 7
    WHEN h.name_words @@ $7::tsquery THEN 8
    ELSE 9
  END`;

// Each half of the union has an index of its own; an OR would leave the choice to a planner that knows no values.
const HITS = `
  (
    SELECT procedure, shown_from FROM procedure_headline WHERE all_words @@ $7::tsquery
    UNION
    SELECT procedure, shown_from FROM procedure_headline WHERE procedure >= $2 AND procedure < $3
  ) AS hit
  JOIN procedure_headline h USING (procedure, shown_from)`;

/** Adds the condition of each filter that is given: the planner sees no others, and the texts are a bounded set. */
function narrow(filters: Filters, values: unknown[]): string[] {
  const given = (value: string): string => `$${values.push(value)}`;
  const conditions = ['h.shown_from <= $1', '$1 < h.shown_until'];
  const { field, agency, level, onlineLevel, channel } = filters;
  if (field !== undefined) conditions.push(`h.field_code = ${given(field)}`);
  if (level !== undefined) conditions.push(`h.level = ${given(level)}`);
  if (onlineLevel !== undefined) conditions.push(`h.online_level = ${given(onlineLevel)}`);
  if (channel !== undefined) conditions.push(`h.channels @> ARRAY[${given(channel)}]`);
  if (agency !== undefined) {
    const code = given(agency);
    conditions.push(
      `(h.agencies @> ARRAY[${code}] OR h.competent_level = (SELECT a.level FROM agency a WHERE a.code = ${code}))`,
    );
  }
  return conditions;
}

/** Procedures shown on a day, in the order of their codes, after a code. */
export function listStatement(day: string, filters: Filters, after: string, limit: number): Statement {
  const values: unknown[] = [day];
  const conditions = narrow(filters, values);
  conditions.push(`h.procedure > $${values.push(after)}`);
  const sql = `SELECT ${COLUMNS} FROM procedure_headline h WHERE ${conditions.join(' AND ')} ORDER BY h.procedure LIMIT $${values.push(limit)}`;
  return { sql, values };
}

/** The sort key of the last row of the page before. */
export type SearchPosition = readonly [rank: number, size: number, code: string];

/** Best match first; of equal matches the shorter name, then the code. */
export function searchStatement(
  day: string,
  filters: Filters,
  terms: SearchTerms,
  after: SearchPosition,
  limit: number,
): Statement {
  const { code, codeEnd, exactPhrase, foldedPhrase, exactWords, foldedWords } = terms;
  const values: unknown[] = [day, code, codeEnd, exactPhrase, foldedPhrase, exactWords, foldedWords];
  const conditions = narrow(filters, values);
  const [rank, size, last] = after.map((part) => `$${values.push(part)}`);
  const sql = `
    SELECT * FROM (
      SELECT ${COLUMNS}, ${RANK} AS rank, length(h.name) AS size FROM ${HITS} WHERE ${conditions.join(' AND ')}
    ) AS found
    WHERE (rank, size, code) > (${rank}::int, ${size}::int, ${last}) ORDER BY rank, size, code LIMIT $${values.push(limit)}`;
  return { sql, values };
}
