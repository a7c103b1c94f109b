import { type Answer, type CommandKind, ok, sql, Unchanged } from '@motcua/platform';
import {
  type HandedOver,
  RECEIVED_REQUEST,
  RECEIVED_REQUESTS,
  type ReceivedRequest,
  type ReceivedRequestChange,
} from '../persistence/received-requests.js';
import type { PortalCode } from '../problems.js';

export interface HandOverRequest {
  readonly id: string;
  readonly outcome:
    | { readonly kind: 'handOver'; readonly handedOver: HandedOver }
    | { readonly kind: 'tryLater'; readonly dueAt: Temporal.Instant }
    | { readonly kind: 'refuse'; readonly code: PortalCode };
}

const DONE: Answer<null> = ok(null);

export const HAND_OVER_REQUEST: CommandKind<HandOverRequest, ReceivedRequest, ReceivedRequestChange, null> = {
  aggregate: RECEIVED_REQUEST,
  about: ({ id }) => `receivedRequest/${id}`,
  facts: async (queries, commands) => {
    const ids = commands.map(({ id }) => id);
    const rows = await queries.query<ReceivedRequest>(
      sql`SELECT ${RECEIVED_REQUESTS.columns()} FROM received_request WHERE id = ANY (${ids}) ORDER BY id FOR UPDATE ${queries.skipLocked}`,
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id));
  },
  decide: (before, { outcome }, at) => {
    if (before.state !== 'received') return new Unchanged(DONE);
    const version = before.version + 1;
    const common = { before, at, actor: 'system:hand-over' };
    if (outcome.kind === 'tryLater') {
      const after = { ...before, dueAt: outcome.dueAt, attempts: before.attempts + 1, version };
      return { ...common, after, action: 'postponed' as const };
    }
    if (outcome.kind === 'refuse') {
      const after = { ...before, state: 'refused' as const, refusal: outcome.code, dueAt: null, version };
      return { ...common, after, action: 'refused' as const };
    }
    const after = { ...before, state: 'handedOver' as const, dueAt: null, version };
    return { ...common, after, action: 'handedOver' as const, handedOver: outcome.handedOver };
  },
  answer: () => DONE,
};
