import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { type Actor, Database, type Page, pageOf, permittedReach, type PlatformCode, refsOf } from '@motcua/platform';
import { idCursor } from '../http/id-cursor.js';
import { DELIVERY_COLUMNS, DELIVERY_LISTS } from './delivery-list-sql.js';
import { type DeliveryRow, type DeliveryView, deliveryView } from './delivery.view.js';
import type { FindDeliveriesQuery } from './find-deliveries.query.js';

const FIND = `
  SELECT ${DELIVERY_COLUMNS} FROM delivery WHERE id = $1 AND ($2 OR applicant_ref = ANY ($3) OR subject = $4)`;

/** The delivery log: an administrator sees all of it, everybody else what concerns them. */
@Injectable()
export class Deliveries {
  constructor(private readonly database: Database) {}

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
      ...(everything ? [] : [refsOf(actor), actor.subject]),
      ...(dossierId === undefined ? [] : [dossierId]),
      ...(state === undefined ? [] : [state]),
    ]);
    return pageOf(rows, limit, ({ id }) => [id], deliveryView);
  }

  /** @throws Refusal RESOURCE.NOT_FOUND, also where it is another's */
  async find(actor: Actor, id: string): Promise<DeliveryRow> {
    const everything = permittedReach(actor, 'notification.read') === 'all';
    const [row] = await this.database.query<DeliveryRow>(FIND, [id, everything, refsOf(actor), actor.subject]);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return row;
  }
}
