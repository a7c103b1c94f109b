import type pg from 'pg';
import { disagreeing, type Finding } from './finding.js';

/** Each question finds rows by which two services disagree. */
const QUESTIONS: readonly (readonly [what: string, sql: string])[] = [
  [
    'intake and the case',
    `SELECT d.id, d.status AS one, coalesce(c.status, 'no case') AS other FROM intake.dossier d LEFT JOIN workflow.case_file c ON c.dossier_id = d.id
     WHERE (d.accepted_at IS NOT NULL) <> (c.dossier_id IS NOT NULL) OR c.dossier_id IS NOT NULL AND NOT CASE c.status
       WHEN 'open' THEN d.status = CASE WHEN c.started_at IS NULL THEN 'accepted' ELSE 'processing' END
       WHEN 'awaitingSupplement' THEN d.status = 'supplementRequired'
       WHEN 'awaitingPayment' THEN d.status = 'paymentRequired'
       WHEN 'completed' THEN d.status IN ('processed', 'returned')
       WHEN 'stopped' THEN d.status = 'stopped'
       WHEN 'withdrawn' THEN d.status = 'withdrawn' END`,
  ],
  [
    'due dates of intake and of the case',
    `SELECT d.id, d.statutory_due_at::text || ' ' || d.promised_due_at::text AS one, c.statutory_due_at::text || ' ' || c.promised_due_at::text AS other
     FROM intake.dossier d JOIN workflow.case_file c ON c.dossier_id = d.id
     WHERE (d.statutory_due_at, d.promised_due_at) IS DISTINCT FROM (c.statutory_due_at, c.promised_due_at)`,
  ],
  [
    'intake and what messages say',
    `SELECT d.id, d.status AS one, coalesce(n.status, 'nothing') AS other FROM intake.dossier d LEFT JOIN notification.dossier n ON n.dossier_id = d.id
     WHERE d.code IS NOT NULL AND n.status IS DISTINCT FROM d.status`,
  ],
  [
    'intake and the account of fees',
    `SELECT d.id, d.status AS one, coalesce(a.ended, 'open') AS other FROM intake.dossier d LEFT JOIN payment.account a ON a.dossier_id = d.id
     WHERE d.code IS NOT NULL AND (a.dossier_id IS NULL
       OR coalesce(a.ended, '') <> CASE WHEN d.status IN ('refused', 'withdrawn', 'stopped') THEN d.status ELSE '' END
       OR (d.paid_at IS NOT NULL) <> (cardinality(a.paid) > 0))`,
  ],
  [
    'events and messages: one of each kind, to each person, by each channel',
    `SELECT o.key AS id, o.type AS one, coalesce(count(v.id), 0)::text AS other
     FROM intake.outbox o LEFT JOIN notification.delivery v ON v.event_id = o.event_id AND v.channel = 'inApp'
     WHERE o.type = 'vn.motcua.dossier.status-changed.v1' AND o.data->>'status' IN ('accepted', 'processed', 'returned', 'refused', 'stopped', 'withdrawn')
     GROUP BY 1, 2, o.event_id HAVING count(v.id) = 0`,
  ],
  [
    'messages of events that are not recorded',
    `SELECT v.dossier_id AS id, v.kind AS one, v.event_id::text AS other FROM notification.delivery v
     WHERE NOT EXISTS (SELECT FROM intake.outbox o WHERE o.event_id = v.event_id)
       AND NOT EXISTS (SELECT FROM workflow.outbox o WHERE o.event_id = v.event_id)
       AND NOT EXISTS (SELECT FROM payment.outbox o WHERE o.event_id = v.event_id)`,
  ],
  [
    'messages that have not left',
    `SELECT dossier_id AS id, kind AS one, state AS other FROM notification.delivery WHERE state NOT IN ('sent', 'notSent')`,
  ],
];

export async function checkAgreement(admin: pg.Client): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [what, sql] of QUESTIONS) {
    const { rows } = await admin.query<{ id: string; one: string; other: string }>(sql);
    findings.push(...rows.map(({ id, one, other }) => disagreeing(`${what}: ${id}: ${one}, ${other}`)));
  }
  return findings;
}
