import { type Language, newId } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import type { KindCode } from '../message-kinds/kinds.js';
import type { MessageData } from '../message-kinds/variables.js';
import type { InAppText } from '../render-message/template-content.js';
import type { PlannedDelivery } from './plan-deliveries.js';

interface NewMessage {
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
}

// One delivery per event, recipient and channel, however often the event arrives.
const WRITE = `
  WITH delivered AS (
    INSERT INTO delivery (id, event_id, recipient, channel, kind, dossier_id, dossier_code, applicant_ref, subject,
      language, data, state, reason, next_attempt_at, settled_at, occurred_at)
    SELECT p.id, $2, $3, p.channel, $4, $5, $6, $7, $8, p.language, $9, p.state, p.reason,
      CASE WHEN p.state = 'due' THEN clock_timestamp() END,
      CASE WHEN p.state IN ('sent', 'notSent') THEN clock_timestamp() END, $10
    FROM jsonb_to_recordset($1::jsonb) AS p (id uuid, channel text, language text, state text, reason text)
    ON CONFLICT (event_id, recipient, channel) DO NOTHING
    RETURNING id, channel, state
  )
  INSERT INTO message (id, kind, dossier_id, dossier_code, applicant_ref, subject, language, title, body, occurred_at)
  SELECT id, $4, $5, $6, $7, $8, $11, $12, $13, $10 FROM delivered WHERE channel = 'inApp' AND state = 'sent'`;

export async function writeDeliveries(
  tx: Tx,
  message: NewMessage,
  deliveries: readonly PlannedDelivery[],
): Promise<void> {
  const rows = deliveries.map(({ channel, state, reason }) => ({
    id: newId(),
    channel,
    state,
    reason,
    language: channel === 'email' ? message.mailLanguage : message.inAppLanguage,
  }));
  await tx.query(WRITE, [
    JSON.stringify(rows),
    message.eventId,
    message.recipient,
    message.kind,
    message.dossierId,
    message.dossierCode,
    message.applicantRef,
    message.subject,
    JSON.stringify(message.data),
    message.occurredAt,
    message.inAppLanguage,
    message.inApp?.title ?? null,
    message.inApp?.body ?? null,
  ]);
}
