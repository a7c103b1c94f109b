import { type Sql, sql } from '@motcua/platform';
import { itAndPredecessors } from '../persistence/agencies.js';

/** What a list is narrowed to; absent narrows nothing. */
export interface Filters {
  readonly field: string | undefined;
  /** Current identifier of an agency. */
  readonly agency: string | undefined;
  readonly level: string | undefined;
  readonly onlineLevel: string | undefined;
  readonly channel: string | undefined;
  /** Drafts are shown to who keeps the catalogue, and to nobody else. */
  readonly drafts: boolean;
}

export const columns = (day: string): Sql => sql`
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

/** The conditions of the filters that are given: the planner sees no others, and the texts are a bounded set. */
export function conditionsOf(day: string, { field, agency, level, onlineLevel, channel, drafts }: Filters): Sql[] {
  return [
    sql`h.shown_from <= ${day}`,
    sql`${day} < h.shown_until`,
    ...(drafts ? [] : [sql`h.effective_from IS NOT NULL`]),
    ...(field === undefined ? [] : [sql`h.field_code = ${field}`]),
    ...(level === undefined ? [] : [sql`h.level = ${level}`]),
    ...(onlineLevel === undefined ? [] : [sql`h.online_level = ${onlineLevel}`]),
    ...(channel === undefined ? [] : [sql`h.channels @> ARRAY[${channel}]`]),
    ...(agency === undefined
      ? []
      : [
          sql`(h.agencies && ${itAndPredecessors(sql`${agency}::text`)} OR h.competent_level = (SELECT a.level FROM agency a WHERE a.code = ${agency}))`,
        ]),
  ];
}

/** The codes that a list goes through: all, or those that begin alike. */
interface Codes {
  readonly after: string;
  readonly begun?: string;
}

/** Procedures shown on a day, in the order of their codes, after a code. */
export function listStatement(day: string, filters: Filters, { after, begun }: Codes, limit: number): Sql {
  const conditions = [
    ...conditionsOf(day, filters),
    sql`h.procedure > ${after}`,
    ...(begun === undefined ? [] : [sql`h.procedure >= ${begun} AND h.procedure < ${`${begun}\u{10ffff}`}`]),
  ];
  return sql`
    SELECT ${columns(day)} FROM procedure_headline h WHERE ${sql.join(conditions, ' AND ')} ORDER BY h.procedure LIMIT ${limit}`;
}
