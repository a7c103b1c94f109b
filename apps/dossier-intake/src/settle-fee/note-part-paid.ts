import { changed } from '../change/dossier-change.js';
import type { DossierCommand, DossierDecision } from '../change/dossiers.js';

interface NotePartPaid extends DossierCommand {
  readonly at: Temporal.Instant;
  /** All that is here and settles nothing yet. */
  readonly unallocated: number;
}

/** A part of what is owed is here: less is owed by it, though nothing is paid yet. @rule R16 */
export const NOTE_PART_PAID: DossierDecision<NotePartPaid, object, null> = {
  scope: null,
  decide: ({ dossier: before }, { at, unallocated }) => ({
    before,
    after: changed(before, { partPaid: unallocated }),
    at,
    actor: 'system:payment',
    facts: [{ heardFrom: 'payment', action: 'partPaid', detail: { unallocated } }],
  }),
  answer: () => ({ status: 204, headers: {}, body: null }),
};
