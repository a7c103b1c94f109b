import { Controller } from '@nestjs/common';
import { Agencies, Calendars } from '@motcua/catalogue-copy';
import { PaymentBreakFoundV1, PaymentReceivedV1 } from '@motcua/contracts';
import { settlePayment } from '@motcua/dossier-domain';
import { type EventContext, type EventEnvelope, NotYetKnown, On, type Tx } from '@motcua/platform';
import type { WorkingCalendar } from '@motcua/legal-clock';
import { AnnounceStatus } from '../announce/announce-status.js';
import { Dossiers, lifeOf } from '../persistence/dossiers.js';

/** Money that came is a fact: it moves the dossier back to where it came from, and starts the 8 hours of R6. */
@Controller()
export class SettleFeeWhenPaymentReceived {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly agencies: Agencies,
    private readonly calendars: Calendars,
    private readonly status: AnnounceStatus,
  ) {}

  @On(PaymentReceivedV1)
  async settle({ data }: EventEnvelope<PaymentReceivedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, dueNothingMore, method, amount, reference } = data;
    const { dossier: before, head } = await this.dossiers.lockForEvent(tx, dossierId);
    const paidAt = Temporal.Instant.from(data.paidAt);
    const settled = settlePayment(lifeOf(before), {
      channel: before.channel,
      cameFrom: before.acceptedAt === null ? 'registered' : (before.paymentReturnsTo ?? 'accepted'),
      settled: dueNothingMore.beforeAcceptance,
      paidAt,
      calendar: await this.calendarOf(tx, before.receivingAgency),
    });
    const dossier = await this.dossiers.keep(tx, before, {
      paidAt,
      unpaidBeforeReturn: dueNothingMore.beforeReturn ? 0 : before.unpaidBeforeReturn,
      ...(settled && {
        status: settled.status,
        statusSince: paidAt,
        statusReason: null,
        receptionDueAt: settled.receptionDueAt,
        paymentReturnsTo: null,
      }),
    });
    if (settled) await this.status.announce(tx, dossier, before.status, 'payment');
    tx.record(
      {
        aggregate: dossierId,
        at: paidAt,
        actor: 'system:payment',
        action: 'paid',
        detail: { method, amount, reference, collectedAt: data.collectedAt },
      },
      head,
    );
  }

  @On(PaymentBreakFoundV1)
  async noteBreak({ data }: EventEnvelope<PaymentBreakFoundV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, reference, kind, ours, theirs } = data;
    const { head } = await this.dossiers.lockForEvent(tx, dossierId);
    const at = Temporal.Instant.from(data.foundAt);
    tx.record(
      {
        aggregate: dossierId,
        at,
        actor: 'system:payment',
        action: 'paymentBreakFound',
        detail: { reference, kind, ours, theirs },
      },
      head,
    );
  }

  private async calendarOf(tx: Tx, agency: string): Promise<WorkingCalendar> {
    const code = await this.agencies.calendarOf(agency, tx);
    const known = code === undefined ? undefined : await this.calendars.latest(code, tx);
    if (!known) throw new NotYetKnown(`calendar of ${agency}`);
    return known.calendar;
  }
}
