import { Injectable } from '@nestjs/common';
import { Database, sql } from '@motcua/platform';
import { dayAfter, type Period } from '../read-figures/period.js';
import { inForce } from '../read-figures/procedures.js';

export interface OnlineCounts {
  readonly procedures: number;
  readonly online: number;
  readonly full: number;
}

@Injectable()
export class ProceduresOnline {
  constructor(private readonly database: Database) {}

  /**
   * How many procedures are online, by code of the agency directly below that offers them, with all below that one; what the
   * agency offers itself under its own code, and all together under null.
   */
  async count(agency: string, period: Period): Promise<Map<string | null, OnlineCounts>> {
    const rows = await this.database.query<OnlineCounts & { readonly key: string | null }>(sql`
      WITH place AS (
        SELECT code, level, coalesce(ancestors[array_position(ancestors, ${agency}) + 1], ${agency}) AS key
        FROM agency_copy WHERE ancestors @> ARRAY[${agency}::text]
      ), offered AS (
        SELECT place.key, p.code, p.online_level FROM procedure_copy p CROSS JOIN unnest(p.competent_agencies) AS of (agency)
        JOIN place ON place.code = of.agency WHERE ${inForce(dayAfter(period))}
        UNION
        SELECT at.key, p.code, p.online_level FROM procedure_copy p
        JOIN (SELECT DISTINCT key, level FROM place) AS at ON at.level = p.competent_level
        WHERE p.competent_agencies IS NULL AND ${inForce(dayAfter(period))}
      )
      SELECT key, count(DISTINCT code)::int AS procedures,
        (count(DISTINCT code) FILTER (WHERE online_level IN ('full', 'partial')))::int AS online,
        (count(DISTINCT code) FILTER (WHERE online_level = 'full'))::int AS full
      FROM offered GROUP BY GROUPING SETS ((key), ())`);
    return new Map(rows.map(({ key, procedures, online, full }) => [key, { procedures, online, full }]));
  }
}
