import { type Sql, sql } from '@motcua/platform';
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

const columns = (day: string): Sql => sql`
  h.procedure AS code, h.version, h.name, h.field_code AS "fieldCode", h.field_name AS "fieldName", h.level, h.online_level AS "onlineLevel", h.channels,
  h.agencies AS "competentAgencies", h.competent_level AS "competentLevel", h.agency_names AS "agencyNames", h.effective_from AS "effectiveFrom",
  h.open_questions AS "openQuestions",
  CASE
    WHEN h.effective_from IS NULL THEN 'draft'
    WHEN (SELECT p.repealed_from FROM procedure p WHERE p.code = h.procedure) <= ${day} THEN 'repealed'
    WHEN h.effective_from > ${day} THEN 'announced'
    WHEN EXISTS (SELECT FROM procedure_suspension s WHERE s.procedure = h.procedure AND s.from_day <= ${day} AND (s.until_day IS NULL OR ${day} < s.until_day)) THEN 'suspended'
    ELSE 'inForce'
  END AS state`;

// 0 the code itself, 1 its beginning; 2 to 5 as typed, diacritics included, 6 to 9 without them: name begins with the
// phrase, name has the phrase, name has all words, name, field and agencies together have them.
const rankOf = ({ code, codeEnd, exactPhrase, foldedPhrase, exactWords, foldedWords }: SearchTerms): Sql => sql`
  CASE
    WHEN h.procedure = ${code} THEN 0
    WHEN h.procedure >= ${code} AND h.procedure < ${codeEnd} THEN 1
    WHEN position(${exactPhrase}::text IN ' ' || h.name_exact) = 1 THEN 2
    WHEN position(${exactPhrase}::text IN ' ' || h.name_exact) > 1 THEN 3
    WHEN h.name_exact_words @@ ${exactWords}::tsquery THEN 4
    WHEN h.all_exact_words @@ ${exactWords}::tsquery THEN 5
    WHEN position(${foldedPhrase}::text IN ' ' || h.name_folded) = 1 THEN 6
    WHEN position(${foldedPhrase}::text IN ' ' || h.name_folded) > 1 THEN 7
    WHEN h.name_words @@ ${foldedWords}::tsquery THEN 8
    ELSE 9
  END`;

// Each half of the union has an index of its own; an OR would leave the choice to a planner that knows no values.
const hitsOf = ({ code, codeEnd, foldedWords }: SearchTerms): Sql => sql`
  (
    SELECT procedure, shown_from FROM procedure_headline WHERE all_words @@ ${foldedWords}::tsquery
    UNION
    SELECT procedure, shown_from FROM procedure_headline WHERE procedure >= ${code} AND procedure < ${codeEnd}
  ) AS hit
  JOIN procedure_headline h USING (procedure, shown_from)`;

/** The conditions of the filters that are given: the planner sees no others, and the texts are a bounded set. */
function conditionsOf(day: string, { field, agency, level, onlineLevel, channel }: Filters): Sql[] {
  return [
    sql`h.shown_from <= ${day}`,
    sql`${day} < h.shown_until`,
    ...(field === undefined ? [] : [sql`h.field_code = ${field}`]),
    ...(level === undefined ? [] : [sql`h.level = ${level}`]),
    ...(onlineLevel === undefined ? [] : [sql`h.online_level = ${onlineLevel}`]),
    ...(channel === undefined ? [] : [sql`h.channels @> ARRAY[${channel}]`]),
    ...(agency === undefined
      ? []
      : [
          sql`(h.agencies @> ARRAY[${agency}] OR h.competent_level = (SELECT a.level FROM agency a WHERE a.code = ${agency}))`,
        ]),
  ];
}

/** Procedures shown on a day, in the order of their codes, after a code. */
export function listStatement(day: string, filters: Filters, after: string, limit: number): Sql {
  const conditions = [...conditionsOf(day, filters), sql`h.procedure > ${after}`];
  return sql`
    SELECT ${columns(day)} FROM procedure_headline h WHERE ${sql.join(conditions, ' AND ')} ORDER BY h.procedure LIMIT ${limit}`;
}

/** The sort key of the last row of the page before. */
type SearchPosition = readonly [rank: number, size: number, code: string];

/** Best match first; of equal matches the shorter name, then the code. */
export function searchStatement(
  day: string,
  filters: Filters,
  terms: SearchTerms,
  [rank, size, code]: SearchPosition,
  limit: number,
): Sql {
  return sql`
    SELECT * FROM (
      SELECT ${columns(day)}, ${rankOf(terms)} AS rank, length(h.name) AS size FROM ${hitsOf(terms)}
      WHERE ${sql.join(conditionsOf(day, filters), ' AND ')}
    ) AS found
    WHERE (rank, size, code) > (${rank}::int, ${size}::int, ${code}) ORDER BY rank, size, code LIMIT ${limit}`;
}
