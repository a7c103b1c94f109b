import { Controller } from '@nestjs/common';
import { DossierCorrectedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';
import { Dossiers } from '../dossiers/dossiers.js';

/** Tells that a dossier was corrected, or which office has it now (R19). */
@Controller()
export class NotifyCorrection {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly applicant: NotifyApplicant,
  ) {}

  @On(DossierCorrectedV1)
  async notify(event: EventEnvelope<DossierCorrectedV1>, { tx }: EventContext): Promise<void> {
    const dossier = await this.dossiers.saveCorrected(tx, event.data);
    const kind = event.data.fields.includes('/receivingAgency') ? 'dossier.forwarded' : 'dossier.corrected';
    await this.applicant.notify(tx, { event, dossier, kind, data: {} });
  }
}
