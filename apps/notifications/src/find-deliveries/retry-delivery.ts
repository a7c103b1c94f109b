import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Aggregate,
  assertVersion,
  type CommandKind,
  ok,
  permittedReach,
  type PlatformCode,
  rowTable,
  sql,
} from '@motcua/platform';
import { line } from '../persistence/history.js';
import type { ChangedRow } from '../persistence/row-change.js';
import type { NotificationCode } from '../problems.js';
import { type DeliveryRow, type DeliveryView, deliveryView } from './delivery.view.js';

const DELIVERIES = rowTable<DeliveryRow>('delivery', {
  id: 'key',
  event_id: 'given',
  channel: 'given',
  kind: 'given',
  dossier_id: 'given',
  dossier_code: 'given',
  language: 'given',
  state: 'plain',
  reason: 'plain',
  masked_recipient: 'given',
  attempts: 'plain',
  next_attempt_at: 'plain',
  occurred_at: 'given',
  created_at: 'given',
  settled_at: 'plain',
  version: 'plain',
});

const DELIVERY: Aggregate<ChangedRow<DeliveryRow>> = {
  save: async (queries, changes) => {
    await DELIVERIES.save(queries, changes);
    return undefined;
  },
  events: () => [],
  history: ({ after: { id }, at, actor }) => [line('delivery', id, 'retried', { at, actor })],
};

interface RetryDeliveryCommand {
  readonly id: string;
  /** As the caller saw it. */
  readonly version: number;
  readonly actor: Actor;
}

interface Facts {
  readonly delivery: DeliveryRow;
  /** System time, as of all retries. */
  readonly systemTime: Temporal.Instant;
}

/**
 * Failed mail is due again, with all its attempts. @throws Refusal DELIVERY.NOT_FAILED, and RESOURCE.NOT_FOUND to a caller
 * that does not reach every delivery
 */
export const RETRY_DELIVERY: CommandKind<RetryDeliveryCommand, Facts, ChangedRow<DeliveryRow>, DeliveryView> = {
  aggregate: DELIVERY,
  about: ({ id }) => `delivery/${id}`,
  facts: async (queries, commands) => {
    const ids = commands.map(({ id }) => id);
    const found = await queries.query<DeliveryRow & { readonly systemTime: Temporal.Instant }>(sql`
      SELECT ${DELIVERIES.columns()}, clock_timestamp() AS "systemTime" FROM delivery
      WHERE id = ANY (${ids}) ORDER BY id FOR UPDATE ${queries.skipLocked}`);
    const facts = new Map(found.map(({ systemTime, ...delivery }) => [delivery.id, { delivery, systemTime }]));
    return ids.map((id) => facts.get(id));
  },
  decide: ({ delivery: before, systemTime }, { version, actor }, at) => {
    if (permittedReach(actor, 'notification.write') !== 'all') throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertVersion(before.version, version);
    const { state } = before;
    if (state !== 'failed') throw new Refusal<NotificationCode>('DELIVERY.NOT_FAILED', { state });
    const after: DeliveryRow = {
      ...before,
      ...{ state: 'due', reason: null, attempts: 0, settled_at: null },
      next_attempt_at: systemTime,
      version: version + 1,
    };
    return { before, after, at, actor: actor.subject };
  },
  answer: ({ after }) => ok(deliveryView(after), { version: after.version }),
};
