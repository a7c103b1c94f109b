import type { Power } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import { type Actor, refsOf } from '@motcua/platform';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { StoredParty } from '../persistence/parties.js';
import type { IntakeCode } from '../problems.js';

/** By which parts the caller is in a dossier; none where it is the caller's own, or an officer's. */
function partsOf(actor: Actor, { applicantRef, submittedBy, parties }: DossierRow): readonly StoredParty[] {
  const refs = refsOf(actor);
  if (actor.agency !== undefined || refs.includes(applicantRef) || submittedBy === actor.subject) return [];
  return parties.filter(({ ref }) => refs.includes(ref));
}

/**
 * How the applicant is reached is the applicant's own to say, or the office's.
 * @throws Refusal DOSSIER.NOT_AUTHORISED
 */
export function assertNoParty(actor: Actor, dossier: DossierRow): void {
  if (partsOf(actor, dossier).length > 0) throw notAuthorised();
}

/**
 * A result is the applicants', and of whoever may collect it for them.
 * @rule R20
 * @throws Refusal DOSSIER.NOT_AUTHORISED
 */
export function assertMayCollect(actor: Actor, dossier: DossierRow): void {
  const parts = partsOf(actor, dossier);
  const collects = ({ role, powers }: StoredParty): boolean => role === 'coApplicant' || powers.includes(COLLECT);
  if (parts.length > 0 && !parts.some(collects)) throw notAuthorised();
}

const COLLECT: Power = 'collect';

const notAuthorised = (): Refusal<IntakeCode> => new Refusal<IntakeCode>('DOSSIER.NOT_AUTHORISED');
