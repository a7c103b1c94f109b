import { Controller } from '@nestjs/common';
import { PaymentReceivedV1, ReceiptIssuedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers } from '../dossiers/dossiers.js';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';

@Controller()
export class NotifyPayments {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly applicant: NotifyApplicant,
  ) {}

  @On(PaymentReceivedV1)
  async received(event: EventEnvelope<PaymentReceivedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, amount, method, reference, collectedAt } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    await this.dossiers.settle(tx, dossierId, collectedAt);
    const data = { amount, paymentMethod: method, reference };
    await this.applicant.notify(tx, { event, dossier, kind: 'payment.received', data });
  }

  @On(ReceiptIssuedV1)
  async receipt(event: EventEnvelope<ReceiptIssuedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, amount, kind: feeKind, receiptNumber } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const data = { amount, feeKind, receiptNumber };
    await this.applicant.notify(tx, { event, dossier, kind: 'payment.receipt-issued', data });
  }
}
