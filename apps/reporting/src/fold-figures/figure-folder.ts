import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@motcua/platform';
import { MEASURE_COLUMNS } from '../persistence/measure-columns.js';

const CHUNK = 20_000;
const list = (of: (column: string) => string): string => MEASURE_COLUMNS.map(of).join(', ');
const added = (table: string): string => list((column) => `${column} = ${table}.${column} + excluded.${column}`);

// One process folds at a time; another one's turn comes with its next look.
const CLAIM = `SELECT pg_try_advisory_xact_lock(hashtextextended('reporting figures', 0)) AS mine`;

/** Month, quarter and year; each procedure and all of them; the agency and all above it. */
const SUMMED = (rows: string): string => `
  SELECT above.agency, p.period, code.procedure_code, r.channel, ${list((column) => `sum(r.${column}) AS ${column}`)}
  FROM ${rows} AS r
  JOIN summed_under u ON u.agency = r.agency
  CROSS JOIN LATERAL unnest(u.ancestors) AS above (agency)
  CROSS JOIN LATERAL (VALUES (r.month), (left(r.month, 4) || '-Q' || (right(r.month, 2)::int + 2) / 3), (left(r.month, 4))) AS p (period)
  CROSS JOIN LATERAL (VALUES (r.procedure_code), ('*')) AS code (procedure_code)
  GROUP BY 1, 2, 3, 4`;

const KNOW_NEW = `
  INSERT INTO summed_under (agency, ancestors)
  SELECT code, ancestors FROM agency_copy WHERE code IN (SELECT DISTINCT agency FROM figure_change) ON CONFLICT DO NOTHING`;

// Changes of an agency that has not come yet wait: nobody knows yet whose sums they belong to.
const FOLD = `
  WITH taken AS (
    DELETE FROM figure_change WHERE id IN (
      SELECT c.id FROM figure_change c JOIN summed_under u ON u.agency = c.agency ORDER BY c.id LIMIT ${CHUNK})
    RETURNING *
  ), own AS (
    INSERT INTO own_figure AS o (agency, month, procedure_code, channel, ${list((column) => column)})
    SELECT agency, month, procedure_code, channel, ${list((column) => `sum(${column})`)} FROM taken GROUP BY 1, 2, 3, 4
    ON CONFLICT (agency, month, procedure_code, channel) DO UPDATE SET ${added('o')}
  ), seen AS (
    UPDATE folded SET event_time = greatest(event_time, (SELECT max(event_time) FROM taken))
  ), summed AS (
    INSERT INTO figure AS f (agency, period, procedure_code, channel, ${list((column) => column)})
    ${SUMMED('taken')}
    ON CONFLICT (agency, period, procedure_code, channel) DO UPDATE SET ${added('f')}
  )
  SELECT count(*) AS count FROM taken`;

const MOVED = `
  SELECT u.agency, u.ancestors || a.ancestors AS touched FROM summed_under u JOIN agency_copy a ON a.code = u.agency
  WHERE a.ancestors <> u.ancestors`;
const ADOPT =
  'UPDATE summed_under u SET ancestors = a.ancestors FROM agency_copy a WHERE a.code = u.agency AND a.ancestors <> u.ancestors';
const FORGET_SUMS = 'DELETE FROM figure WHERE agency = ANY ($1)';
const SUM_ANEW = `
  INSERT INTO figure (agency, period, procedure_code, channel, ${list((column) => column)})
  SELECT * FROM (${SUMMED('(SELECT o.* FROM own_figure o JOIN summed_under w ON w.agency = o.agency WHERE w.ancestors && $1)')}) AS s
  WHERE s.agency = ANY ($1)`;

/** Adds the appended changes to the figures, in chunks, each in a transaction of its own. */
@Injectable()
export class FigureFolder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** True where anything was folded. */
  async fold(): Promise<boolean> {
    let any = false;
    for (;;) {
      const count = await this.foldChunk();
      any ||= count > 0;
      if (count < CHUNK) return any;
    }
  }

  private foldChunk(): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const [claim] = await tx.query<{ mine: boolean }>(CLAIM);
      if (!claim?.mine) return 0;
      await tx.query(KNOW_NEW);
      const moved = await tx.query<{ touched: string[] }>(MOVED);
      if (moved.length > 0) {
        const touched = [...new Set(moved.flatMap((row) => row.touched))];
        await tx.query(ADOPT);
        await tx.query(FORGET_SUMS, [touched]);
        await tx.query(SUM_ANEW, [touched]);
      }
      const [row] = await tx.query<{ count: number }>(FOLD);
      return row?.count ?? 0;
    });
  }
}
