import { type Actor, mayReach, permittedReach, refsOf, type Role } from '@motcua/platform';
import type { DossierRow } from '../persistence/dossier-row.js';

const PROCESSING: readonly Role[] = ['clerk', 'specialist', 'leader'];

/** A store is its owner's, or of whoever acts for it, as the token proves; that a dossier names a number proves nothing. */
export const ownsStore = (actor: Actor, { applicantRef }: Pick<DossierRow, 'applicantRef'>): boolean =>
  refsOf(actor).includes(applicantRef);

/** Whether dossiers of the same applicant are the reader's to know of: an officer's, or whose they are. */
export const mayCompare = (actor: Actor, dossier: Pick<DossierRow, 'applicantRef'>): boolean =>
  permittedReach(actor, 'dossier.read') !== 'own' || ownsStore(actor, dossier);

/** Whether the actor is an officer who processes the dossier, for one of `agencies`: a draft is processed by nobody. */
export function processes(actor: Actor, { status }: Pick<DossierRow, 'status'>, agencies: readonly string[]): boolean {
  const roles = actor.roles.filter((role) => PROCESSING.includes(role));
  // By agency alone: who only handed it in is no officer of it.
  return status !== 'draft' && roles.length > 0 && mayReach({ ...actor, roles }, 'dossier.read', { agencies });
}
