import { Controller } from '@nestjs/common';
import { ApplicantNamedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { keepApplicants, tellApplicant } from './applicants.js';

/** Who applicants are, sealed as it came; it is opened only while a record is made. */
@Controller()
export class ReplicateApplicants {
  @On(ApplicantNamedV1)
  async replicate({ data }: EventEnvelope<ApplicantNamedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, applicantRef, sealed, wrappedKey, erased } = data;
    const content = erased ? { sealed: null, wrappedKey: null } : { sealed, wrappedKey };
    await keepApplicants(tx, [{ dossierId, applicantRef, erased, ...content }]);
    // An erasure is nothing to tell the portal of by itself.
    if (!erased) await tellApplicant(tx, dossierId);
  }
}
