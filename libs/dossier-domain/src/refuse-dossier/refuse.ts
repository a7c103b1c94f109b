import { assertNoFaults } from '../input-invalid.js';
import { assertAllowed } from '../life/move-not-allowed.js';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import { checkReason, checkRemarks, type Remark } from '../check-reasons-and-remarks.js';

export interface RefusalCommand {
  readonly reason: string;
  readonly faults: readonly Remark[];
  /** Codes of the components that the procedure asks for. */
  readonly components: readonly string[];
  readonly now: Temporal.Instant;
}

/** The dossier is not accepted, and its life ends (form 03). */
export interface DossierRefused {
  readonly status: 'refused';
  readonly refusedAt: Temporal.Instant;
  readonly reason: string;
  readonly faults: readonly Remark[];
}

/** The one-stop refuses; the reason and what is at fault are told, else `DOSSIER.INPUT_INVALID`. @rule R21 */
export function refuse(life: Life, { reason, faults, components, now }: RefusalCommand): DossierRefused {
  assertAllowed('refuse', life);
  assertNoFaults([...checkReason(reason), ...checkRemarks(faults, components, '/faults')]);
  return { status: statusAfter('refuse', life.status), refusedAt: now, reason: reason.trim(), faults };
}
