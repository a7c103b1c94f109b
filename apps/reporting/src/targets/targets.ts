import { Injectable } from '@nestjs/common';
import { Database, sql } from '@motcua/platform';
import { type TargetFigure, type TargetRow, TARGETS } from './target-row.js';

@Injectable()
export class Targets {
  constructor(private readonly database: Database) {}

  async find(agency: string, year: number, figure: TargetFigure): Promise<TargetRow | undefined> {
    const [row] = await this.database.query<TargetRow>(sql`
      SELECT ${TARGETS.columns()} FROM target WHERE agency = ${agency} AND year = ${year} AND figure = ${figure}`);
    return row;
  }

  /** Those of an agency and of each directly below it, as `code figure`: its own, else that of the nearest agency above. */
  async inForce(agency: string, year: number): Promise<Map<string, TargetRow>> {
    const rows = await this.database.query<TargetRow & { readonly code: string }>(sql`
      SELECT a.code, t.* FROM agency_copy a CROSS JOIN LATERAL (
        SELECT DISTINCT ON (figure) ${TARGETS.columns()} FROM target
        WHERE year = ${year} AND agency = ANY (a.ancestors) ORDER BY figure, array_position(a.ancestors, agency) DESC
      ) AS t WHERE a.code = ${agency} OR a.parent = ${agency}`);
    return new Map(rows.map(({ code, ...target }) => [`${code} ${target.figure}`, target]));
  }
}
