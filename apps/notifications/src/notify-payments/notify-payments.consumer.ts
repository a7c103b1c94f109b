import { Controller } from '@nestjs/common';
import {
  PaymentPartReceivedV1,
  PaymentReceivedV1,
  PaymentReversedV1,
  ReceiptIssuedV1,
  RefundListedV1,
  RefundMovedV1,
  type RefundStep,
} from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers } from '../dossiers/dossiers.js';
import { NotifyApplicant } from '../deliveries/notify-applicant.js';
import type { KindCode } from '../message-kinds/kinds.js';

const REFUND_KINDS = {
  approved: 'payment.refund-approved',
  refunded: 'payment.refund-paid',
  failed: 'payment.refund-failed',
  kept: 'payment.refund-kept',
} as const satisfies Record<RefundStep, KindCode>;

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

  @On(PaymentPartReceivedV1)
  async part(event: EventEnvelope<PaymentPartReceivedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, amount, stillOwed, method, reference } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    const data = { amount, stillOwed, paymentMethod: method, reference };
    await this.applicant.notify(tx, { event, dossier, kind: 'payment.part-received', data });
  }

  @On(PaymentReversedV1)
  async reversed(event: EventEnvelope<PaymentReversedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, amount, reference, collectedAt, note: reason } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    await this.dossiers.oweAgain(tx, dossierId, collectedAt);
    await this.applicant.notify(tx, { event, dossier, kind: 'payment.reversed', data: { amount, reason, reference } });
  }

  @On(RefundListedV1)
  async refundListed(event: EventEnvelope<RefundListedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, amount } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    await this.applicant.notify(tx, { event, dossier, kind: 'payment.refund-listed', data: { amount } });
  }

  @On(RefundMovedV1)
  async refundMoved(event: EventEnvelope<RefundMovedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, amount, status, note: reason, adjustedBy = [] } = event.data;
    // Told with the receipts that say how much of which was paid back, once they are printed.
    if (adjustedBy.length > 0) return;
    const dossier = await this.dossiers.lock(tx, dossierId);
    await this.applicant.notify(tx, { event, dossier, kind: REFUND_KINDS[status], data: { amount, reason } });
  }

  @On(ReceiptIssuedV1)
  async receipt(event: EventEnvelope<ReceiptIssuedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, amount, kind: feeKind, receiptNumber, file: attachment, adjusts = null } = event.data;
    const dossier = await this.dossiers.lock(tx, dossierId);
    if (adjusts !== null) {
      const { refundAmount, receiptNumber: adjustedNumber, reason } = adjusts;
      const data = { amount: refundAmount, receiptNumber, adjustedNumber, reason };
      return this.applicant.notify(tx, { event, dossier, kind: 'payment.receipt-adjusted', data, attachment });
    }
    const data = { amount, feeKind, receiptNumber };
    await this.applicant.notify(tx, { event, dossier, kind: 'payment.receipt-issued', data, attachment });
  }
}
