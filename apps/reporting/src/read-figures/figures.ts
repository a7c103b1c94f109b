import { Injectable } from '@nestjs/common';
import { Database, type Sql, sql } from '@motcua/platform';
import { type Channel, type Measure, MEASURES } from '@motcua/reporting-domain';
import { columnOf, MEASURE_COLUMNS } from '../persistence/measure-columns.js';
import type { Period } from './period.js';

export type Counts = Readonly<Record<Measure, number>>;

interface ChannelCounts {
  readonly channel: Channel;
  readonly counts: Counts;
}

const sums = sql.raw(
  MEASURES.map((measure) => `coalesce(sum(${columnOf(measure)}), 0)::bigint AS "${measure}"`).join(', '),
);
const columns = (of = ''): Sql => sql.raw(MEASURE_COLUMNS.map((column) => of + column).join(', '));

// What was folded, and what was not yet: one snapshot sees each change once.
const sumsOf = (agency: string, folded: Sql, changed: Sql): Sql => sql`
  SELECT channel, ${sums} FROM (
    SELECT procedure_code, channel, ${columns()} FROM figure WHERE agency = ${agency} AND procedure_code = '*' AND ${folded}
    UNION ALL
    SELECT c.procedure_code, c.channel, ${columns('c.')}
    FROM figure_change c JOIN agency_copy a ON a.code = c.agency WHERE a.ancestors @> ARRAY[${agency}::text] AND ${changed}
  ) AS f GROUP BY channel`;

/** The latest event whose effect the figures hold. */
const AS_OF = `
  SELECT greatest((SELECT event_time FROM folded), (SELECT max(event_time) FROM figure_change)) AS "asOf"`;

type Row = Record<Measure, number> & { readonly channel: Channel };

const toCounts = (rows: readonly Row[]): ChannelCounts[] => rows.map(({ channel, ...counts }) => ({ channel, counts }));

/** Counts of an agency and all below it. */
@Injectable()
export class Figures {
  constructor(private readonly database: Database) {}

  async ofPeriod(agency: string, { name, firstMonth, lastMonth }: Period): Promise<ChannelCounts[]> {
    const folded = sql`period = ${name}`;
    const changed = sql`c.month BETWEEN ${firstMonth} AND ${lastMonth}`;
    return toCounts(await this.database.query<Row>(sumsOf(agency, folded, changed)));
  }

  /** Of all months before a period. */
  async before(agency: string, { firstMonth }: Period): Promise<ChannelCounts[]> {
    const folded = sql`period < ${firstMonth} AND length(period) = 7 AND period !~ 'Q'`;
    return toCounts(await this.database.query<Row>(sumsOf(agency, folded, sql`c.month < ${firstMonth}`)));
  }

  async asOf(): Promise<Temporal.Instant | null> {
    const [row] = await this.database.query<{ asOf: Temporal.Instant | null }>(AS_OF);
    return row?.asOf ?? null;
  }
}

export const total = (channels: readonly ChannelCounts[]): Counts =>
  Object.fromEntries(
    MEASURES.map((measure) => [measure, channels.reduce((sum, { counts }) => sum + counts[measure], 0)]),
  ) as Record<Measure, number>;
