import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { ApplicantChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Applicants } from './applicants.js';

@Controller()
export class KeepApplicants {
  constructor(@Inject(Applicants) private readonly applicants: Applicants) {}

  @On(ApplicantChangedV1)
  async keep(@Payload() { data }: EventEnvelope<ApplicantChangedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { applicantRef, sealed, wrappedKey, erased } = data;
    if (erased) await this.applicants.erase(tx, applicantRef);
    else await this.applicants.keep(tx, applicantRef, sealed, wrappedKey);
  }
}
