import { Controller } from '@nestjs/common';
import { DossierCorrectedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, sql } from '@motcua/platform';

/**
 * The case follows what intake has corrected: whose it is, and its variant. No term moves with it (R14), and what was
 * corrected before the acceptance came with that.
 */
@Controller()
export class FollowCorrection {
  @On(DossierCorrectedV1)
  async follow({ data }: EventEnvelope<DossierCorrectedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, applicantRef, variant } = data;
    await tx.query(sql`
      UPDATE case_file SET applicant_ref = ${applicantRef}, terms = jsonb_set(terms, '{variant}', to_jsonb(${variant}::text)),
        version = version + 1
      WHERE dossier_id = ${dossierId} AND (applicant_ref <> ${applicantRef} OR terms->>'variant' <> ${variant})`);
    await tx.query(sql`
      UPDATE task SET applicant_ref = ${applicantRef} WHERE dossier_id = ${dossierId} AND applicant_ref <> ${applicantRef}`);
  }
}
