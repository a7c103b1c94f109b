import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  Database,
  type Page,
  pageOf,
  permittedReach,
  type PlatformCode,
  refsOf,
  sql,
} from '@motcua/platform';
import { idCursor } from '../http/id-cursor.js';
import { DELIVERY_COLUMNS, deliveriesOf } from './delivery-list-sql.js';
import { type DeliveryRow, type DeliveryView, deliveryView } from './delivery.view.js';
import type { FindDeliveriesQuery } from './find-deliveries.query.js';

/** The delivery log: an administrator sees all of it, everybody else what concerns them. */
@Injectable()
export class Deliveries {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: FindDeliveriesQuery): Promise<Page<DeliveryView>> {
    const { cursor, limit, channel, dossierId, state } = query;
    const everything = permittedReach(actor, 'notification.read') === 'all';
    const own = everything ? null : { refs: refsOf(actor), subject: actor.subject };
    const rows = await this.database.query<DeliveryRow>(
      deliveriesOf({ own, before: idCursor(cursor), limit: limit + 1, channel, dossierId, state }),
    );
    return pageOf(rows, limit, ({ id }) => [id], deliveryView);
  }

  /** @throws Refusal RESOURCE.NOT_FOUND, also where it is another's */
  async find(actor: Actor, id: string): Promise<DeliveryRow> {
    const everything = permittedReach(actor, 'notification.read') === 'all';
    const [row] = await this.database.query<DeliveryRow>(sql`
      SELECT ${DELIVERY_COLUMNS} FROM delivery
      WHERE id = ${id} AND (${everything} OR applicant_ref = ANY (${refsOf(actor)}) OR subject = ${actor.subject})`);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return row;
  }
}
