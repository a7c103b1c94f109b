import { Injectable } from '@nestjs/common';
import { OVERDUE_FROM_SUPPLEMENT } from '@motcua/legal-clock';
import { Database } from '@motcua/platform';
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

const RUNNING = `d.accepted_at IS NOT NULL AND d.processed_at IS NULL AND d.returned_at IS NULL AND d.stopped_at IS NULL
  AND d.withdrawn_at IS NULL`;

// A second supplement is late already, and an open one was judged by its request: both are in the figures.
const COUNT = `
  SELECT
    count(*) FILTER (WHERE d.accepted_at >= $2 AND d.accepted_at < $3 AND d.supplement_requests < ${OVERDUE_FROM_SUPPLEMENT}
      AND d.supplement_open_since IS NULL AND d.slip_due_at >= $4)::int AS "onTime766",
    count(*) FILTER (WHERE d.accepted_at < $3 AND NOT (${isLate('$5')}))::int AS "inTime",
    count(*) FILTER (WHERE d.accepted_at < $3 AND ${isLate('$5')})::int AS late
  FROM dossier d JOIN agency_copy a ON a.code = d.competent_agency
  WHERE a.ancestors @> ARRAY[$1] AND ${RUNNING} AND d.accepted_at < $3`;

@Injectable()
export class RunningDossiers {
  constructor(private readonly database: Database) {}

  async count(agency: string, period: Period, now: Temporal.Instant): Promise<Running> {
    const { start, end } = period;
    const until = Temporal.Instant.compare(now, end) < 0 ? now : end;
    const [row] = await this.database.search<Running & Record<string, unknown>>(COUNT, [
      agency,
      start,
      end,
      until,
      lateFrom(period, now),
    ]);
    return row!;
  }
}
