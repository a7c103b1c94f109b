import { Refusal } from '@motcua/kernel';
import { type Aggregate, type CommandKind, ok, type RowChange, sql, Unchanged } from '@motcua/platform';
import { type DeliveryView, deliveryView } from '../deliveries/delivery.view.js';
import { line } from '../persistence/history.js';
import { RECEIVED_DOSSIERS, type ReceivedDossier } from '../persistence/received-dossiers.js';
import { RECEIVED_REQUESTS, type ReceivedRequest } from '../persistence/received-requests.js';
import type { PortalCode } from '../problems.js';

interface AcknowledgeDelivery {
  readonly id: string;
  readonly actor: string;
}

type Delivery =
  ({ readonly of: 'dossier' } & RowChange<ReceivedDossier>) | ({ readonly of: 'request' } & RowChange<ReceivedRequest>);

type Found =
  { readonly of: 'dossier'; readonly row: ReceivedDossier } | { readonly of: 'request'; readonly row: ReceivedRequest };

type Acknowledged = Delivery & { readonly at: Temporal.Instant; readonly actor: string };

const DELIVERY: Aggregate<Acknowledged> = {
  save: async (queries, changes) => {
    await RECEIVED_DOSSIERS.save(
      queries,
      changes.flatMap((one) => (one.of === 'dossier' ? [one] : [])),
    );
    await RECEIVED_REQUESTS.save(
      queries,
      changes.flatMap((one) => (one.of === 'request' ? [one] : [])),
    );
    return undefined;
  },
  events: () => [],
  history: (change) => {
    const { at, actor } = change;
    const detail = { refusal: change.after.refusal };
    return [
      change.of === 'dossier'
        ? line('receivedDossier', change.after.dossierId, 'acknowledged', { at, actor, detail })
        : line('receivedRequest', change.after.id, 'acknowledged', { at, actor, detail }),
    ];
  },
};

const viewOf = (found: Found): DeliveryView =>
  found.of === 'dossier'
    ? deliveryView({
        ...shownOf(found.row),
        id: found.row.dossierId,
        kind: 'dossier',
        requestId: null,
        code: found.row.portalCode,
        waitingFor: found.row.waitingFor,
      })
    : deliveryView({
        ...shownOf(found.row),
        id: found.row.id,
        kind: found.row.kind,
        requestId: found.row.requestId,
        code: found.row.code,
        waitingFor: null,
      });

function shownOf(row: ReceivedDossier | ReceivedRequest) {
  const { dossierId, state, refusal, receivedAt, acknowledgedAt, acknowledgedBy } = row;
  return { dossierId, state, refusal, receivedAt, acknowledgedAt, acknowledgedBy };
}

/** An officer takes note of what was refused: it is counted no more among what waits for somebody. */
export const ACKNOWLEDGE_DELIVERY: CommandKind<AcknowledgeDelivery, Found, Acknowledged, DeliveryView> = {
  aggregate: DELIVERY,
  about: ({ id }) => `delivery/${id}`,
  facts: async (queries, commands) => {
    const ids = commands.map(({ id }) => id);
    const dossiers = await queries.query<ReceivedDossier>(
      sql`SELECT ${RECEIVED_DOSSIERS.columns()} FROM received_dossier WHERE dossier_id = ANY (${ids}::uuid[]) ORDER BY portal_code FOR UPDATE`,
    );
    const requests = await queries.query<ReceivedRequest>(
      sql`SELECT ${RECEIVED_REQUESTS.columns()} FROM received_request WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`,
    );
    const found = new Map<string, Found>([
      ...dossiers.map((row) => [row.dossierId, { of: 'dossier', row }] as const),
      ...requests.map((row) => [row.id, { of: 'request', row }] as const),
    ]);
    return ids.map((id) => found.get(id));
  },
  decide: (found, { actor }, at) => {
    if (found.row.state !== 'refused')
      throw new Refusal<PortalCode>('DELIVERY.NOT_REFUSED', { state: found.row.state });
    if (found.row.acknowledgedAt !== null) return new Unchanged(ok(viewOf(found)));
    const noted = { acknowledgedAt: at, acknowledgedBy: actor, version: found.row.version + 1 };
    return found.of === 'dossier'
      ? { of: 'dossier', before: found.row, after: { ...found.row, ...noted }, at, actor }
      : { of: 'request', before: found.row, after: { ...found.row, ...noted }, at, actor };
  },
  answer: (change) =>
    ok(viewOf(change.of === 'dossier' ? { of: 'dossier', row: change.after } : { of: 'request', row: change.after })),
};
