import { Injectable } from '@nestjs/common';
import { cursorRefusal, Database, decodeCursor, type Page, pageOf, sql } from '@motcua/platform';
import { dayAfter, type Period } from '../read-figures/period.js';
import { inForce, offeredBelow } from '../read-figures/procedures.js';
import type { OnlineProceduresQuery } from './online-procedures.query.js';
import type { ProcedureToLookAtView } from './procedure-to-look-at.view.js';

/** @throws Refusal REQUEST.PARAMETER_INVALID */
function placeOf(cursor: string | undefined): [received: number | null, code: string | null] {
  const [received, code] = decodeCursor(cursor, 2) ?? [];
  if (received === undefined) return [null, null];
  if (!Number.isSafeInteger(received)) throw cursorRefusal();
  return [Number(received), String(code)];
}

/** Procedures of an agency and all below it, those with the most dossiers first. */
@Injectable()
export class FindProcedures {
  constructor(private readonly database: Database) {}

  async page(
    agency: string,
    period: Period,
    { show, cursor, limit }: OnlineProceduresQuery,
  ): Promise<Page<ProcedureToLookAtView>> {
    const [received, code] = placeOf(cursor);
    const wanted = sql.raw(show === 'withoutDossiers' ? 'received = 0' : `received > 0 AND "onlineLevel" <> 'full'`);
    const { name, firstMonth, lastMonth } = period;
    const rows = await this.database.query<ProcedureToLookAtView & Record<string, unknown>>(sql`
      WITH counted AS (
        SELECT procedure_code, sum(received) AS received FROM (
          SELECT procedure_code, received FROM figure WHERE agency = ${agency} AND period = ${name} AND procedure_code <> '*'
          UNION ALL
          SELECT c.procedure_code, c.received FROM figure_change c JOIN agency_copy a ON a.code = c.agency
          WHERE a.ancestors @> ARRAY[${agency}::text] AND c.month BETWEEN ${firstMonth} AND ${lastMonth}
        ) AS f GROUP BY 1
      ), own AS (
        SELECT p.code, p.name, p.field_code AS field, p.online_level AS "onlineLevel", coalesce(c.received, 0)::int AS received
        FROM procedure_copy p LEFT JOIN counted c ON c.procedure_code = p.code
        WHERE ${offeredBelow(agency)} AND ${inForce(dayAfter(period))}
      )
      SELECT * FROM own WHERE ${wanted}
        AND (${received}::int IS NULL OR received < ${received}::int OR (received = ${received}::int AND code > ${code}::text))
      ORDER BY received DESC, code LIMIT ${limit + 1}`);
    return pageOf(
      rows,
      limit,
      (row) => [row.received, row.code],
      (row) => row,
    );
  }
}
