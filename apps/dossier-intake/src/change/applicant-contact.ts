import { createHmac } from 'node:crypto';
import { ApplicantChangedV1 } from '@motcua/contracts';
import { type Actor, type NewEvent, permittedReach, refsOf, sealEnvelope } from '@motcua/platform';
import type { DossierRow } from '../persistence/dossier-row.js';

const contactOf = ({ applicant: { fullName, email, phone, address }, language }: DossierRow) => ({
  fullName,
  email,
  phone,
  address,
  language,
});

/** Tells whether a contact was published already, without storing it. */
export const contactFingerprint = (identityKey: string, dossier: DossierRow): string =>
  createHmac('sha256', identityKey)
    .update(JSON.stringify(contactOf(dossier)))
    .digest('base64url');

/**
 * Messages of all of a person's dossiers go to the contact: only the person, as the token proves, or an office replaces
 * it. Anyone else who submits with the number gives the first at most.
 */
export const mayReplaceContact = (actor: Actor, { applicantRef }: DossierRow): boolean =>
  refsOf(actor).includes(applicantRef) || permittedReach(actor, 'dossier.submit') !== 'own';

/** The one event that carries a contact, sealed for the services that may read it. */
export function contactEvent(dossier: DossierRow, sealingKey: string, time: Temporal.Instant): NewEvent {
  const { applicantRef } = dossier;
  const data = {
    applicantRef,
    ...sealEnvelope(sealingKey, contactOf(dossier)),
    erased: false,
  } satisfies ApplicantChangedV1;
  return { contract: ApplicantChangedV1, key: applicantRef, time, data };
}
