import type { DossierStatus } from './statuses.js';

/** Statuses that end the life of a dossier. */
export const ENDED: ReadonlySet<DossierStatus> = new Set(['refused', 'withdrawn', 'stopped', 'returned']);
