import type { DossierRow } from '../persistence/dossier-row.js';

/** A draft is one since it was last worked on: it ends when nobody does for long. */
export const workedOn = ({ status }: DossierRow, now: Temporal.Instant): Partial<DossierRow> =>
  status === 'draft' ? { statusSince: now } : {};

/** When a draft ends unless somebody works on it; null where none ends by itself. */
export const draftEndsAt = ({ statusSince }: DossierRow, days: number): Temporal.Instant | null =>
  days === 0 ? null : statusSince.add({ hours: 24 * days });
