import { Controller } from '@nestjs/common';
import {
  PaymentBreakFoundV1,
  PaymentReceivedV1,
  PaymentReversedV1,
  PaymentUnallocatedChangedV1,
  ReceiptIssuedV1,
} from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { keepReceipt, voidReceipt } from '../persistence/receipt-copies.js';
import { NOTE_PART_PAID } from './note-part-paid.js';
import { OWE_AGAIN } from './owe-again.js';
import { NOTE_PAYMENT_BREAK, SETTLE_FEE } from './settle-fee.js';

@Controller()
export class SettleFeeWhenPaymentReceived {
  constructor(private readonly dossiers: Dossiers) {}

  @On(PaymentReceivedV1)
  async settle({ data }: EventEnvelope<PaymentReceivedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId: id, demandedAt, method, amount, reference, collectedAt } = data;
    const paidAt = Temporal.Instant.from(data.paidAt);
    const detail = { method, amount, reference, collectedAt };
    await this.dossiers.apply(tx, SETTLE_FEE, { id, paidAt, collectedAt, demandedAt, detail });
  }

  @On(PaymentUnallocatedChangedV1)
  async notePart({ data }: EventEnvelope<PaymentUnallocatedChangedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId: id, unallocated } = data;
    await this.dossiers.apply(tx, NOTE_PART_PAID, { id, unallocated, at: Temporal.Instant.from(data.at) });
  }

  @On(PaymentReversedV1)
  async oweAgain({ data }: EventEnvelope<PaymentReversedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId: id, demandedAt, method, amount, reference, collectedAt, note, reversedAt } = data;
    const at = Temporal.Instant.from(reversedAt);
    const detail = { method, amount, reference, collectedAt, note };
    await Promise.all(
      data.voidReceipts.map((number) => voidReceipt(tx, { number, dossierId: id, issuedAt: reversedAt })),
    );
    await this.dossiers.apply(tx, OWE_AGAIN, { id, at, collectedAt, demandedAt, note, detail });
  }

  @On(ReceiptIssuedV1)
  async keepReceipt({ data }: EventEnvelope<ReceiptIssuedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, receiptNumber: number, issuedAt, replaces, adjusts } = data;
    if (replaces != null) await voidReceipt(tx, { number: replaces, dossierId, issuedAt });
    // One that adjusts another down is for money that went back.
    if (adjusts == null) await keepReceipt(tx, { number, dossierId, issuedAt });
  }

  @On(PaymentBreakFoundV1)
  async noteBreak({ data }: EventEnvelope<PaymentBreakFoundV1>, { tx }: EventContext): Promise<void> {
    const { dossierId: id, reference, kind, ours, theirs, foundAt } = data;
    const at = Temporal.Instant.from(foundAt);
    await this.dossiers.apply(tx, NOTE_PAYMENT_BREAK, { id, at, detail: { reference, kind, ours, theirs } });
  }
}
