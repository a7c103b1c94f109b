import { Controller } from '@nestjs/common';
import { ApplicantNamedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';

const REPLICATE = `
  INSERT INTO applicant (dossier_id, applicant_ref, sealed, wrapped_key, erased) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (dossier_id) DO UPDATE SET sealed = $3, wrapped_key = $4, erased = $5`;
// Of a dossier that is not known yet nothing is due. An erasure is nothing to tell the portal of by itself.
const TELL = `
  WITH queued AS (
    INSERT INTO journal (id, dossier_id, code, agency, kind, state)
    SELECT gen_random_uuid(), dossier_id, coalesce(portal_code, code), agency, 'dossier', 'waiting' FROM dossier WHERE dossier_id = $1
    ON CONFLICT (dossier_id) WHERE kind = 'dossier' AND state = 'waiting' DO NOTHING
  )
  UPDATE dossier SET revision = revision + 1, waiting_for = NULL, waiting_since = coalesce(waiting_since, clock_timestamp()),
    due_at = CASE WHEN failures > 0 AND due_at IS NOT NULL THEN due_at ELSE clock_timestamp() END
  WHERE dossier_id = $1`;

/** Who applicants are, sealed as it came; it is opened only while a record is made. */
@Controller()
export class ReplicateApplicants {
  @On(ApplicantNamedV1)
  async replicate({ data }: EventEnvelope<ApplicantNamedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, applicantRef, sealed, wrappedKey, erased } = data;
    await tx.query(REPLICATE, [dossierId, applicantRef, erased ? null : sealed, erased ? null : wrappedKey, erased]);
    if (!erased) await tx.query(TELL, [dossierId]);
  }
}
