import { Controller } from '@nestjs/common';
import { ApplicantNamedV1 } from '@motcua/contracts';
import { copiesIn, type EventContext, type EventEnvelope, On, rowTable } from '@motcua/platform';
import { erasePayers } from '../persistence/payers.js';

interface NamedApplicant {
  readonly dossierId: string;
  readonly sealed: string | null;
  readonly wrappedKey: string | null;
}

const keepApplicants = copiesIn(
  rowTable<NamedApplicant>('dossier_applicant', { dossierId: 'key', sealed: 'plain', wrappedKey: 'plain' }),
);

/** Applicants as their dossiers name them, sealed; opened only while a receipt is printed. */
@Controller()
export class ReplicatePayers {
  @On(ApplicantNamedV1)
  async replicate({ data }: EventEnvelope<ApplicantNamedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, sealed, wrappedKey, erased } = data;
    await keepApplicants(tx, [
      { dossierId, ...(erased ? { sealed: null, wrappedKey: null } : { sealed, wrappedKey }) },
    ]);
    if (erased) await erasePayers(tx, dossierId);
  }
}
