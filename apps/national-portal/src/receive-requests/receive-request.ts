import { Refusal } from '@motcua/kernel';
import { type Answer, accepted, type CommandKind, sql, Unchanged } from '@motcua/platform';
import {
  RECEIVED_REQUEST,
  RECEIVED_REQUESTS,
  type ReceivedRequest,
  type ReceivedRequestChange,
  type RequestKind,
} from '../persistence/received-requests.js';
import type { PortalCode } from '../problems.js';
import type { ReceivedRequestView } from './received-request.view.js';

interface ReceiveRequest {
  readonly id: string;
  readonly kind: RequestKind;
  readonly requestId: string;
  readonly code: string;
  readonly bodyHash: string;
  /** Sealed. */
  readonly body: string;
  readonly actor: string;
}

interface RequestFacts {
  readonly before: ReceivedRequest | null;
  /** Of the dossier; null where none is known by the code. */
  readonly dossierId: string | null;
}

/** Due at once, by any clock. */
const FROM_NOW_ON = Temporal.Instant.fromEpochMilliseconds(0);

const view = ({ id, kind, requestId, dossierId }: ReceivedRequest): Answer<ReceivedRequestView> =>
  accepted({ id, kind, requestId, dossierId });

/** The portal's own id is the key: the same content is answered as before, another is refused. */
export const RECEIVE_REQUEST: CommandKind<ReceiveRequest, RequestFacts, ReceivedRequestChange, ReceivedRequestView> = {
  aggregate: RECEIVED_REQUEST,
  about: ({ kind, requestId }) => `receivedRequest/${kind}/${requestId}`,
  facts: async (queries, commands) => {
    const keys = commands.map(({ kind, requestId }) => `${kind} ${requestId}`);
    const codes = commands.map(({ code }) => code);
    // A request that is not there yet cannot be locked by its row.
    await queries.query(
      sql`SELECT pg_advisory_xact_lock(hashtextextended('received_request ' || key, 0)) FROM (SELECT unnest(${keys.toSorted()}::text[]) AS key) AS k`,
    );
    const [rows, dossiers] = await Promise.all([
      queries.query<ReceivedRequest>(
        sql`SELECT ${RECEIVED_REQUESTS.columns()} FROM received_request WHERE kind || ' ' || request_id = ANY (${keys})`,
      ),
      queries.query<{ code: string; dossierId: string }>(
        sql`SELECT portal_code AS code, dossier_id AS "dossierId" FROM received_dossier WHERE portal_code = ANY (${codes})
          UNION SELECT coalesce(portal_code, code), dossier_id FROM dossier WHERE code = ANY (${codes}) OR portal_code = ANY (${codes})
          UNION SELECT code, dossier_id FROM dossier WHERE code = ANY (${codes})`,
      ),
    ]);
    const before = new Map(rows.map((row) => [`${row.kind} ${row.requestId}`, row]));
    const ids = new Map(dossiers.map(({ code, dossierId }) => [code, dossierId]));
    return commands.map(({ code }, index) => ({
      before: before.get(keys[index] ?? '') ?? null,
      dossierId: ids.get(code) ?? null,
    }));
  },
  decide: ({ before, dossierId }, { id, kind, requestId, code, bodyHash, body, actor }, at) => {
    if (before?.bodyHash === bodyHash) return new Unchanged(view(before));
    if (before) throw new Refusal<PortalCode>('PORTAL.REQUEST_REUSED', { kind, requestId, id: before.id });
    if (dossierId === null) throw new Refusal<PortalCode>('PORTAL.DOSSIER_UNKNOWN', { code });
    const after: ReceivedRequest = {
      id,
      kind,
      requestId,
      dossierId,
      code,
      bodyHash,
      body,
      state: 'received',
      refusal: null,
      receivedAt: at,
      dueAt: FROM_NOW_ON,
      attempts: 0,
      acknowledgedAt: null,
      acknowledgedBy: null,
      version: 1,
    };
    return { before: null, after, at, actor, action: 'received' };
  },
  answer: ({ after }) => view(after),
};
