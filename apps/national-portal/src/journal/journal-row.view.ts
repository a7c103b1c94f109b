import { withOffset } from '@motcua/kernel';
import { InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';

export const JOURNAL_STATES = ['waiting', 'acknowledged', 'refused', 'replaced', 'unchanged'] as const;
export type JournalState = (typeof JOURNAL_STATES)[number];
export const RECORD_KINDS = ['dossier', 'progress'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export interface JournalRow {
  readonly id: string;
  readonly n: number;
  readonly dossierId: string;
  readonly code: string | null;
  readonly agency: string | null;
  readonly kind: RecordKind;
  readonly state: JournalState;
  readonly answerCode: string | null;
  readonly answerMessage: string | null;
  readonly attempts: number;
  readonly createdAt: Temporal.Instant;
  readonly firstAttemptAt: Temporal.Instant | null;
  readonly lastAttemptAt: Temporal.Instant | null;
  readonly settledAt: Temporal.Instant | null;
  readonly acknowledgedAt: Temporal.Instant | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedReason: string | null;
  readonly version: number;
}

export const JOURNAL_COLUMNS = `
  j.id, j.n, j.dossier_id AS "dossierId", j.code, j.agency, j.kind, j.state, j.answer_code AS "answerCode",
  j.answer_message AS "answerMessage", j.attempts, j.created_at AS "createdAt", j.first_attempt_at AS "firstAttemptAt",
  j.last_attempt_at AS "lastAttemptAt", j.settled_at AS "settledAt",
  j.acknowledged_at AS "acknowledgedAt", j.acknowledged_by AS "acknowledgedBy", j.acknowledged_reason AS "acknowledgedReason", j.version`;

/** One record that the portal is owed or was sent. No personal data. All times are system times. */
export class JournalRowView {
  @Uuid() readonly id!: string;
  @Uuid() readonly dossierId!: string;
  @Text({
    nullable: true,
    description: 'Under which the portal knows the dossier; null until its submission was heard of',
  })
  readonly code!: string | null;
  @Text({ nullable: true, description: 'The agency that held it then' }) readonly agency!: string | null;
  @OneOf(RECORD_KINDS) readonly kind!: RecordKind;
  @OneOf(JOURNAL_STATES) readonly state!: JournalState;
  @Text({ nullable: true, description: 'error_code of the last answer; HTTP … or NETWORK where there was none' })
  readonly answerCode!: string | null;
  @Text({ nullable: true, min: 0 }) readonly answerMessage!: string | null;
  @Whole() readonly attempts!: number;
  @InstantText() readonly createdAt!: string;
  @InstantText({ nullable: true }) readonly firstAttemptAt!: string | null;
  @InstantText({ nullable: true }) readonly lastAttemptAt!: string | null;
  @InstantText({ nullable: true }) readonly settledAt!: string | null;
  @InstantText({ nullable: true, description: 'When an officer left it at the refusal' })
  readonly acknowledgedAt!: string | null;
  @Text({ nullable: true, description: 'Subject of that officer' }) readonly acknowledgedBy!: string | null;
  @Text({ nullable: true, description: 'Why it is left at that' }) readonly acknowledgedReason!: string | null;
}

const at = (time: Temporal.Instant | null): string | null => time && withOffset(time);

export const journalRowView = (row: JournalRow): JournalRowView => ({
  id: row.id,
  dossierId: row.dossierId,
  code: row.code,
  agency: row.agency,
  kind: row.kind,
  state: row.state,
  answerCode: row.answerCode,
  answerMessage: row.answerMessage,
  attempts: row.attempts,
  createdAt: withOffset(row.createdAt),
  firstAttemptAt: at(row.firstAttemptAt),
  lastAttemptAt: at(row.lastAttemptAt),
  settledAt: at(row.settledAt),
  acknowledgedAt: at(row.acknowledgedAt),
  acknowledgedBy: row.acknowledgedBy,
  acknowledgedReason: row.acknowledgedReason,
});
