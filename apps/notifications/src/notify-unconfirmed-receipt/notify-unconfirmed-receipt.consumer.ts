import { Controller } from '@nestjs/common';
import { DossierReceiptUnconfirmedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { NotifyOfficer } from '../deliveries/notify-officer.js';
import { Dossiers } from '../dossiers/dossiers.js';

/** Cashiers and leaders are told of a receipt that nobody has recorded. @rule R16 */
@Controller()
export class NotifyUnconfirmedReceipt {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly officer: NotifyOfficer,
  ) {}

  @On(DossierReceiptUnconfirmedV1)
  async unconfirmed(event: EventEnvelope<DossierReceiptUnconfirmedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, receiptNumber, owed: amount, tell } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const news = { kind: 'dossier.receipt-unconfirmed', data: { receiptNumber, amount } } as const;
    for (const subject of tell) await this.officer.notify(tx, event, dossier, { ...news, subject });
  }
}
