import { Injectable } from '@nestjs/common';
import { newId } from '@motcua/kernel';
import { Database, UnitOfWork } from '@motcua/platform';
import { PortalConfig } from '../portal.config.js';
import { CodeMaps, type MapEntry } from '../record/code-maps.js';
import { SOURCE_COLUMNS, SOURCE_JOINS } from '../records/record-source.js';
import type { Job, Outcome } from './job.js';
import { pauseAfter } from './pause-after.js';

const MOST_LINES = 10;
/** Until a dossier that waits may rest; ever longer, where a transaction of somebody's takes hours. */
const LOOK_AGAIN = `greatest(interval '1 second', least((clock_timestamp() - d.waiting_since) / 4, interval '1 minute'))`;

/**
 * A line goes after those before it: behind one that the portal refused once it waits until that is tried again. One that was
 * refused again, alone, or that an officer has seen to holds up none.
 */
const isBehindRefused = (oneByOne: string): string => `(NOT ${oneByOne} AND EXISTS (SELECT FROM journal r
  WHERE r.dossier_id = j.dossier_id AND r.kind = 'progress' AND r.state = 'refused' AND r.n < j.n AND r.acknowledged_at IS NULL
    AND (SELECT count(*) FROM journal_attempt t WHERE t.journal_id = r.id AND t.outcome = 'refused') < 2))`;

// What is taken in hand is written beside the lease before anything is sent: whoever takes the lease over finds there of which
// dossiers an insert may have been taken. Nobody takes any whose lease is over. What is learnt meanwhile shows at the settling.
// Whoever brings what a dossier waits for wakes those of which that is written down. A transaction that had begun before that
// was written wakes nobody, and what it brings shows only when it has ended: until all of those have, the dossier does not rest.
const TAKE = `
  WITH due AS MATERIALIZED (
    SELECT dossier_id FROM dossier WHERE due_at <= clock_timestamp() AND dossier_id <> ALL ($2::uuid[]) ORDER BY due_at LIMIT $1
  ), mine AS (
    UPDATE sender_lease SET in_hand = $2::uuid[] || coalesce((SELECT array_agg(dossier_id) FROM due), '{}')
    WHERE holder = $3 AND lease_until > clock_timestamp() RETURNING 1
  ), taken AS (SELECT d.* FROM due JOIN dossier d USING (dossier_id) CROSS JOIN mine)
  SELECT ${SOURCE_COLUMNS}, d.revision, d.there, d.sent_hash AS "sentHash", d.refused_hash AS "refusedHash", d.failures,
    d.one_by_one AS "oneByOne",
    coalesce(d.waits_since < pg_snapshot_xmin(pg_current_snapshot()), false) AS "mayRest",
    (SELECT id FROM journal j WHERE j.dossier_id = d.dossier_id AND j.kind = 'dossier' AND j.state = 'waiting') AS "recordId",
    coalesce((SELECT json_agg(json_build_object('id', l.id, 'move', l.move) ORDER BY l.n) FROM (
      SELECT id, n, move FROM journal j WHERE j.dossier_id = d.dossier_id AND j.kind = 'progress' AND j.state = 'waiting'
      AND NOT ${isBehindRefused('d.one_by_one')} ORDER BY n LIMIT CASE WHEN d.one_by_one THEN 1 ELSE ${MOST_LINES} END) l), '[]') AS lines
  FROM taken d ${SOURCE_JOINS}`;

const MAPS = 'SELECT kind, code, portal_code AS "portalCode" FROM code_map';

const ADD_ATTEMPTS = `
  INSERT INTO journal_attempt (id, journal_id, at, took_ms, service, updating, outcome, answer_code, answer_message, request)
  SELECT id, "journalId", at, "tookMs", service, updating, outcome, code, message, request
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "journalId" uuid, at timestamptz, "tookMs" int, service text, updating boolean,
    outcome text, code text, message text, request text)`;

const SETTLE_ROWS = `
  WITH tried AS (
    SELECT "journalId" AS id, count(*) AS n, min(at) AS first, max(at) AS last FROM jsonb_to_recordset($2::jsonb) AS r ("journalId" uuid, at timestamptz)
    GROUP BY 1
  )
  UPDATE journal j SET state = r.state, answer_code = coalesce(r.code, j.answer_code),
    answer_message = CASE WHEN r.code IS NULL THEN j.answer_message ELSE r.message END,
    attempts = j.attempts + coalesce(tried.n, 0), first_attempt_at = coalesce(j.first_attempt_at, tried.first),
    last_attempt_at = coalesce(tried.last, j.last_attempt_at),
    settled_at = CASE WHEN r.state = 'waiting' THEN NULL ELSE clock_timestamp() END, version = j.version + 1
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, state text, code text, message text) LEFT JOIN tried ON tried.id = r.id
  WHERE j.id = r.id`;

