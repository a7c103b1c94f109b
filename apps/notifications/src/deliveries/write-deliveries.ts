import type { FileReference, Plain } from '@motcua/contracts';
import { type Language, newId } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import type { KindCode } from '../message-kinds/kinds.js';
import type { MessageData } from '../message-kinds/variables.js';
import type { InAppText } from '../render-message/template-content.js';
import type { PlannedDelivery } from './plan-deliveries.js';

export interface NewMessage {
  readonly eventId: string;
  readonly recipient: string;
  readonly applicantRef: string | null;
  readonly subject: string | null;
  readonly kind: KindCode;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly occurredAt: Temporal.Instant;
  readonly data: MessageData;
  /** Of mail; null: the one that the contact names. */
  readonly mailLanguage: Language | null;
  readonly inAppLanguage: Language;
  readonly inApp: InAppText | null;
  /** Goes along with the mail. */
  readonly attachment: Plain<FileReference> | null;
  readonly deliveries: readonly PlannedDelivery[];
}

// One delivery per event, recipient and channel, however often the event arrives.
const WRITE = `
  WITH planned AS (
    SELECT m.*, p.* FROM jsonb_to_recordset($1::jsonb) AS m ("eventId" uuid, recipient text, kind text, "dossierId" uuid,
      "dossierCode" text, "applicantRef" text, subject text, data jsonb, "occurredAt" timestamptz, "inAppLanguage" text,
      attachment jsonb, title text, body text, rows jsonb)
    CROSS JOIN LATERAL jsonb_to_recordset(m.rows) AS p (id uuid, channel text, language text, state text, reason text)
  ), delivered AS (
    INSERT INTO delivery (id, event_id, recipient, channel, kind, dossier_id, dossier_code, applicant_ref, subject,
      language, data, state, reason, next_attempt_at, settled_at, occurred_at, attachment)
    SELECT id, "eventId", recipient, channel, kind, "dossierId", "dossierCode", "applicantRef", subject, language, data,
      state, reason, CASE WHEN state = 'due' THEN clock_timestamp() END,
      CASE WHEN state IN ('sent', 'notSent') THEN clock_timestamp() END, "occurredAt",
      CASE channel WHEN 'email' THEN attachment END
    FROM planned
    ON CONFLICT (event_id, recipient, channel) DO NOTHING
    RETURNING id, channel, state
  )
  INSERT INTO message (id, kind, dossier_id, dossier_code, applicant_ref, subject, language, title, body, occurred_at)
  SELECT p.id, p.kind, p."dossierId", p."dossierCode", p."applicantRef", p.subject, p."inAppLanguage", p.title, p.body,
    p."occurredAt"
  FROM delivered d JOIN planned p ON p.id = d.id WHERE d.channel = 'inApp' AND d.state = 'sent'`;

export async function writeDeliveries(tx: Tx, messages: readonly NewMessage[]): Promise<void> {
  const rows = messages.map(({ deliveries, mailLanguage, inApp, occurredAt, ...message }) => ({
    ...message,
    occurredAt: occurredAt.toString(),
    title: inApp?.title,
    body: inApp?.body,
    rows: deliveries.map(({ channel, state, reason }) => ({
      id: newId(),
      channel,
      state,
      reason,
      language: channel === 'email' ? mailLanguage : message.inAppLanguage,
    })),
  }));
  await tx.query(WRITE, [JSON.stringify(rows)]);
}
