import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  assertVersion,
  Database,
  type Page,
  pageOf,
  permittedReach,
  type Tx,
  type PlatformCode,
} from '@motcua/platform';
import { idCursor } from '../http/id-cursor.js';
import { DELIVERY_COLUMNS, DELIVERY_LISTS } from './delivery-list-sql.js';
import { type DeliveryRow, type DeliveryView, deliveryView } from './delivery.view.js';
import type { FindDeliveriesQuery } from './find-deliveries.query.js';
import type { NotificationCode } from '../problems.js';

const FIND = `
  SELECT ${DELIVERY_COLUMNS} FROM delivery WHERE id = $1 AND ($2 OR applicant_ref = $3 OR subject = $4)`;
const LOCK = `SELECT ${DELIVERY_COLUMNS} FROM delivery WHERE id = $1 FOR UPDATE`;
const TRY_AGAIN = `
  UPDATE delivery SET state = 'due', reason = NULL, attempts = 0, next_attempt_at = clock_timestamp(), settled_at = NULL,
    version = version + 1
  WHERE id = $1 RETURNING ${DELIVERY_COLUMNS}`;

/** The delivery log: an administrator sees all of it, everybody else what concerns them. */
@Injectable()
export class Deliveries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async list(actor: Actor, query: FindDeliveriesQuery): Promise<Page<DeliveryView>> {
    const { cursor, limit, channel, dossierId, state } = query;
    const everything = permittedReach(actor, 'notification.read') === 'all';
    const lists = everything ? DELIVERY_LISTS.all : DELIVERY_LISTS.own;
    const by =
      dossierId !== undefined ? (state !== undefined ? 'both' : 'dossier') : state !== undefined ? 'state' : 'any';
    const rows = await this.database.query<DeliveryRow>(lists[by], [
      idCursor(cursor),
      limit + 1,
      channel ?? null,
      ...(everything ? [] : [actor.applicantRef ?? null, actor.subject]),
      ...(dossierId === undefined ? [] : [dossierId]),
      ...(state === undefined ? [] : [state]),
    ]);
    return pageOf(rows, limit, ({ id }) => [id], deliveryView);
  }

  /** @throws Refusal RESOURCE.NOT_FOUND, also where it is another's */
  async find(actor: Actor, id: string): Promise<DeliveryRow> {
    const everything = permittedReach(actor, 'notification.read') === 'all';
    const [row] = await this.database.query<DeliveryRow>(FIND, [
      id,
      everything,
      actor.applicantRef ?? null,
      actor.subject,
    ]);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return row;
  }

  /** @throws Refusal DELIVERY.NOT_FAILED, and RESOURCE.NOT_FOUND for whom only the own is in reach */
  async tryAgain(tx: Tx, actor: Actor, id: string, seen: number): Promise<DeliveryRow> {
    const [row] = await tx.query<DeliveryRow>(LOCK, [id]);
    if (!row || permittedReach(actor, 'notification.write') !== 'all')
      throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertVersion(row.version, seen);
    if (row.state !== 'failed') throw new Refusal<NotificationCode>('DELIVERY.NOT_FAILED', { state: row.state });
    return (await tx.query<DeliveryRow>(TRY_AGAIN, [id]))[0]!;
  }
}
