import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { CaseResultIssuedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers } from '../keep-dossiers/dossiers.js';
import { TellApplicant } from '../tell-applicant/tell-applicant.js';

@Controller()
export class TellResult {
  constructor(
    @Inject(Dossiers) private readonly dossiers: Dossiers,
    @Inject(TellApplicant) private readonly applicant: TellApplicant,
  ) {}

  @On(CaseResultIssuedV1)
  async tell(@Payload() event: EventEnvelope<CaseResultIssuedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { dossierId, name, number, signer } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const data = { resultName: name, resultNumber: number, signerName: signer.name };
    await this.applicant.tell(tx, { event, dossier, kind: 'case.result-issued', data });
  }
}
