import { Controller } from '@nestjs/common';
import { DossierReminderDueV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';
import { Dossiers, fetchedAt } from '../dossiers/dossiers.js';

/** A fee is not paid, or a result not fetched: the applicant reads how much, where, and until when. @rule R19 */
@Controller()
export class NotifyReminders {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly applicant: NotifyApplicant,
  ) {}

  @On(DossierReminderDueV1)
  async notify(event: EventEnvelope<DossierReminderDueV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, awaited, owed, endsAt, collectAt } = event.data;
    const dossier = fetchedAt(await this.dossiers.lock(tx, dossierId), collectAt);
    const amount = owed === 0 ? null : owed;
    await (awaited === 'payment'
      ? this.applicant.notify(tx, {
          event,
          dossier,
          kind: 'dossier.payment-reminder',
          data: { amount, deadlineAt: endsAt },
        })
      : this.applicant.notify(tx, { event, dossier, kind: 'dossier.collection-reminder', data: { amount } }));
  }
}
