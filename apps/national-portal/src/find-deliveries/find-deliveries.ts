import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, type Page, pageOf, sql } from '@motcua/platform';
import { type DeliveryRow, type DeliveryView, deliveryView } from '../deliveries/delivery.view.js';
import type { DeliveryQuery } from './delivery.query.js';

const DELIVERIES = sql`
  SELECT dossier_id AS id, 'dossier' AS kind, NULL AS "requestId", portal_code AS code, dossier_id AS "dossierId", state, refusal,
    CASE state WHEN 'waiting' THEN waiting_for END AS "waitingFor", received_at AS "receivedAt",
    acknowledged_at AS "acknowledgedAt", acknowledged_by AS "acknowledgedBy"
  FROM received_dossier
  UNION ALL
  SELECT id, kind, request_id, code, dossier_id, state, refusal, NULL, received_at, acknowledged_at, acknowledged_by
  FROM received_request`;
/** Behind every delivery that there is. */
const FIRST_PAGE = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** What the portal handed over, newest first. */
@Injectable()
export class FindDeliveries {
  constructor(private readonly database: Database) {}

  async list({ cursor, limit, state, kind, code, acknowledged }: DeliveryQuery): Promise<Page<DeliveryView>> {
    const [before, beforeId] = decodeCursor(cursor, 2) ?? FIRST_PAGE;
    const rows = await this.database.query<DeliveryRow>(sql`
      SELECT * FROM (${DELIVERIES}) AS d
      WHERE (d."receivedAt", d.id) < (${before}::timestamptz, ${beforeId}::uuid)
        AND (${state ?? null}::text IS NULL OR d.state = ${state ?? null}) AND (${kind ?? null}::text IS NULL OR d.kind = ${kind ?? null})
        AND (${code ?? null}::text IS NULL OR d.code = ${code ?? null})
        AND (${acknowledged ?? null}::boolean IS NULL OR (d."acknowledgedAt" IS NOT NULL) = ${acknowledged ?? null})
      ORDER BY d."receivedAt" DESC, d.id DESC LIMIT ${limit + 1}`);
    return pageOf(rows, limit, ({ receivedAt, id }) => [receivedAt.toString(), id], deliveryView);
  }
}
