import { Injectable } from '@nestjs/common';
import { withOffset } from '@motcua/kernel';
import { Database } from '@motcua/platform';
import type { SynchronisationView } from './synchronisation.view.js';

interface Totals {
  readonly waiting: number;
  readonly oldest: Temporal.Instant | null;
  readonly refused: number;
  readonly unanswered: number;
  readonly blocked: number;
  readonly receivedWaiting: number;
  readonly receivedRefused: number;
  readonly conflictingCodes: number;
  /** Seconds since the portal's catalogue was had whole; since it was first asked for, where it never was. */
  readonly catalogueAge: number;
}

interface AgencyRow {
  readonly agency: string;
  readonly waiting: number;
  readonly oldest: Temporal.Instant | null;
  readonly refused: number;
  readonly unanswered: number;
}

const TOTALS = `
  SELECT (SELECT count(*) FROM dossier WHERE waiting_since IS NOT NULL) AS waiting,
    (SELECT min(waiting_since) FROM dossier WHERE waiting_since IS NOT NULL) AS oldest,
    (SELECT count(*) FROM journal WHERE state = 'refused' AND acknowledged_at IS NULL) AS refused,
    (SELECT count(*) FROM dossier WHERE due_at IS NOT NULL AND failures > 0) AS unanswered,
    (SELECT count(*) FROM dossier WHERE waiting_for IS NOT NULL) AS blocked,
    (SELECT count(*) FROM received_dossier WHERE state = 'waiting') AS "receivedWaiting",
    (SELECT count(*) FROM received_dossier WHERE state = 'refused' AND acknowledged_at IS NULL)
      + (SELECT count(*) FROM received_request WHERE state = 'refused' AND acknowledged_at IS NULL) AS "receivedRefused",
    (SELECT count(*) FROM code_map WHERE conflicting) AS "conflictingCodes",
    (SELECT greatest(0, coalesce(extract(epoch FROM clock_timestamp() - coalesce(max(finished_at) FILTER (WHERE complete), min(requested_at))), 0))
      FROM catalogue_fetch)::int AS "catalogueAge"`;
const AGENCIES = `
  WITH waiting AS (
    SELECT coalesce(agency, '?') AS agency, count(*) AS waiting, min(waiting_since) AS oldest,
      count(*) FILTER (WHERE due_at IS NOT NULL AND failures > 0) AS unanswered
    FROM dossier WHERE waiting_since IS NOT NULL GROUP BY 1
  ), refused AS (
    SELECT coalesce(agency, '?') AS agency, count(*) AS refused FROM journal WHERE state = 'refused' AND acknowledged_at IS NULL GROUP BY 1
  )
  SELECT agency, coalesce(waiting, 0) AS waiting, oldest, coalesce(refused, 0) AS refused, coalesce(unanswered, 0) AS unanswered
  FROM waiting FULL JOIN refused USING (agency) ORDER BY agency`;
const WAITING_FOR = `
  SELECT kind, CASE WHEN kind IN ('submission', 'applicant', 'record', 'refusedProgress') THEN kind ELSE code END AS code, count(*) AS dossiers
  FROM (
    SELECT w.kind, w.code FROM dossier, jsonb_to_recordset(waiting_for) AS w (kind text, code text) WHERE waiting_for IS NOT NULL
    UNION ALL
    SELECT w.kind, w.code FROM received_dossier, jsonb_to_recordset(waiting_for) AS w (kind text, code text) WHERE state = 'waiting'
  ) AS all_waiting GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 200`;

/** How many wait, the oldest, the refused, per agency: for an operator and for the metrics. */
@Injectable()
export class Synchronisation {
  constructor(private readonly database: Database) {}

  totals(): Promise<Totals> {
    return this.database.query<Totals>(TOTALS).then(([row]) => row!);
  }

  agencies(): Promise<AgencyRow[]> {
    return this.database.query<AgencyRow>(AGENCIES);
  }

  async view(): Promise<SynchronisationView> {
    const [{ oldest, conflictingCodes: _, catalogueAge: __, ...totals }, agencies, waitingFor] = await Promise.all([
      this.totals(),
      this.agencies(),
      this.database.query<{ kind: string; code: string; dossiers: number }>(WAITING_FOR),
    ]);
    return {
      ...totals,
      oldestSince: oldest && withOffset(oldest),
      agencies: agencies.map(({ oldest: since, ...rest }) => ({ ...rest, oldestSince: since && withOffset(since) })),
      waitingFor,
    };
  }
}
