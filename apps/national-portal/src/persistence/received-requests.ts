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
  /** When an officer took note of the refusal, and who. */
  readonly acknowledgedAt: Temporal.Instant | null;
  readonly acknowledgedBy: string | null;
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
  acknowledgedAt: 'plain',
  acknowledgedBy: 'plain',
  version: 'plain',
});

export type HandedOver =
  | { readonly kind: 'supplement'; readonly data: PortalSupplementReceivedV1 }
  | { readonly kind: 'withdrawal'; readonly data: PortalWithdrawalReceivedV1 }
  | { readonly kind: 'payment'; readonly data: PortalPaymentReceivedV1 };

export interface ReceivedRequestChange extends RowChange<ReceivedRequest> {
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly action: 'received' | 'postponed' | 'handedOver' | 'refused';
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

// Papers that could not be taken are told back in the request that stays open, where the citizen reads it.
const TELL_FAULTS = `
  WITH faulty AS (
    SELECT "dossierId" AS dossier_id, number, items FROM jsonb_to_recordset($1::jsonb) AS r ("dossierId" uuid, number int, items jsonb)
  ), changed AS (
    UPDATE dossier d SET revision = d.revision + 1, waiting_for = NULL, waiting_since = coalesce(d.waiting_since, clock_timestamp()),
      due_at = CASE WHEN d.failures > 0 AND d.due_at IS NOT NULL THEN d.due_at ELSE clock_timestamp() END,
      facts = jsonb_set(d.facts, '{supplements}', (
        SELECT jsonb_agg(CASE
          WHEN s->>'state' = 'asked' AND (f.number IS NULL OR (s->>'number')::int = f.number)
          THEN jsonb_set(s, '{items}', (s->'items') || f.items) ELSE s END ORDER BY n)
        FROM jsonb_array_elements(d.facts->'supplements') WITH ORDINALITY AS e (s, n)))
    FROM faulty f WHERE d.dossier_id = f.dossier_id AND d.facts->'supplements' @> '[{"state": "asked"}]'
    RETURNING d.dossier_id, coalesce(d.portal_code, d.code) AS code, d.agency
  )
  INSERT INTO journal (id, dossier_id, code, agency, kind, state)
  SELECT gen_random_uuid(), dossier_id, code, agency, 'dossier', 'waiting' FROM changed
  ON CONFLICT (dossier_id) WHERE kind = 'dossier' AND state = 'waiting' DO NOTHING`;

export const RECEIVED_REQUEST: Aggregate<ReceivedRequestChange> = {
  save: async (queries, changes) => {
    await RECEIVED_REQUESTS.save(queries, changes);
    const faulty = changes.flatMap(({ handedOver }) =>
      handedOver?.kind === 'supplement' && handedOver.data.fileFaults.length > 0
        ? [
            {
              dossierId: handedOver.data.dossierId,
              number: handedOver.data.number ?? null,
              items: handedOver.data.fileFaults,
            },
          ]
        : [],
    );
    if (faulty.length > 0) await queries.query(TELL_FAULTS, [JSON.stringify(faulty)]);
    return undefined;
  },
  events: ({ handedOver, at }) => (handedOver ? [eventOf(handedOver, at)] : []),
  history: ({ after: { id, kind, requestId, dossierId, state }, at, actor, action }) => [
    line('receivedRequest', id, action, { at, actor, detail: { kind, requestId, dossierId, state } }),
  ],
};
