import { Injectable } from '@nestjs/common';
import { OVERDUE_FROM_SUPPLEMENT } from '@motcua/legal-clock';
import { Database, type Sql, sql } from '@motcua/platform';
import { isLate } from './running-late.js';
import { lateFrom, type Period } from './period.js';

/** Dossiers that only the clock can judge. */
export interface Running {
  /** Accepted in the period, and in time at its end or now, whichever is earlier (Decision 766, by instant). */
  readonly onTime766: number;
  /** Accepted until the end of the period and not ended: due on that day or later, by date. */
  readonly inTime: number;
  readonly late: number;
}

const RUNNING = sql`d.accepted_at IS NOT NULL AND d.processed_at IS NULL AND d.returned_at IS NULL AND d.stopped_at IS NULL
  AND d.withdrawn_at IS NULL`;
const LATE = isLate(sql.raw('p.late_from'));

interface Instants extends Period {
  readonly until: Temporal.Instant;
  readonly from: Temporal.Instant;
}

// A second supplement is late already, and an open one was judged by its request: both are in the figures.
const count = (agency: string, { start, end, until, from }: Instants): Sql => sql`
  SELECT
    count(*) FILTER (WHERE d.accepted_at >= ${start} AND d.supplement_requests < ${OVERDUE_FROM_SUPPLEMENT}
      AND d.supplement_open_since IS NULL AND d.slip_due_at >= ${until})::int AS "onTime766",
    count(*) FILTER (WHERE NOT (${LATE}))::int AS "inTime",
    count(*) FILTER (WHERE ${LATE})::int AS late
  FROM (SELECT ${from}::timestamptz AS late_from) p
    CROSS JOIN dossier d JOIN agency_copy a ON a.code = d.competent_agency
  WHERE a.ancestors @> ARRAY[${agency}] AND ${RUNNING} AND d.accepted_at < ${end}`;

@Injectable()
export class RunningDossiers {
  constructor(private readonly database: Database) {}

  async count(agency: string, period: Period, now: Temporal.Instant): Promise<Running> {
    const until = Temporal.Instant.compare(now, period.end) < 0 ? now : period.end;
    const statement = count(agency, { ...period, until, from: lateFrom(period, now) });
    const [row] = await this.database.search<Running & Record<string, unknown>>(statement);
    return row!;
  }
}