// A record that was acknowledged stands for those of the same dossier that were refused before it.
const REPLACE_REFUSED = `
  UPDATE journal j SET state = 'replaced', version = version + 1
  FROM jsonb_to_recordset($1::jsonb) AS r ("dossierId" uuid)
  WHERE j.dossier_id = r."dossierId" AND j.kind = 'dossier' AND j.state = 'refused'`;

// With a record that it did not hold yet the portal may take what it refused to be told of the one before; and whatever became of
// the record, a line that was refused is tried once more before the next one goes.
const ASK_LINES_AGAIN = `
  UPDATE journal j SET state = 'waiting', settled_at = NULL, version = version + 1
  WHERE dossier_id = ANY ($1::uuid[]) AND kind = 'progress' AND state = 'refused' AND acknowledged_at IS NULL
    AND (dossier_id = ANY ($2::uuid[]) OR EXISTS (
      SELECT FROM journal l WHERE l.dossier_id = j.dossier_id AND l.kind = 'progress' AND l.state = 'waiting' AND l.n > j.n))`;

const REQUEUE = `
  INSERT INTO journal (id, dossier_id, code, agency, kind, state)
  SELECT gen_random_uuid(), d.dossier_id, coalesce(d.portal_code, d.code), d.agency, 'dossier', 'waiting'
  FROM jsonb_to_recordset($1::jsonb) AS r ("dossierId" uuid) JOIN dossier d ON d.dossier_id = r."dossierId"
  ON CONFLICT (dossier_id) WHERE kind = 'dossier' AND state = 'waiting' DO NOTHING`;

// What was learnt while the job was in hand has queued its record by itself: a record that is settled only up to an earlier
// revision is queued again. What an operator asked for meanwhile holds: the hash of what was refused is forgotten then.
const SETTLE = `
  WITH ended AS (
    SELECT r.*, EXISTS (SELECT FROM journal j WHERE j.dossier_id = r."dossierId" AND j.state = 'waiting') AS more,
      EXISTS (SELECT FROM journal j WHERE j.dossier_id = r."dossierId" AND j.state = 'waiting' AND j.kind = 'progress') AS lines,
      EXISTS (SELECT FROM journal j WHERE j.dossier_id = r."dossierId" AND j.state = 'waiting' AND NOT (j.kind = 'progress' AND ${isBehindRefused('r."oneByOne"')}))
        AS "mayGo"
    FROM jsonb_to_recordset($1::jsonb) AS r ("dossierId" uuid, seen int, "settledRevision" int, there text, "sentHash" text,
      "refusedHash" text, "refusedBefore" text, failures int, "oneByOne" boolean, "waitingFor" jsonb, "mayRest" boolean, "pauseMs" int)
  )
  UPDATE dossier d SET settled_revision = coalesce(e."settledRevision", d.settled_revision), there = e.there, sent_hash = e."sentHash",
    refused_hash = CASE WHEN d.refused_hash IS NOT DISTINCT FROM e."refusedBefore" THEN e."refusedHash" ELSE d.refused_hash END, failures = e.failures, one_by_one = e."oneByOne" AND e.lines,
    waiting_for = CASE WHEN d.revision > e.seen THEN NULL
      WHEN e.more AND NOT e."mayGo" THEN jsonb_build_array(jsonb_build_object('kind', 'refusedProgress', 'code', coalesce(d.portal_code, d.code)))
      ELSE e."waitingFor" END,
    waits_since = CASE WHEN e."waitingFor" IS NULL THEN NULL WHEN d.waiting_for = e."waitingFor" THEN d.waits_since
      ELSE pg_current_xact_id() END,
    waiting_since = CASE WHEN e.more THEN d.waiting_since END,
    due_at = CASE
      WHEN NOT e."mayGo" OR (d.revision <= e.seen AND e."mayRest" AND d.waiting_for = e."waitingFor") THEN NULL
      WHEN d.revision <= e.seen AND e."waitingFor" IS NOT NULL THEN clock_timestamp() + ${LOOK_AGAIN}
      ELSE clock_timestamp() + e."pauseMs" * interval '1 ms' END
  FROM ended e WHERE d.dossier_id = e."dossierId"`;

