import { Inject, Injectable } from '@nestjs/common';
import { type Clock, CLOCK, currentIdentifier } from '@motcua/kernel';
import { Database, decodeCursor, type Page, pageOf } from '@motcua/platform';
import { dayInVietnam } from '../procedure/in-force.js';
import type { FindProceduresQuery } from './find-procedures.query.js';
import { type ProcedureLine, procedureLine, type ProcedureRow } from './procedure-line.js';
import { searchTerms } from './search-terms.js';

const COLUMNS = `
  h.procedure AS code, h.version, h.name, h.field_code AS "fieldCode", h.field_name AS "fieldName", h.level, h.online_level AS "onlineLevel", h.channels,
  h.agencies AS "competentAgencies", h.competent_level AS "competentLevel", h.agency_names AS "agencyNames", h.effective_from AS "effectiveFrom",
  h.open_questions AS "openQuestions",
  CASE
    WHEN h.effective_from IS NULL THEN 'draft'
    WHEN p.repealed_from <= $1 THEN 'repealed'
    WHEN h.effective_from > $1 THEN 'announced'
    WHEN EXISTS (SELECT FROM procedure_suspension s WHERE s.procedure = h.procedure AND s.from_day <= $1 AND (s.until_day IS NULL OR $1 < s.until_day)) THEN 'suspended'
    ELSE 'inForce'
  END AS state`;
const SHOWN_AND_FILTERED = `
  h.shown_from <= $1 AND $1 < h.shown_until
  AND ($2::text IS NULL OR h.field_code = $2)
  AND ($3::text IS NULL OR h.agencies @> ARRAY[$3] OR h.competent_level = (SELECT a.level FROM agency a WHERE a.code = $3))
  AND ($4::text IS NULL OR h.level = $4)
  AND ($5::text IS NULL OR h.online_level = $5)
  AND ($6::text IS NULL OR h.channels @> ARRAY[$6])`;

/** In order of codes, where nothing is searched for. */
export const LIST = `
  SELECT ${COLUMNS} FROM procedure_headline h JOIN procedure p ON p.code = h.procedure
  WHERE ${SHOWN_AND_FILTERED} AND ($7::text IS NULL OR h.procedure > $7)
  ORDER BY h.procedure LIMIT $8`;

// 0 the code itself, 1 its beginning; 2 to 5 as typed, diacritics included, 6 to 9 without them: name begins with the
// phrase, name has the phrase, name has all words, name, field and agencies together have them.
const RANK = `
  CASE
    WHEN h.procedure = $9 THEN 0
    WHEN h.procedure LIKE $10 THEN 1
    WHEN position($11 IN ' ' || h.name_exact) = 1 THEN 2
    WHEN position($11 IN ' ' || h.name_exact) > 1 THEN 3
    WHEN h.name_exact_words @@ $13::tsquery THEN 4
    WHEN h.all_exact_words @@ $13::tsquery THEN 5
    WHEN position($12 IN ' ' || h.name_folded) = 1 THEN 6
    WHEN position($12 IN ' ' || h.name_folded) > 1 THEN 7
    WHEN h.name_words @@ $14::tsquery THEN 8
    ELSE 9
  END`;

/** Best match first; of equal matches the shorter name, then the code. */
export const SEARCH = `
  SELECT * FROM (
    SELECT ${COLUMNS}, ${RANK} AS rank, length(h.name) AS size
    FROM procedure_headline h JOIN procedure p ON p.code = h.procedure
    WHERE (h.all_words @@ $14::tsquery OR h.procedure LIKE $10) AND ${SHOWN_AND_FILTERED}
  ) AS found
  WHERE $7::text IS NULL OR (rank, size, code) > ($15::int, $16::int, $7)
  ORDER BY rank, size, code LIMIT $8`;

@Injectable()
export class FindProcedures {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(query: FindProceduresQuery): Promise<Page<ProcedureLine>> {
    return query.query === undefined ? this.list(query) : this.search(query, query.query);
  }

  private async list(query: FindProceduresQuery): Promise<Page<ProcedureLine>> {
    const [after = null] = decodeCursor(query.cursor, 1) ?? [];
    const rows = await this.database.query<ProcedureRow>(LIST, [
      ...this.filters(query),
      after === null ? null : String(after),
      query.limit + 1,
    ]);
    return pageOf(rows, query.limit, ({ code }) => [code], procedureLine);
  }

  private async search(query: FindProceduresQuery, text: string): Promise<Page<ProcedureLine>> {
    const [rank = null, size = null, after = null] = decodeCursor(query.cursor, 3) ?? [];
    const terms = searchTerms(text);
    if (!terms) return { items: [], next: null };
    const { code, codePrefix, exactPhrase, foldedPhrase, exactWords, foldedWords } = terms;
    const rows = await this.database.query<ProcedureRow & { rank: number; size: number }>(SEARCH, [
      ...this.filters(query),
      after === null ? null : String(after),
      query.limit + 1,
      code,
      codePrefix,
      exactPhrase,
      foldedPhrase,
      exactWords,
      foldedWords,
      rank === null ? null : Number(rank),
      size === null ? null : Number(size),
    ]);
    return pageOf(rows, query.limit, (row) => [row.rank, row.size, row.code], procedureLine);
  }

  private filters({ at, field, agency, level, onlineLevel, channel }: FindProceduresQuery): (string | null)[] {
    const day = dayInVietnam(at === undefined ? this.clock.now() : Temporal.Instant.from(at));
    return [
      day,
      field ?? null,
      agency === undefined ? null : currentIdentifier(agency),
      level ?? null,
      onlineLevel ?? null,
      channel ?? null,
    ];
  }
}
