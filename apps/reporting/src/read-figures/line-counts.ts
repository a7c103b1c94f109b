import { Injectable } from '@nestjs/common';
import { Database, type Sql, sql } from '@motcua/platform';
import { type Channel, type Measure, MEASURES, type RunningLate } from '@motcua/reporting-domain';
import { columnOf, MEASURE_COLUMNS } from '../persistence/measure-columns.js';
import { isLate } from './running-late.js';
import type { Period } from './period.js';

/** What the lines of a report are about. */
export const BREAKDOWNS = ['agency', 'field', 'procedure', 'channel'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

export interface LineCounts {
  readonly key: string;
  readonly part: 'before' | 'during';
  readonly channel: Channel;
  readonly counts: Readonly<Record<Measure, number>>;
}

const columns = (of: string): Sql => sql.raw(MEASURE_COLUMNS.map((column) => `${of}.${column}`).join(', '));

/** What a report asks of an agency and a period. */
interface Asked extends Pick<Period, 'name' | 'firstMonth' | 'lastMonth'> {
  readonly agency: string;
}

interface Shape {
  /** Which folded rows, as `key`, of the alias `f`. */
  readonly folded: (asked: Asked, part: LineCounts['part']) => Sql;
  /** Key of a change `c` whose agency is `a`. */
  readonly changed: (agency: string) => Sql;
  /** Key of a running dossier `d` whose agency is `a`. */
  readonly running: (agency: string) => Sql;
}

const periodOf = ({ name, firstMonth }: Asked, part: LineCounts['part']): Sql =>
  part === 'during'
    ? sql`f.period = ${name}`
    : sql`f.period < ${firstMonth} AND length(f.period) = 7 AND f.period !~ 'Q'`;

// The agency itself is a line beside those directly below it.
const childOf = (agency: string): Sql =>
  sql`coalesce(a.ancestors[array_position(a.ancestors, ${agency}::text) + 1], ${agency}::text)`;
const fieldOf = (code: string): Sql =>
  sql.raw(`coalesce((SELECT p.field_code FROM procedure_copy p WHERE p.code = ${code}), '')`);
const byProcedure =
  (key: Sql): Shape['folded'] =>
  (asked, part) => sql`
    SELECT ${key} AS key, f.channel, ${columns('f')} FROM figure f
    WHERE f.agency = ${asked.agency} AND ${periodOf(asked, part)} AND f.procedure_code <> '*'`;
const always = (key: string | Sql) => (): Sql => (typeof key === 'string' ? sql.raw(key) : key);

const SHAPES: Record<Breakdown, Shape> = {
  agency: {
    folded: (asked, part) => sql`
      SELECT k.code AS key, f.channel, ${columns('f')} FROM agency_copy k JOIN figure f ON f.agency = k.code
      WHERE k.parent = ${asked.agency} AND ${periodOf(asked, part)} AND f.procedure_code = '*'
      UNION ALL
      SELECT ${asked.agency}::text, f.channel, ${columns('f')} FROM own_figure f
      WHERE f.agency = ${asked.agency}
        AND ${part === 'during' ? sql`f.month BETWEEN ${asked.firstMonth} AND ${asked.lastMonth}` : sql`f.month < ${asked.firstMonth}`}`,
    changed: childOf,
    running: childOf,
  },
  field: {
    folded: byProcedure(fieldOf('f.procedure_code')),
    changed: always(fieldOf('c.procedure_code')),
    running: always(fieldOf('d.procedure_code')),
  },
  procedure: {
    folded: byProcedure(sql.raw('f.procedure_code')),
    changed: always('c.procedure_code'),
    running: always('d.procedure_code'),
  },
  channel: {
    folded: (asked, part) => sql`
      SELECT f.channel AS key, f.channel, ${columns('f')} FROM figure f
      WHERE f.agency = ${asked.agency} AND ${periodOf(asked, part)} AND f.procedure_code = '*'`,
    changed: always('c.channel'),
    running: always('d.channel'),
  },
};

const sums = sql.raw(
  MEASURES.map((measure) => `coalesce(sum(${columnOf(measure)}), 0)::bigint AS "${measure}"`).join(', '),
);

function countsStatement({ folded, changed }: Shape, asked: Asked): Sql {
  const { agency, firstMonth, lastMonth } = asked;
  const changes = (months: Sql): Sql => sql`
    SELECT ${changed(agency)} AS key, c.channel, ${columns('c')} FROM figure_change c JOIN agency_copy a ON a.code = c.agency
    WHERE a.ancestors @> ARRAY[${agency}::text] AND ${months}`;
  return sql`
    SELECT key, part, channel, ${sums} FROM (
      SELECT 'during' AS part, x.* FROM (
        ${folded(asked, 'during')} UNION ALL ${changes(sql`c.month BETWEEN ${firstMonth} AND ${lastMonth}`)}
      ) AS x
      UNION ALL
      SELECT 'before', x.* FROM (${folded(asked, 'before')} UNION ALL ${changes(sql`c.month < ${firstMonth}`)}) AS x
    ) AS f GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}

type Row = Record<Measure, number> & Pick<LineCounts, 'key' | 'part' | 'channel'>;

/** Counts of the lines of a report, of the period and of all months before it. */
@Injectable()
export class LineCountsOf {
  constructor(private readonly database: Database) {}

  async read(by: Breakdown, agency: string, { name, firstMonth, lastMonth }: Period): Promise<LineCounts[]> {
    const rows = await this.database.search<Row>(countsStatement(SHAPES[by], { agency, name, firstMonth, lastMonth }));
    return rows.map(({ key, part, channel, ...counts }) => ({ key, part, channel, counts }));
  }

  /** How many run late on a day, by key. */
  async late(
    by: Breakdown,
    agency: string,
    { start, end }: Period,
    day: Temporal.Instant,
  ): Promise<Map<string, RunningLate>> {
    const rows = await this.database.search<RunningLate & { key: string }>(sql`
      SELECT ${SHAPES[by].running(agency)} AS key, count(*)::int AS late, count(*) FILTER (WHERE d.due_at >= ${start})::int AS due
      FROM dossier d JOIN agency_copy a ON a.code = d.competent_agency
      WHERE a.ancestors @> ARRAY[${agency}::text] AND d.accepted_at IS NOT NULL AND d.processed_at IS NULL
        AND d.returned_at IS NULL AND d.stopped_at IS NULL AND d.withdrawn_at IS NULL AND d.accepted_at < ${end}
        AND ${isLate(sql`${day}`)}
      GROUP BY 1`);
    return new Map(rows.map(({ key, late, due }) => [key, { late, due }]));
  }
}
