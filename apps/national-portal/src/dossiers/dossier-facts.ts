import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import type { Move } from '../record/build-line.js';
import { codeAtPortal } from '../record/build-record.js';
import { type Facts, NO_FACTS } from '../record/facts.js';
import { Officers } from './officers.js';

// Inserts a dossier that is not known yet, or locks the one that is there.
const LOCK = `
  INSERT INTO dossier AS d (dossier_id, facts, revision) VALUES ($1, $2, 0)
  ON CONFLICT (dossier_id) DO UPDATE SET dossier_id = d.dossier_id
  RETURNING facts`;
// Everything that may be ready now is looked at at once, unless a pause after an unanswered call is under way.
const SAVE = `
  UPDATE dossier SET facts = $2, revision = revision + 1, code = $3, portal_code = $4, agency = $5, status = $6,
    submitted_on = ($7::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, moved_on = ($8::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
    due_at = CASE WHEN failures > 0 AND due_at IS NOT NULL THEN due_at ELSE clock_timestamp() END,
    waiting_since = coalesce(waiting_since, clock_timestamp())
  WHERE dossier_id = $1`;
const QUEUE_RECORD = `
  INSERT INTO journal (id, dossier_id, code, agency, kind, state) VALUES ($1, $2, $3, $4, 'dossier', 'waiting')
  ON CONFLICT (dossier_id) WHERE kind = 'dossier' AND state = 'waiting' DO UPDATE SET code = excluded.code, agency = excluded.agency`;
const QUEUE_LINE = `
  INSERT INTO journal (id, dossier_id, code, agency, kind, state, move) VALUES ($1, $2, $3, $4, 'progress', 'waiting', $5)`;
// What was queued before the submission was heard of has no code yet.
const NAME_QUEUED = 'UPDATE journal SET code = $2, agency = $3 WHERE dossier_id = $1 AND code IS NULL';

/** A change of status, as an event tells it; the officer's title is looked up. */
export type HeardMove = Omit<Move, 'title'>;

/** What this service knows of dossiers, and what it owes the portal for it: both grow in the transaction of the event. */
@Injectable()
export class DossierFacts {
  constructor(@Inject(Officers) private readonly officers: Officers) {}

  /** Learns from an event; the record is to be sent again, and the move, if there is one, as a line of progress. */
  async learn(
    tx: Tx,
    dossierId: string,
    change: (facts: Facts) => Facts,
    moveOf?: (facts: Facts) => HeardMove | null,
  ): Promise<void> {
    const [row] = await tx.query<{ facts: Facts }>(LOCK, [dossierId, JSON.stringify(NO_FACTS)]);
    const before = row!.facts;
    const facts = change(before);
    const { submission } = facts;
    const code = submission && codeAtPortal(submission);
    const agency = facts.holder?.agency ?? submission?.receivingAgency ?? null;
    await tx.query(SAVE, [
      dossierId,
      JSON.stringify(facts),
      submission?.code ?? null,
      submission?.portalCode ?? null,
      agency,
      facts.status?.now ?? null,
      submission?.at ?? null,
      facts.status?.at ?? null,
    ]);
    await tx.query(QUEUE_RECORD, [newId(), dossierId, code, agency]);
    const move = moveOf?.(facts);
    if (move) await this.queueLine(tx, dossierId, code, agency, move);
    if (before.submission === null && code !== null) await tx.query(NAME_QUEUED, [dossierId, code, agency]);
  }

  private async queueLine(
    tx: Tx,
    dossierId: string,
    code: string | null,
    agency: string | null,
    heard: HeardMove,
  ): Promise<void> {
    const title = heard.officer === null ? null : await this.officers.titleOf(tx, heard.officer);
    await tx.query(QUEUE_LINE, [newId(), dossierId, code, agency, JSON.stringify({ ...heard, title })]);
  }
}
