import { Controller } from '@nestjs/common';
import { ApplicantNamedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, sql } from '@motcua/platform';

/**
 * Applicants as their dossiers name them, sealed; opened only while a line of the tracking book is written. What another
 * dossier says of the same person changes nothing here: a correction of this one does.
 */
@Controller()
export class ReplicateApplicants {
  @On(ApplicantNamedV1)
  async replicate({ data }: EventEnvelope<ApplicantNamedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, sealed, wrappedKey, erased } = data;
    await tx.query(sql`
      INSERT INTO dossier_applicant (dossier_id, sealed, wrapped_key)
      VALUES (${dossierId}, ${erased ? null : sealed}, ${erased ? null : wrappedKey})
      ON CONFLICT (dossier_id) DO UPDATE SET sealed = excluded.sealed, wrapped_key = excluded.wrapped_key`);
  }
}
