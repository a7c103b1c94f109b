import { Refusal } from '@motcua/kernel';
import { type Aggregate, type CommandKind, ok } from '@motcua/platform';
import { type JournalRow, type JournalRowView, journalRowView } from '../journal/journal-row.view.js';
import { lockedJournalRows } from '../journal/locked-journal-rows.js';
import { line } from '../persistence/history.js';
import type { PortalCode } from '../problems.js';

interface RetryRecord {
  readonly id: string;
  readonly actor: string;
}

interface RetryChange {
  readonly row: JournalRow;
  readonly at: Temporal.Instant;
  readonly actor: string;
}

// What goes is the dossier's newest state, under one row: another of its records that was refused is replaced by it, and the one
// that is asked for where another waits already.
const RETRY = `
  WITH asked AS (SELECT r.id, r."dossierId" AS dossier_id, r.kind FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "dossierId" uuid, kind text)),
  woken AS (
    UPDATE dossier d SET failures = 0, due_at = clock_timestamp(), waiting_for = NULL,
      refused_hash = CASE WHEN 'dossier' = ANY (a.kinds) THEN NULL ELSE refused_hash END,
      waiting_since = coalesce(waiting_since, clock_timestamp())
    FROM (SELECT dossier_id, array_agg(kind) AS kinds FROM asked GROUP BY 1) a WHERE d.dossier_id = a.dossier_id
  ), chosen AS (
    SELECT DISTINCT ON (j.dossier_id) j.id, j.dossier_id FROM asked JOIN journal j ON j.id = asked.id
    WHERE j.kind = 'dossier' AND j.state = 'refused' ORDER BY j.dossier_id, j.n DESC
  )
  UPDATE journal j SET version = j.version + 1, acknowledged_at = NULL, acknowledged_by = NULL, acknowledged_reason = NULL, settled_at = CASE WHEN goes.now THEN NULL ELSE j.settled_at END,
    state = CASE WHEN goes.now THEN 'waiting' ELSE 'replaced' END
  FROM (
    SELECT r.id, r.id = chosen.id AND NOT EXISTS (
      SELECT FROM journal w WHERE w.dossier_id = r.dossier_id AND w.kind = 'dossier' AND w.state = 'waiting') AS now
    FROM chosen JOIN journal r ON r.dossier_id = chosen.dossier_id AND r.kind = 'dossier' AND r.state = 'refused'
    UNION ALL
    SELECT r.id, true FROM asked JOIN journal r ON r.id = asked.id WHERE r.kind = 'progress' AND r.state = 'refused'
  ) AS goes WHERE j.id = goes.id`;

const NOTHING_NOTED = { acknowledgedAt: null, acknowledgedBy: null, acknowledgedReason: null };

const JOURNAL: Aggregate<RetryChange> = {
  save: async (queries, changes) => {
    await queries.query(RETRY, [
      JSON.stringify(changes.map(({ row: { id, dossierId, kind } }) => ({ id, dossierId, kind }))),
    ]);
    return undefined;
  },
  events: () => [],
  history: ({ row: { id, code, kind, answerCode }, at, actor }) => [
    line('journalRow', id, 'retried', { at, actor, detail: { code, kind, answerCode } }),
  ],
};

/** A record that waits is sent at once; one that was refused is sent again, though it has not changed. */
export const RETRY_RECORD: CommandKind<RetryRecord, JournalRow, RetryChange, JournalRowView> = {
  aggregate: JOURNAL,
  about: ({ id }) => `journalRow/${id}`,
  facts: lockedJournalRows,
  decide: (row, { actor }, at) => {
    if (row.state !== 'waiting' && row.state !== 'refused')
      throw new Refusal<PortalCode>('JOURNAL.NOTHING_TO_RETRY', { state: row.state });
    return { row, at, actor };
  },
  answer: ({ row }) => ok(journalRowView({ ...row, state: 'waiting', ...NOTHING_NOTED }), { version: row.version + 1 }),
};
