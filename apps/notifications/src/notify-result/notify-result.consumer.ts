import { Controller } from '@nestjs/common';
import { CaseResultIssuedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers } from '../dossiers/dossiers.js';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';

@Controller()
export class NotifyResult {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly applicant: NotifyApplicant,
  ) {}

  @On(CaseResultIssuedV1)
  async notify(event: EventEnvelope<CaseResultIssuedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, name, number, signer } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const data = { resultName: name, resultNumber: number, signerName: signer.name };
    await this.applicant.notify(tx, { event, dossier, kind: 'case.result-issued', data });
  }
}
