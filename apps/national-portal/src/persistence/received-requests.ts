import { PortalPaymentReceivedV1, PortalSupplementReceivedV1, PortalWithdrawalReceivedV1 } from '@motcua/contracts';
import { type Aggregate, type NewEvent, type RowChange, rowTable } from '@motcua/platform';
import { line } from './history.js';
import type { ReceivedState } from './received-dossiers.js';

export const REQUEST_KINDS = ['supplement', 'withdrawal', 'payment'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What a citizen did at the portal about a dossier that we have. */
export interface ReceivedRequest {
  readonly id: string;
  readonly kind: RequestKind;
  /** The portal's own id, MaYeuCau. */
  readonly requestId: string;
  readonly dossierId: string;
  readonly code: string;
  readonly bodyHash: string;
  /** As it came, sealed. */
  readonly body: string;
  readonly state: ReceivedState;
  readonly refusal: string | null;
  readonly receivedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant | null;
  readonly attempts: number;
  readonly version: number;
}

export const RECEIVED_REQUESTS = rowTable<ReceivedRequest>('received_request', {
  id: 'key',
  kind: 'fixed',
  requestId: 'fixed',
  dossierId: 'fixed',
  code: 'fixed',
  bodyHash: 'fixed',
  body: 'fixed',
  state: 'plain',
  refusal: 'plain',
  receivedAt: 'fixed',
  dueAt: 'plain',
  attempts: 'plain',
  version: 'plain',
});

export type HandedOver =
  | { readonly kind: 'supplement'; readonly data: PortalSupplementReceivedV1 }
  | { readonly kind: 'withdrawal'; readonly data: PortalWithdrawalReceivedV1 }
  | { readonly kind: 'payment'; readonly data: PortalPaymentReceivedV1 };

export interface ReceivedRequestChange extends RowChange<ReceivedRequest> {
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly action: 'received' | 'postponed' | 'handedOver' | 'refusedByIntake';
  readonly handedOver?: HandedOver;
}

const CONTRACTS = {
  supplement: PortalSupplementReceivedV1,
  withdrawal: PortalWithdrawalReceivedV1,
  payment: PortalPaymentReceivedV1,
} as const;

const eventOf = ({ kind, data }: HandedOver, time: Temporal.Instant): NewEvent => ({
  contract: CONTRACTS[kind],
  key: data.dossierId,
  time,
  data,
});

export const RECEIVED_REQUEST: Aggregate<ReceivedRequestChange> = {
  save: async (queries, changes) => {
    await RECEIVED_REQUESTS.save(queries, changes);
    return undefined;
  },
  events: ({ handedOver, at }) => (handedOver ? [eventOf(handedOver, at)] : []),
  history: ({ after: { id, kind, requestId, dossierId, state }, at, actor, action }) => [
    line('receivedRequest', id, action, { at, actor, detail: { kind, requestId, dossierId, state } }),
  ],
};
