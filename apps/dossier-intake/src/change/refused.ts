import type { OfficerReference, Plain } from '@motcua/contracts';
import type { DossierRefused } from '@motcua/dossier-domain';
import type { DossierRow } from '../persistence/dossier-row.js';
import { changed, type DossierChange } from './dossier-change.js';

/** A dossier that is refused: by an officer, or because a supplement never came (`refusedBy` null, R9). */
export const refused = (
  before: DossierRow,
  { status, refusedAt, reason, faults }: DossierRefused,
  { actor, refusedBy }: { readonly actor: string; readonly refusedBy: Plain<OfficerReference> | null },
): DossierChange => ({
  before,
  after: changed(before, {
    status,
    statusSince: refusedAt,
    statusReason: reason,
    receptionDueAt: null,
    supplementDeadlineAt: null,
    refusal: { faults, refusedBy },
  }),
  at: refusedAt,
  actor,
  facts: [{ action: 'refused', detail: { reason, faults }, told: { faults, refusedBy } }],
});
