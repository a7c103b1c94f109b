import { ApplicantNamedV1 } from '@motcua/contracts';
import { type NewEvent, openText, sealEnvelope } from '@motcua/platform';
import { openParties } from '../persistence/parties.js';
import type { DossierRow } from '../persistence/dossier-row.js';

/** Who the applicant is, as the dossier says: the topic of personal data alone carries it, sealed. */
export function namedEvent(
  { id, applicantRef, applicant, parties, delivery }: DossierRow,
  sealingKey: string,
  time: Temporal.Instant,
): NewEvent {
  const { kind, identityType, identityNumber, fullName, email, phone, address } = applicant;
  const content = {
    kind,
    identity: { type: identityType, number: openText(sealingKey, identityNumber) },
    fullName,
    email,
    phone,
    address,
    deliveryAddress: delivery.address,
    ...openParties(parties, sealingKey),
  };
  const data = { dossierId: id, applicantRef, ...sealEnvelope(sealingKey, content), erased: false };
  return { contract: ApplicantNamedV1, key: id, time, data: data satisfies ApplicantNamedV1 };
}
