import { Injectable } from '@nestjs/common';
import type { FileReference, Plain } from '@motcua/contracts';
import { newId, type Language } from '@motcua/kernel';
import { Database, sql } from '@motcua/platform';
import type { KindCode } from '../message-kinds/kinds.js';
import type { MessageData } from '../message-kinds/variables.js';

export interface ClaimedMail {
  readonly id: string;
  /** Proof that this attempt is ours: another one gets another. */
  readonly claim: string;
  readonly kind: KindCode;
  readonly data: MessageData;
  /** In the file store. */
  readonly attachment: Plain<FileReference> | null;
  readonly language: Language | null;
  /** This one included. */
  readonly attempts: number;
  readonly sealed: string | null;
  readonly wrappedKey: string | null;
}

export interface Ended {
  readonly state: 'sent' | 'failed' | 'notSent';
  readonly reason?: string;
  readonly maskedRecipient?: string;
  readonly language?: Language;
}

// next_attempt_at becomes the end of the lease: a process that dies leaves the mail to whoever looks after that.
const CLAIM = `
  WITH due AS (
    SELECT id FROM delivery WHERE state = 'due' AND next_attempt_at <= clock_timestamp()
    ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED
  )
  UPDATE delivery d SET claim = $1, attempts = d.attempts + 1, version = d.version + 1,
    next_attempt_at = clock_timestamp() + $2 * interval '1 millisecond'
  FROM due WHERE d.id = due.id
  RETURNING d.id, d.claim, d.kind, d.data, d.attachment, d.language, d.attempts,
    (SELECT sealed FROM applicant a WHERE a.applicant_ref = d.applicant_ref) AS sealed,
    (SELECT wrapped_key FROM applicant a WHERE a.applicant_ref = d.applicant_ref) AS "wrappedKey"`;
const TAKE_BACK = `
  UPDATE delivery SET claim = NULL, next_attempt_at = clock_timestamp(), version = version + 1
  WHERE state = 'due' AND claim IS NOT NULL`;

/** Mail that is due. Time is the database's, the legal clock has no say in retries. */
@Injectable()
export class OutboundMail {
  constructor(private readonly database: Database) {}

  /** Takes up to `limit` that nobody has in hand. */
  claim(limit: number, leaseMs: number): Promise<ClaimedMail[]> {
    return this.database.query<ClaimedMail>(CLAIM, [newId(), leaseMs, limit]);
  }

  /** Only where no other process sends: what was in hand belonged to one that died. */
  async takeBack(): Promise<void> {
    await this.database.query(TAKE_BACK);
  }

  /** False when the lease had run out and another has it in hand. */
  async end({ id, claim }: ClaimedMail, { state, reason, maskedRecipient, language }: Ended): Promise<boolean> {
    const ended = await this.database.query(sql`
      UPDATE delivery SET state = ${state}, reason = ${reason ?? null},
        masked_recipient = coalesce(${maskedRecipient ?? null}, masked_recipient),
        language = coalesce(${language ?? null}, language),
        next_attempt_at = NULL, claim = NULL, settled_at = clock_timestamp(), version = version + 1
      WHERE id = ${id} AND claim = ${claim} RETURNING id`);
    return ended.length > 0;
  }

  /** @param spent false gives the attempt back */
  async postpone({ id, claim }: ClaimedMail, reason: string, delayMs: number, spent: boolean): Promise<boolean> {
    const postponed = await this.database.query(sql`
      UPDATE delivery SET reason = ${reason}, attempts = attempts - ${spent ? 0 : 1}::int, claim = NULL, version = version + 1,
        next_attempt_at = clock_timestamp() + ${delayMs} * interval '1 millisecond'
      WHERE id = ${id} AND claim = ${claim} RETURNING id`);
    return postponed.length > 0;
  }
}
