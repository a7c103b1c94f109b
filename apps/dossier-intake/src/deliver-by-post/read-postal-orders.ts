import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, isUuid } from '@motcua/kernel';
import {
  type Actor,
  agenciesOf,
  Database,
  decodeCursor,
  type Page,
  pageOf,
  permittedReach,
  sql,
} from '@motcua/platform';
import { type PostalOrderRow, POSTAL_ORDERS, type PostalTalk } from '../persistence/postal-order-row.js';
import { type ListedOrderView } from './listed-order.view.js';
import { PostalConfig } from './postal.config.js';
import { postalOrderView } from './postal-order.view.js';
import type { PostalOrdersQuery } from './postal-orders.query.js';

/** Orders at the postal service that an office made. */
@Injectable()
export class ReadPostalOrders {
  constructor(
    private readonly database: Database,
    private readonly config: PostalConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(actor: Actor, { cursor, limit, state, dossierId }: PostalOrdersQuery): Promise<Page<ListedOrderView>> {
    permittedReach(actor, 'dossier.return');
    const own = [...agenciesOf(actor)];
    const [last] = decodeCursor(cursor, 1) ?? [];
    const after = typeof last === 'string' && isUuid(last) ? last : null;
    const rows = await this.database.query<PostalOrderRow & PostalTalk>(sql`
      SELECT ${POSTAL_ORDERS.columns('o')}, o.attempts, o.trouble FROM postal_order o
      WHERE o.agency = ANY (${own}) AND (${state ?? null}::text IS NULL OR o.state = ${state ?? null})
        AND (${dossierId ?? null}::uuid IS NULL OR o.dossier_id = ${dossierId ?? null}::uuid)
        AND (${after}::uuid IS NULL OR o.id < ${after}::uuid)
      ORDER BY o.id DESC LIMIT ${limit + 1}`);
    const silentSince = this.clock.now().subtract({ hours: this.config.silentHours });
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (row) => ({
        ...postalOrderView(row),
        dossierId: row.dossierId,
        attempts: row.attempts,
        unanswered: row.state === 'waiting' && Temporal.Instant.compare(row.orderedAt, silentSince) <= 0,
      }),
    );
  }
}
