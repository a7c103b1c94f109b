import { Controller } from '@nestjs/common';
import { DossierReturnedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers } from '../dossiers/dossiers.js';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';

@Controller()
export class NotifyReturn {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly applicant: NotifyApplicant,
  ) {}

  @On(DossierReturnedV1)
  async notify(event: EventEnvelope<DossierReturnedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, method, trackingNumber } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const data = { returnMethod: method, trackingNumber };
    await this.applicant.notify(tx, { event, dossier, kind: 'dossier.returned', data });
  }
}