const LOCK = `
  SELECT dossier_id AS "dossierId", revision, refused_hash AS "refusedHash" FROM dossier WHERE dossier_id = ANY ($1::uuid[]) ORDER BY dossier_id FOR UPDATE`;

// Held until the end of the transaction: nobody takes the lease over while it is written.
const IS_HOLDER = 'SELECT FROM sender_lease WHERE holder = $1 FOR SHARE';

interface Locked {
  readonly dossierId: string;
  readonly revision: number;
  readonly refusedHash: string | null;
}

export interface Settled extends Outcome {
  /** The revision that the job saw. */
  readonly seen: number;
  readonly mayRest: boolean;
}

/** What the portal is owed, as rows: taken in batches, settled in groups. */
@Injectable()
export class Outbound {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: PortalConfig,
  ) {}

  /** Up to `limit` dossiers that are due, without those in hand; none where `holder` has no lease any more. */
  take(limit: number, inHand: readonly string[], holder: string): Promise<Job[]> {
    return this.database.query<Job>(TAKE, [limit, inHand, holder]);
  }

  async codeMaps(): Promise<CodeMaps> {
    return new CodeMaps(await this.database.query<MapEntry>(MAPS));
  }

  /** All of them in one transaction. Who has no lease any more only journals what it heard: the states are the next one's. */
  async settle(outcomes: readonly Settled[], holder: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const attempts = outcomes.flatMap((one) => one.attempts.map((attempt) => ({ id: newId(), ...attempt })));
      if (attempts.length > 0) await tx.query(ADD_ATTEMPTS, [JSON.stringify(attempts)]);
      if ((await tx.query(IS_HOLDER, [holder])).length === 0) return;
      const locked = await tx.query<Locked>(LOCK, [outcomes.map(({ dossierId }) => dossierId).sort()]);
      const standing = new Map(locked.map((row) => [row.dossierId, row]));
      const answered = outcomes.filter(({ settledRevision }) => settledRevision !== null);
      const taken = answered.filter(({ rows: settled, recordId }) =>
        settled.some(({ id, state }) => id === recordId && state === 'acknowledged'),
      );
      if (answered.length > 0)
        await tx.query(
          ASK_LINES_AGAIN,
          [answered, taken].map((some) => some.map(({ dossierId }) => dossierId)),
        );
      // A row whose record has a newer state by now waits on, for that.
      const rows = outcomes.flatMap(({ rows: settled }) => settled);
      if (rows.length > 0)
        await tx.query(SETTLE_ROWS, [
          JSON.stringify(rows),
          JSON.stringify(attempts.map(({ journalId, at }) => ({ journalId, at }))),
        ]);
      const overtaken = outcomes.filter(({ dossierId, seen, settledRevision, refusedBefore, requeueRecord }) => {
        const { revision, refusedHash } = standing.get(dossierId) ?? { revision: seen, refusedHash: refusedBefore };
        return requeueRecord || (settledRevision !== null && (revision > seen || refusedHash !== refusedBefore));
      });
      if (overtaken.length > 0)
        await tx.query(REQUEUE, [JSON.stringify(overtaken.map(({ dossierId }) => ({ dossierId })))]);
      const acknowledged = outcomes.filter(
        // A line may be acknowledged after a record that was not: then the refusal stands.
        ({ rows: settled, refusedBefore, sentHash, refusedHash }) =>
          refusedBefore !== null &&
          sentHash !== null &&
          refusedHash === null &&
          settled.some(({ state }) => state === 'acknowledged'),
      );
      if (acknowledged.length > 0)
        await tx.query(REPLACE_REFUSED, [JSON.stringify(acknowledged.map(({ dossierId }) => ({ dossierId })))]);
      await tx.query(SETTLE, [JSON.stringify(outcomes.map((one) => this.stateOf(one)))]);
    });
  }

  private stateOf({
    rows: _,
    attempts: __,
    answered: ___,
    requeueRecord: ____,
    recordId: _____,
    ...state
  }: Settled): object {
    const { retryMaxSeconds } = this.config;
    return { ...state, pauseMs: pauseAfter(state.failures, retryMaxSeconds) };
  }
}
