import { Refusal } from '@motcua/kernel';
import { type Aggregate, type CommandKind, ok, sql } from '@motcua/platform';
import { JOURNAL_COLUMNS, type JournalRow, type JournalRowView, journalRowView } from '../journal/journal-row.view.js';
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

// Another record of the same dossier may wait already: it says the newer state, and goes at once.
const RETRY = `
  WITH asked AS (SELECT r.id, r."dossierId" AS dossier_id, r.kind FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "dossierId" uuid, kind text)),
  woken AS (
    UPDATE dossier d SET failures = 0, refused_hash = CASE WHEN asked.kind = 'dossier' THEN NULL ELSE refused_hash END,
      due_at = clock_timestamp(), waiting_for = NULL, waiting_since = coalesce(waiting_since, clock_timestamp())
    FROM asked WHERE d.dossier_id = asked.dossier_id
  )
  UPDATE journal j SET state = 'waiting', settled_at = NULL, version = j.version + 1
  FROM asked WHERE j.id = asked.id AND j.state = 'refused' AND (asked.kind = 'progress' OR NOT EXISTS (
    SELECT FROM journal w WHERE w.dossier_id = asked.dossier_id AND w.kind = 'dossier' AND w.state = 'waiting'))`;

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
  facts: async (queries, commands) => {
    const ids = commands.map(({ id }) => id);
    const rows = await queries.query<JournalRow>(
      sql`SELECT ${sql.raw(JOURNAL_COLUMNS)} FROM journal j JOIN dossier d ON d.dossier_id = j.dossier_id
        WHERE j.id = ANY (${ids}) ORDER BY d.dossier_id FOR UPDATE OF d ${queries.skipLocked}`,
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id));
  },
  decide: (row, { actor }, at) => {
    if (row.state !== 'waiting' && row.state !== 'refused')
      throw new Refusal<PortalCode>('JOURNAL.NOTHING_TO_RETRY', { state: row.state });
    return { row, at, actor };
  },
  answer: ({ row }) => ok(journalRowView({ ...row, state: 'waiting' }), { version: row.version + 1 }),
};
