import { type PortalDossierReceivedV1, PortalDossierReceivedV1 as Contract } from '@motcua/contracts';
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
  version: 'plain',
});

export interface ReceivedDossierChange extends RowChange<ReceivedDossier> {
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly action: 'received' | 'changed' | 'waited' | 'postponed' | 'handedOver' | 'refusedByIntake';
  /** What intake is asked. */
  readonly handedOver?: PortalDossierReceivedV1;
}

export const RECEIVED_DOSSIER: Aggregate<ReceivedDossierChange> = {
  save: async (queries, changes) => {
    await RECEIVED_DOSSIERS.save(queries, changes);
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
