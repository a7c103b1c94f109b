import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { DossierReturnedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers } from '../keep-dossiers/dossiers.js';
import { TellApplicant } from '../tell-applicant/tell-applicant.js';

@Controller()
export class TellReturn {
  constructor(
    @Inject(Dossiers) private readonly dossiers: Dossiers,
    @Inject(TellApplicant) private readonly applicant: TellApplicant,
  ) {}

  @On(DossierReturnedV1)
  async tell(@Payload() event: EventEnvelope<DossierReturnedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { dossierId, method, trackingNumber } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const data = { returnMethod: method, trackingNumber };
    await this.applicant.tell(tx, { event, dossier, kind: 'dossier.returned', data });
  }
}
