import { Controller } from '@nestjs/common';
import { DossierMessageSentV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';
import { NotifyOfficer } from '../deliveries/notify-officer.js';
import { Dossiers } from '../dossiers/dossiers.js';

/** Who is written to is told that there is something to read; what it says is read in the dossier. @rule R19 */
@Controller()
export class NotifyMessages {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly applicant: NotifyApplicant,
    private readonly officer: NotifyOfficer,
  ) {}

  @On(DossierMessageSentV1)
  async sent(event: EventEnvelope<DossierMessageSentV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, fromApplicant, by, tell } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    if (!fromApplicant) {
      const data = { officerName: by?.name ?? dossier.officerName };
      await this.applicant.notify(tx, { event, dossier, kind: 'dossier.message-from-office', data });
      return;
    }
    for (const { subject } of tell)
      await this.officer.notify(tx, event, dossier, { kind: 'dossier.message-from-applicant', subject, data: {} });
  }
}
