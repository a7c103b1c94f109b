import { ApplicantNamedV1 } from '@motcua/contracts';
import { openText, sealEnvelope, type Tx } from '@motcua/platform';
import type { DossierRow } from '../persistence/dossier-row.js';

/** Who the applicant is, as the dossier says: the topic of personal data alone carries it, sealed (`architecture.md` 3.8). */
export function publishApplicantOf(
  tx: Tx,
  { id, applicantRef, applicant, delivery }: DossierRow,
  sealingKey: string,
  time: Temporal.Instant,
): void {
  const { kind, identityType, identityNumber, fullName, email, phone, address } = applicant;
  const content = {
    kind,
    identity: { type: identityType, number: openText(sealingKey, identityNumber) },
    fullName,
    email,
    phone,
    address,
    deliveryAddress: delivery.address,
  };
  const data = { dossierId: id, applicantRef, ...sealEnvelope(sealingKey, content), erased: false };
  tx.publish({ contract: ApplicantNamedV1, key: id, time, data: data satisfies ApplicantNamedV1 });
}
