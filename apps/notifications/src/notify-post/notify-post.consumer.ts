import { Controller } from '@nestjs/common';
import { DossierPapersLostV1, DossierPostedV1, DossierPostFailedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';
import { Dossiers, fetchedAt } from '../dossiers/dossiers.js';

/** What becomes of papers and results on their way: by post to the applicant, and in bags between offices. @rule R19 */
@Controller()
export class NotifyPost {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly applicant: NotifyApplicant,
  ) {}

  @On(DossierPostedV1)
  async posted(event: EventEnvelope<DossierPostedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, trackingNumber, postage: amount } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    await this.applicant.notify(tx, { event, dossier, kind: 'dossier.posted', data: { trackingNumber, amount } });
  }

  @On(DossierPostFailedV1)
  async failed(event: EventEnvelope<DossierPostFailedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, trackingNumber, collectAt } = event.data;
    const dossier = fetchedAt(await this.dossiers.lock(tx, dossierId), collectAt);
    await this.applicant.notify(tx, { event, dossier, kind: 'dossier.post-failed', data: { trackingNumber } });
  }

  @On(DossierPapersLostV1)
  async lost(event: EventEnvelope<DossierPapersLostV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, reason } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    await this.applicant.notify(tx, { event, dossier, kind: 'dossier.papers-lost', data: { reason } });
  }
}
