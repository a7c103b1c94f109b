import type { DossierStatus } from './statuses.js';

/** What statistics count as received. */
export const RECEIVED: ReadonlySet<DossierStatus> = new Set([
  'accepted',
  'processing',
  'supplementRequired',
  'paymentRequired',
  'withdrawn',
  'stopped',
  'processed',
  'returned',
]);

/** What ordinary reports count as finished. */
export const FINISHED: ReadonlySet<DossierStatus> = new Set(['processed', 'returned']);

/** What Decision 766 counts as finished. */
export const FINISHED_IN_DECISION_766: ReadonlySet<DossierStatus> = new Set(['withdrawn', 'processed', 'returned']);

/** Statuses that end the life of a dossier. */
export const ENDED: ReadonlySet<DossierStatus> = new Set(['refused', 'withdrawn', 'stopped', 'returned']);
