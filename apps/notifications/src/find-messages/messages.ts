import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { type Actor, Database, type Page, pageOf, type PlatformCode, refsOf } from '@motcua/platform';
import { idCursor } from '../http/id-cursor.js';
import type { FindMessagesQuery } from './find-messages.query.js';
import { type MessageRow, type MessageView, messageView } from './message.view.js';

const COLUMNS = 'id, kind, dossier_id, dossier_code, language, title, body, occurred_at, read_at, version';

// A walk along an index for each of the caller's numbers and one for the subject, newest first, merged: an OR would sort all
// that somebody has.
const list = (more: string): string => {
  const page = (whose: string): string =>
    `(SELECT ${COLUMNS} FROM message WHERE ${whose} AND id < $3 ${more} ORDER BY id DESC LIMIT $4)`;
  return `
    SELECT ${COLUMNS} FROM (
      (SELECT named.* FROM unnest($1::text[]) AS r (ref) CROSS JOIN LATERAL ${page('applicant_ref = r.ref')} named)
      UNION ALL ${page('subject = $2 AND (applicant_ref = ANY ($1)) IS NOT TRUE')}
    ) AS mine ORDER BY id DESC LIMIT $4`;
};
const ALL = list('');
const UNREAD = list('AND read_at IS NULL');
const OF_DOSSIER = list('AND dossier_id = $5');
const UNREAD_OF_DOSSIER = list('AND read_at IS NULL AND dossier_id = $5');
const FIND = `SELECT ${COLUMNS} FROM message WHERE id = $3 AND (applicant_ref = ANY ($1) OR subject = $2)`;

const mine = (actor: Actor): [readonly string[], string] => [refsOf(actor), actor.subject];

/** What the caller, as applicant, for whom they act, as submitter or as officer, can read in the application: their own only, whatever their role. */
@Injectable()
export class Messages {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, { cursor, limit, unread, dossierId }: FindMessagesQuery): Promise<Page<MessageView>> {
    const values = [...mine(actor), idCursor(cursor), limit + 1];
    const rows =
      dossierId === undefined
        ? await this.database.query<MessageRow>(unread ? UNREAD : ALL, values)
        : await this.database.query<MessageRow>(unread ? UNREAD_OF_DOSSIER : OF_DOSSIER, [...values, dossierId]);
    return pageOf(rows, limit, ({ id }) => [id], messageView);
  }

  /** @throws Refusal RESOURCE.NOT_FOUND, also where it is another's */
  async find(actor: Actor, id: string): Promise<MessageRow> {
    const [row] = await this.database.query<MessageRow>(FIND, [...mine(actor), id]);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return row;
  }
}
