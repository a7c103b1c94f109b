import { Refusal } from '@motcua/kernel';
import { type Aggregate, type CommandKind, ok, Unchanged } from '@motcua/platform';
import { type JournalRow, type JournalRowView, journalRowView } from '../journal/journal-row.view.js';
import { lockedJournalRows } from '../journal/locked-journal-rows.js';
import { line } from '../persistence/history.js';
import type { PortalCode } from '../problems.js';

interface AcknowledgeRecord {
  readonly id: string;
  readonly reason: string;
  readonly actor: string;
}

interface Acknowledged {
  readonly row: JournalRow;
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly reason: string;
}

// What waited behind it goes.
const ACKNOWLEDGE = `
  WITH noted AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "dossierId" uuid, at timestamptz, actor text, reason text)),
  woken AS (
    UPDATE dossier d SET due_at = clock_timestamp(), waiting_for = NULL
    WHERE d.dossier_id IN (SELECT "dossierId" FROM noted) AND d.waiting_for @> '[{"kind": "refusedProgress"}]'
  )
  UPDATE journal j SET acknowledged_at = n.at, acknowledged_by = n.actor, acknowledged_reason = n.reason, version = j.version + 1
  FROM noted n WHERE j.id = n.id`;

const JOURNAL: Aggregate<Acknowledged> = {
  save: async (queries, changes) => {
    const noted = changes.map(({ row: { id, dossierId }, at, actor, reason }) => ({
      id,
      dossierId,
      at,
      actor,
      reason,
    }));
    await queries.query(ACKNOWLEDGE, [JSON.stringify(noted)]);
    return undefined;
  },
  events: () => [],
  history: ({ row: { id, code, kind, answerCode }, at, actor, reason }) => [
    line('journalRow', id, 'acknowledged', { at, actor, detail: { code, kind, answerCode, reason } }),
  ],
};

/** An officer leaves a record at the portal's refusal, and says why. The dossier's next state goes out all the same. */
export const ACKNOWLEDGE_RECORD: CommandKind<AcknowledgeRecord, JournalRow, Acknowledged, JournalRowView> = {
  aggregate: JOURNAL,
  about: ({ id }) => `journalRow/${id}`,
  facts: lockedJournalRows,
  decide: (row, { actor, reason }, at) => {
    if (row.state !== 'refused') throw new Refusal<PortalCode>('JOURNAL.NOT_REFUSED', { state: row.state });
    if (row.acknowledgedAt !== null) return new Unchanged(ok(journalRowView(row), { version: row.version }));
    return { row, at, actor, reason };
  },
  answer: ({ row, at, actor, reason }) =>
    ok(journalRowView({ ...row, acknowledgedAt: at, acknowledgedBy: actor, acknowledgedReason: reason }), {
      version: row.version + 1,
    }),
};
