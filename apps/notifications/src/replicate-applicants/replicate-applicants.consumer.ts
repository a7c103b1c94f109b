import { Controller } from '@nestjs/common';
import { ApplicantChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Applicants } from '../applicants/applicants.js';

@Controller()
export class ReplicateApplicants {
  constructor(private readonly applicants: Applicants) {}

  @On(ApplicantChangedV1)
  async replicate({ data }: EventEnvelope<ApplicantChangedV1>, { tx }: EventContext): Promise<void> {
    const { applicantRef, sealed, wrappedKey, erased } = data;
    if (erased) await this.applicants.erase(tx, applicantRef);
    else await this.applicants.save(tx, applicantRef, sealed, wrappedKey);
  }
}
