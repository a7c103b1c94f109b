import { Injectable } from '@nestjs/common';
import { Database } from '@motcua/platform';
import { type Channel, type Measure, MEASURES } from '@motcua/reporting-domain';
import { columnOf, MEASURE_COLUMNS } from '../persistence/measure-columns.js';
import type { Period } from './period.js';

export type Counts = Readonly<Record<Measure, number>>;

interface ChannelCounts {
  readonly channel: Channel;
  readonly counts: Counts;
}

const sums = MEASURES.map((measure) => `coalesce(sum(${columnOf(measure)}), 0)::bigint AS "${measure}"`).join(', ');
const columns = MEASURE_COLUMNS.join(', ');

// What was folded, and what was not yet: one snapshot sees each change once.
const source = (folded: string, changed: string): string => `
  SELECT procedure_code, channel, ${columns} FROM figure WHERE agency = $1 AND ${folded}
  UNION ALL
  SELECT c.procedure_code, c.channel, ${MEASURE_COLUMNS.map((column) => `c.${column}`).join(', ')}
  FROM figure_change c JOIN agency_copy a ON a.code = c.agency WHERE a.ancestors @> ARRAY[$1] AND ${changed}`;

const OF_PERIOD = `
  SELECT channel, ${sums} FROM (${source(`period = $2 AND procedure_code = '*'`, 'c.month BETWEEN $3 AND $4')}) AS f GROUP BY channel`;
const BEFORE = `
  SELECT channel, ${sums} FROM (${source(`period < $2 AND length(period) = 7 AND period !~ 'Q' AND procedure_code = '*'`, 'c.month < $2')}) AS f
  GROUP BY channel`;

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
    return toCounts(await this.database.query<Row>(OF_PERIOD, [agency, name, firstMonth, lastMonth]));
  }

  /** Of all months before a period. */
  async before(agency: string, { firstMonth }: Period): Promise<ChannelCounts[]> {
    return toCounts(await this.database.query<Row>(BEFORE, [agency, firstMonth]));
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
