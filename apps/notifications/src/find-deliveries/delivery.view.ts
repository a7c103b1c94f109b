import { type Language, LANGUAGES, withOffset } from '@motcua/kernel';
import { InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { type Channel, CHANNELS } from '../message-kinds/channels.js';
import { KIND_CODES } from '../message-kinds/kinds.js';
import { DELIVERY_STATES, type DeliveryState } from '../deliveries/delivery-states.js';

export interface DeliveryRow {
  readonly id: string;
  readonly event_id: string;
  readonly channel: Channel;
  readonly kind: string;
  readonly dossier_id: string;
  readonly dossier_code: string;
  readonly language: Language | null;
  readonly state: DeliveryState;
  readonly reason: string | null;
  readonly masked_recipient: string | null;
  readonly attempts: number;
  readonly next_attempt_at: Temporal.Instant | null;
  readonly occurred_at: Temporal.Instant;
  readonly created_at: Temporal.Instant;
  readonly settled_at: Temporal.Instant | null;
  readonly version: number;
}

/** One line of the delivery log: what went where, how often it was tried, and why not. No personal data. */
export class DeliveryView {
  @Uuid({
    description: 'Also the id of the message in the application, or the first part of the Message-ID of the mail',
  })
  readonly id!: string;

  @Uuid({ description: 'Event that caused it; there is one delivery per event, recipient and channel' })
  readonly eventId!: string;

  @OneOf(CHANNELS)
  readonly channel!: Channel;

  @OneOf(KIND_CODES)
  readonly kind!: string;

  @Uuid()
  readonly dossierId!: string;

  @Text()
  readonly dossierCode!: string;

  @OneOf(LANGUAGES, { nullable: true })
  readonly language!: Language | null;

  @OneOf(DELIVERY_STATES)
  readonly state!: DeliveryState;

  @Text({
    nullable: true,
    description: 'Reason for not sending: applicantErased, channelNotWanted, noAddress, addressInvalid, SMTP 550 …',
  })
  readonly reason!: string | null;

  @Text({ nullable: true, description: 'Masked address; null before the first attempt', example: 'm***@example.test' })
  readonly maskedRecipient!: string | null;

  @Whole()
  readonly attempts!: number;

  @InstantText({ nullable: true, description: 'System time' })
  readonly nextAttemptAt!: string | null;

  @InstantText({ description: 'Time of the event, by the legal clock' })
  readonly occurredAt!: string;

  @InstantText({ description: 'System time' })
  readonly createdAt!: string;

  @InstantText({ nullable: true, description: 'Time of success or of the last failure; system time' })
  readonly settledAt!: string | null;
}

export const deliveryView = (row: DeliveryRow): DeliveryView => ({
  id: row.id,
  eventId: row.event_id,
  channel: row.channel,
  kind: row.kind,
  dossierId: row.dossier_id,
  dossierCode: row.dossier_code,
  language: row.language,
  state: row.state,
  reason: row.reason,
  maskedRecipient: row.masked_recipient,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at && withOffset(row.next_attempt_at),
  occurredAt: withOffset(row.occurred_at),
  createdAt: withOffset(row.created_at),
  settledAt: row.settled_at && withOffset(row.settled_at),
});
