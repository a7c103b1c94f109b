import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { type Actor, Database, type Page, pageOf, type PlatformCode, refsOf, type Sql, sql } from '@motcua/platform';
import { idCursor } from '../http/id-cursor.js';
import type { FindMessagesQuery } from './find-messages.query.js';
import { type MessageRow, type MessageView, messageView } from './message.view.js';

const COLUMNS = sql.raw('id, kind, dossier_id, dossier_code, language, title, body, occurred_at, read_at, version');

interface MessageList {
  readonly before: string;
  readonly limit: number;
  readonly unread: boolean | undefined;
  readonly dossierId: string | undefined;
}

// A walk along an index for each of the caller's numbers and one for the subject, newest first, merged: an OR would sort all
// that somebody has.
function listOf(actor: Actor, { before, limit, unread, dossierId }: MessageList): Sql {
  const refs = refsOf(actor);
  const more = sql`${unread ? sql`AND read_at IS NULL` : sql.empty} ${dossierId === undefined ? sql.empty : sql`AND dossier_id = ${dossierId}`}`;
  // Who handed it in and has a part in it besides is told as both, and reads it once.
  const notTwice = sql`AND NOT EXISTS (SELECT FROM message own WHERE own.applicant_ref = ANY (${refs})
    AND own.dossier_id = m.dossier_id AND own.kind = m.kind AND own.occurred_at = m.occurred_at)`;
  const page = (whose: Sql): Sql =>
    sql`(SELECT ${COLUMNS} FROM message m WHERE ${whose} AND id < ${before} ${more} ORDER BY id DESC LIMIT ${limit})`;
  return sql`
    SELECT ${COLUMNS} FROM (
      (SELECT named.* FROM unnest(${refs}::text[]) AS r (ref) CROSS JOIN LATERAL ${page(sql`applicant_ref = r.ref`)} named)
      UNION ALL ${page(sql`subject = ${actor.subject} AND (applicant_ref = ANY (${refs})) IS NOT TRUE ${notTwice}`)}
    ) AS mine ORDER BY id DESC LIMIT ${limit}`;
}

/** What the caller, as applicant, for whom they act, as submitter or as officer, can read in the application: their own only, whatever their role. */
@Injectable()
export class Messages {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, { cursor, limit, unread, dossierId }: FindMessagesQuery): Promise<Page<MessageView>> {
    const rows = await this.database.query<MessageRow>(
      listOf(actor, { before: idCursor(cursor), limit: limit + 1, unread, dossierId }),
    );
    return pageOf(rows, limit, ({ id }) => [id], messageView);
  }

  /** @throws Refusal RESOURCE.NOT_FOUND, also where it is another's */
  async find(actor: Actor, id: string): Promise<MessageRow> {
    const [row] = await this.database.query<MessageRow>(sql`
      SELECT ${COLUMNS} FROM message WHERE id = ${id} AND (applicant_ref = ANY (${refsOf(actor)}) OR subject = ${actor.subject})`);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return row;
  }
}
