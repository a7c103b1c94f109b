import { Injectable } from '@nestjs/common';
import { Database } from '@motcua/platform';
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

const columns = (of: string): string => MEASURE_COLUMNS.map((column) => `${of}.${column}`).join(', ');

interface Shape {
  /** Which folded rows, as `key`, of the alias `f`. */
  readonly folded: (period: string) => string;
  /** Key of a change `c` whose agency is `a`. */
  readonly changed: string;
  /** Key of a running dossier `d` whose agency is `a`. */
  readonly running: string;
}

const DURING = 'f.period = $2';
const BEFORE = `f.period < $3 AND length(f.period) = 7 AND f.period !~ 'Q'`;

// The agency itself is a line beside those directly below it.
const CHILD = `coalesce(a.ancestors[array_position(a.ancestors, $1) + 1], $1)`;
const fieldOf = (code: string): string =>
  `coalesce((SELECT p.field_code FROM procedure_copy p WHERE p.code = ${code}), '')`;
const byProcedure = (key: string) => (period: string) =>
  `SELECT ${key} AS key, f.channel, ${columns('f')} FROM figure f WHERE f.agency = $1 AND ${period} AND f.procedure_code <> '*'`;

const SHAPES: Record<Breakdown, Shape> = {
  agency: {
    folded: (period) => `
      SELECT k.code AS key, f.channel, ${columns('f')} FROM agency_copy k JOIN figure f ON f.agency = k.code
      WHERE k.parent = $1 AND ${period} AND f.procedure_code = '*'
      UNION ALL
      SELECT $1, f.channel, ${columns('f')} FROM (SELECT o.*, o.month AS period FROM own_figure o WHERE o.agency = $1) AS f
      WHERE ${period === DURING ? 'f.period BETWEEN $3 AND $4' : 'f.period < $3'}`,
    changed: CHILD,
    running: CHILD,
  },
  field: {
    folded: byProcedure(fieldOf('f.procedure_code')),
    changed: fieldOf('c.procedure_code'),
    running: fieldOf('d.procedure_code'),
  },
  procedure: { folded: byProcedure('f.procedure_code'), changed: 'c.procedure_code', running: 'd.procedure_code' },
  channel: {
    folded: (period) =>
      `SELECT f.channel AS key, f.channel, ${columns('f')} FROM figure f WHERE f.agency = $1 AND ${period} AND f.procedure_code = '*'`,
    changed: 'c.channel',
    running: 'd.channel',
  },
};

const sums = MEASURES.map((measure) => `coalesce(sum(${columnOf(measure)}), 0)::bigint AS "${measure}"`).join(', ');
const changes = (key: string, months: string): string => `
  SELECT ${key} AS key, c.channel, ${columns('c')} FROM figure_change c JOIN agency_copy a ON a.code = c.agency
  WHERE a.ancestors @> ARRAY[$1] AND ${months}`;

const statementFor = ({ folded, changed }: Shape): string => `
  SELECT key, part, channel, ${sums} FROM (
    SELECT 'during' AS part, x.* FROM (${folded(DURING)} UNION ALL ${changes(changed, 'c.month BETWEEN $3 AND $4')}) AS x
    UNION ALL
    SELECT 'before', x.* FROM (${folded(BEFORE)} UNION ALL ${changes(changed, 'c.month < $3')}) AS x
  ) AS f WHERE $2::text IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

const lateFor = ({ running }: Shape): string => `
  SELECT ${running} AS key, count(*)::int AS late, count(*) FILTER (WHERE d.due_at >= $4)::int AS due FROM dossier d JOIN agency_copy a ON a.code = d.competent_agency
  WHERE a.ancestors @> ARRAY[$1] AND d.accepted_at IS NOT NULL AND d.processed_at IS NULL AND d.returned_at IS NULL
    AND d.stopped_at IS NULL AND d.withdrawn_at IS NULL AND d.accepted_at < $2 AND ${isLate('$3')}
  GROUP BY 1`;

const STATEMENTS = Object.fromEntries(
  BREAKDOWNS.map((by) => [by, { counts: statementFor(SHAPES[by]), late: lateFor(SHAPES[by]) }]),
) as Record<Breakdown, { counts: string; late: string }>;

type Row = Record<Measure, number> & Pick<LineCounts, 'key' | 'part' | 'channel'>;

/** Counts of the lines of a report, of the period and of all months before it. */
@Injectable()
export class LineCountsOf {
  constructor(private readonly database: Database) {}

  async read(by: Breakdown, agency: string, { name, firstMonth, lastMonth }: Period): Promise<LineCounts[]> {
    const rows = await this.database.search<Row>(STATEMENTS[by].counts, [agency, name, firstMonth, lastMonth]);
    return rows.map(({ key, part, channel, ...counts }) => ({ key, part, channel, counts }));
  }

  /** How many run late on a day, by key. */
  async late(
    by: Breakdown,
    agency: string,
    { start, end }: Period,
    day: Temporal.Instant,
  ): Promise<Map<string, RunningLate>> {
    const rows = await this.database.search<RunningLate & { key: string }>(STATEMENTS[by].late, [
      agency,
      end,
      day,
      start,
    ]);
    return new Map(rows.map(({ key, late, due }) => [key, { late, due }]));
  }
}
