import { Controller } from '@nestjs/common';
import { ApplicantChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, sql } from '@motcua/platform';

/** Applicants as they came, sealed; opened only while a line of the tracking book is written. */
@Controller()
export class ReplicateApplicants {
  @On(ApplicantChangedV1)
  async replicate({ data }: EventEnvelope<ApplicantChangedV1>, { tx }: EventContext): Promise<void> {
    const { applicantRef, sealed, wrappedKey, erased } = data;
    await tx.query(sql`
      INSERT INTO applicant_copy (applicant_ref, sealed, wrapped_key)
      VALUES (${applicantRef}, ${erased ? null : sealed}, ${erased ? null : wrappedKey})
      ON CONFLICT (applicant_ref) DO UPDATE SET sealed = excluded.sealed, wrapped_key = excluded.wrapped_key`);
  }
}
