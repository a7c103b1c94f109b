import { Injectable } from '@nestjs/common';
import { Database, type Sql, sql } from '@motcua/platform';
import { dayAfter, type Period } from './period.js';

/** Procedures `p` that are in force at the end of a period, whose first day after it this is. */
export const inForce = (day: string): Sql =>
  sql`p.effective_from < ${day}::date AND (p.repealed_from IS NULL OR p.repealed_from > ${day}::date)`;

/** Procedures `p` that an agency or any below it is competent for. */
export const offeredBelow = (agency: string): Sql => sql`(
  p.competent_agencies && (SELECT array_agg(code) FROM agency_copy WHERE ancestors @> ARRAY[${agency}::text])
  OR (p.competent_agencies IS NULL AND p.competent_level IN (SELECT level FROM agency_copy WHERE ancestors @> ARRAY[${agency}::text])))`;

/** Procedures of an agency and all below it. */
interface ProcedureCounts {
  readonly procedures: number;
  readonly online: number;
  readonly withFee: number;
  readonly withFeeDossiers: number;
  readonly paidOnline: number;
}

@Injectable()
export class Procedures {
  constructor(private readonly database: Database) {}

  async count(agency: string, period: Period): Promise<ProcedureCounts> {
    const { name, firstMonth, lastMonth } = period;
    const [row] = await this.database.query<ProcedureCounts & Record<string, unknown>>(sql`
      WITH own AS (
        SELECT p.code, p.online_level, coalesce(t.has_fee, false) AS has_fee FROM procedure_copy p
        LEFT JOIN tariff_copy t ON t.procedure_code = p.code
        WHERE ${offeredBelow(agency)} AND ${inForce(dayAfter(period))}
      ), counted AS (
        SELECT procedure_code, sum(owing) AS owing, sum(paid_online) AS paid FROM (
          SELECT procedure_code, owing, paid_online FROM figure WHERE agency = ${agency} AND period = ${name} AND procedure_code <> '*'
          UNION ALL
          SELECT c.procedure_code, c.owing, c.paid_online FROM figure_change c JOIN agency_copy a ON a.code = c.agency
          WHERE a.ancestors @> ARRAY[${agency}::text] AND c.month BETWEEN ${firstMonth} AND ${lastMonth}
        ) AS f GROUP BY 1
      )
      SELECT count(*)::int AS procedures, count(*) FILTER (WHERE online_level IN ('full', 'partial'))::int AS online,
        count(*) FILTER (WHERE has_fee)::int AS "withFee",
        count(*) FILTER (WHERE has_fee AND c.owing > 0)::int AS "withFeeDossiers",
        count(*) FILTER (WHERE has_fee AND c.paid > 0)::int AS "paidOnline"
      FROM own LEFT JOIN counted c ON c.procedure_code = own.code`);
    return row!;
  }
}
