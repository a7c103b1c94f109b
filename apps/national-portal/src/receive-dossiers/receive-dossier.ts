import { Refusal } from '@motcua/kernel';
import { type Answer, accepted, type CommandKind, sql, Unchanged } from '@motcua/platform';
import type { PublicStatus } from '@motcua/contracts';
import {
  RECEIVED_DOSSIER,
  RECEIVED_DOSSIERS,
  type ReceivedDossier,
  type ReceivedDossierChange,
} from '../persistence/received-dossiers.js';
import type { PortalCode } from '../problems.js';
import type { ReceivedDossierView } from './received-dossier.view.js';

interface ReceiveDossier {
  /** For a dossier that is not known yet. */
  readonly id: string;
  readonly portalCode: string;
  readonly bodyHash: string;
  /** Sealed. */
  readonly body: string;
  readonly actor: string;
}

interface ReceivedFacts {
  readonly before: ReceivedDossier | null;
  /** That has the code, because it was handed over, or because an office typed it; null where none has. */
  readonly known: string | null;
  /** As intake has told it; null where it has not yet. */
  readonly status: PublicStatus | null;
  readonly everAccepted: boolean;
}

/** Due at once, by any clock. */
const FROM_NOW_ON = Temporal.Instant.fromEpochMilliseconds(0);

/** Until acceptance the portal may change what a citizen handed in. */
const OPEN: ReadonlySet<PublicStatus> = new Set(['registered', 'paymentRequired', 'supplementRequired']);

const view = ({ dossierId, portalCode, revision }: ReceivedDossier): Answer<ReceivedDossierView> =>
  accepted(
    { id: dossierId, portalCode, revision },
    { location: `/portal/v1/dossiers/${encodeURIComponent(portalCode)}` },
  );

/** The same code is the same dossier: unchanged it is answered as before, changed before acceptance it is an update. */
export const RECEIVE_DOSSIER: CommandKind<ReceiveDossier, ReceivedFacts, ReceivedDossierChange, ReceivedDossierView> = {
  aggregate: RECEIVED_DOSSIER,
  about: ({ portalCode }) => `receivedDossier/${portalCode}`,
  facts: async (queries, commands) => {
    const codes = commands.map(({ portalCode }) => portalCode);
    // A dossier that is not there yet cannot be locked by its row.
    await queries.query(
      sql`SELECT pg_advisory_xact_lock(hashtextextended('received_dossier ' || code, 0)) FROM (SELECT unnest(${codes.toSorted()}::text[]) AS code) AS c`,
    );
    const [rows, known] = await Promise.all([
      queries.query<ReceivedDossier>(
        sql`SELECT ${RECEIVED_DOSSIERS.columns()} FROM received_dossier WHERE portal_code = ANY (${codes}) ORDER BY portal_code FOR UPDATE`,
      ),
      queries.query<{ portalCode: string; dossierId: string; status: PublicStatus | null; everAccepted: boolean }>(
        sql`SELECT DISTINCT ON (portal_code) portal_code AS "portalCode", dossier_id AS "dossierId", status,
            facts->'acceptance' <> 'null' AS "everAccepted" FROM dossier WHERE portal_code = ANY (${codes}) ORDER BY portal_code, dossier_id`,
      ),
    ]);
    const before = new Map(rows.map((row) => [row.portalCode, row]));
    const statuses = new Map(known.map((row) => [row.portalCode, row]));
    return codes.map((code) => ({
      before: before.get(code) ?? null,
      known: statuses.get(code)?.dossierId ?? null,
      status: statuses.get(code)?.status ?? null,
      everAccepted: statuses.get(code)?.everAccepted ?? false,
    }));
  },
  decide: ({ before, known, status, everAccepted }, { id, portalCode, bodyHash, body, actor }, at) => {
    if (before?.bodyHash === bodyHash) return new Unchanged(view(before));
    // An office had typed it, with the portal's code: that dossier is this one, and stays as the office has it.
    const linked = before === null && known !== null;
    if (!linked && (everAccepted || (status !== null && !OPEN.has(status))))
      throw new Refusal<PortalCode>('PORTAL.DOSSIER_ACCEPTED', { portalCode, id: before?.dossierId ?? null, status });
    const after: ReceivedDossier = {
      portalCode,
      dossierId: before?.dossierId ?? known ?? id,
      revision: (before?.revision ?? 0) + 1,
      bodyHash,
      body,
      state: linked ? 'handedOver' : 'received',
      waitingFor: null,
      refusal: null,
      receivedAt: before?.receivedAt ?? at,
      dueAt: linked ? null : FROM_NOW_ON,
      attempts: 0,
      files: before?.files ?? null,
      acknowledgedAt: null,
      acknowledgedBy: null,
      version: (before?.version ?? 0) + 1,
    };
    return { before, after, at, actor, action: linked ? 'linked' : before ? 'changed' : 'received' };
  },
  answer: ({ after }) => view(after),
};
