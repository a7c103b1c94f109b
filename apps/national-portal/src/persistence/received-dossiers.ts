import {
  type ComponentFile,
  type Plain,
  type PortalDossierReceivedV1,
  PortalDossierReceivedV1 as Contract,
} from '@motcua/contracts';
import { type Aggregate, type RowChange, rowTable } from '@motcua/platform';
import type { WaitingFor } from '../send-records/job.js';
import { line } from './history.js';

export const RECEIVED_STATES = ['received', 'waiting', 'handedOver', 'refused'] as const;
export type ReceivedState = (typeof RECEIVED_STATES)[number];

/** A dossier that was born at the portal. */
export interface ReceivedDossier {
  readonly portalCode: string;
  /** Under which intake keeps it. */
  readonly dossierId: string;
  /** Counts the changes at the portal. */
  readonly revision: number;
  /** Tells an unchanged repeat. */
  readonly bodyHash: string;
  /** As it came, sealed. */
  readonly body: string;
  readonly state: ReceivedState;
  readonly waitingFor: readonly WaitingFor[] | null;
  /** Code of intake's refusal. */
  readonly refusal: string | null;
  readonly receivedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant | null;
  readonly attempts: number;
  /** Papers of the revision that was handed over last. */
  readonly files: readonly Plain<ComponentFile>[] | null;
  /** When an officer took note of the refusal, and who. */
  readonly acknowledgedAt: Temporal.Instant | null;
  readonly acknowledgedBy: string | null;
  readonly version: number;
}

export const RECEIVED_DOSSIERS = rowTable<ReceivedDossier>('received_dossier', {
  portalCode: 'key',
  dossierId: 'fixed',
  revision: 'plain',
  bodyHash: 'plain',
  body: 'plain',
  state: 'plain',
  waitingFor: 'plain',
  refusal: 'plain',
  receivedAt: 'fixed',
  dueAt: 'plain',
  attempts: 'plain',
  files: 'plain',
  acknowledgedAt: 'plain',
  acknowledgedBy: 'plain',
  version: 'plain',
});

export interface ReceivedDossierChange extends RowChange<ReceivedDossier> {
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly action: 'received' | 'linked' | 'changed' | 'waited' | 'postponed' | 'handedOver';
  /** What intake is asked. */
  readonly handedOver?: PortalDossierReceivedV1;
}

// Papers that a citizen changed are told back to the portal, where the dossier is known here by then.
const TELL_CHANGED = `
  WITH changed AS (
    UPDATE dossier SET revision = revision + 1, waiting_for = NULL, waiting_since = coalesce(waiting_since, clock_timestamp()),
      due_at = CASE WHEN failures > 0 AND due_at IS NOT NULL THEN due_at ELSE clock_timestamp() END
    WHERE dossier_id = ANY ($1::uuid[]) RETURNING dossier_id, coalesce(portal_code, code) AS code, agency
  )
  INSERT INTO journal (id, dossier_id, code, agency, kind, state)
  SELECT gen_random_uuid(), dossier_id, code, agency, 'dossier', 'waiting' FROM changed
  ON CONFLICT (dossier_id) WHERE kind = 'dossier' AND state = 'waiting' DO NOTHING`;

export const RECEIVED_DOSSIER: Aggregate<ReceivedDossierChange> = {
  save: async (queries, changes) => {
    await RECEIVED_DOSSIERS.save(queries, changes);
    const told = changes.filter(({ handedOver }) => handedOver && handedOver.revision > 1);
    if (told.length > 0) await queries.query(TELL_CHANGED, [told.map(({ after }) => after.dossierId)]);
    return undefined;
  },
  events: ({ handedOver, at }) =>
    handedOver ? [{ contract: Contract, key: handedOver.dossierId, time: at, data: handedOver }] : [],
  history: ({ after, at, actor, action }) => [
    line('receivedDossier', after.dossierId, action, {
      at,
      actor,
      detail: { portalCode: after.portalCode, revision: after.revision, state: after.state },
    }),
  ],
};
