import { type Language, LANGUAGES, withOffset } from '@motcua/kernel';
import { InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { KIND_CODES } from '../message-kinds/kinds.js';

export interface MessageRow {
  readonly id: string;
  readonly kind: string;
  readonly dossier_id: string;
  readonly dossier_code: string;
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly occurred_at: Temporal.Instant;
  readonly read_at: Temporal.Instant | null;
  readonly version: number;
}

/** A message as its recipient reads it. Title and body are plain text: show them as such. */
export class MessageView {
  @Uuid()
  readonly id!: string;

  @OneOf(KIND_CODES)
  readonly kind!: string;

  @Uuid()
  readonly dossierId!: string;

  @Text({ example: 'H48.12-261124-0001' })
  readonly dossierCode!: string;

  @OneOf(LANGUAGES)
  readonly language!: Language;

  @Text()
  readonly title!: string;

  @Text({ max: 20_000 })
  readonly body!: string;

  @InstantText({ description: 'Time of the event' })
  readonly occurredAt!: string;

  @InstantText({ nullable: true })
  readonly readAt!: string | null;

  @Whole({ min: 1, description: 'Its ETag' })
  readonly version!: number;
}

export const messageView = (row: MessageRow): MessageView => ({
  id: row.id,
  kind: row.kind,
  dossierId: row.dossier_id,
  dossierCode: row.dossier_code,
  language: row.language,
  title: row.title,
  body: row.body,
  occurredAt: withOffset(row.occurred_at),
  readAt: row.read_at && withOffset(row.read_at),
  version: row.version,
});
