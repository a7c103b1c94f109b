import type { CollectionTime } from '@motcua/contracts';
import { settlePayment } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { NotYetKnown } from '@motcua/platform';
import { changed } from '../change/dossier-change.js';
import type { DossierCommand, DossierDecision } from '../change/dossiers.js';
import { type DossierRow, unpaidDemand } from '../persistence/dossier-row.js';
import { lifeOf } from '../persistence/found-dossier.js';

interface SettleFee extends DossierCommand {
  readonly paidAt: Temporal.Instant;
  readonly collectedAt: readonly CollectionTime[];
  /** Of the demand that it pays; null: it pays none. */
  readonly demandedAt: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Money that came is a fact: it moves the dossier back to where it came from, and starts the 8 hours of R6. @rule R6 */
export const SETTLE_FEE: DossierDecision<SettleFee, object, null> = {
  scope: null,
  decide: ({ dossier: before, circumstances }, { paidAt, collectedAt, demandedAt, detail }) => {
    // The case demanded it, and payment has heard of that first.
    if (demandedAt !== null && (before.feeDemand === null || isBefore(before.feeDemand.demandedAt, demandedAt)))
      throw new NotYetKnown(`fee demand of dossier ${before.id}`);
    const feeDemand = afterPayment(before.feeDemand, demandedAt, paidAt);
    const unpaidBeforeAcceptance = collectedAt.includes('beforeAcceptance') ? 0 : before.unpaidBeforeAcceptance;
    const calendar = circumstances.knownCalendarOf(before.receivingAgency);
    if (!calendar) throw new NotYetKnown(`calendar of ${before.receivingAgency}`);
    const settled = settlePayment(lifeOf(before), {
      channel: before.channel,
      cameFrom: before.acceptedAt === null ? 'registered' : (before.paymentReturnsTo ?? 'accepted'),
      settled: unpaidDemand(feeDemand) === 0 && (before.acceptedAt !== null || unpaidBeforeAcceptance === 0),
      paidAt,
      calendar: calendar.calendar,
    });
    const after = changed(before, {
      paidAt,
      unpaidBeforeAcceptance,
      feeDemand,
      unpaidBeforeReturn: collectedAt.includes('beforeReturn') ? 0 : before.unpaidBeforeReturn,
      ...(settled && {
        status: settled.status,
        statusSince: paidAt,
        statusReason: null,
        receptionDueAt: settled.receptionDueAt,
        paymentReturnsTo: null,
      }),
    });
    const facts = [{ heardFrom: 'payment', action: 'paid', detail }] as const;
    return { before, after, at: paidAt, actor: 'system:payment', facts };
  },
  answer: () => ({ status: 204, headers: {}, body: null }),
};

/** What an earlier demand was paid with pays no later one, though it may be heard of after that. */
const afterPayment = (
  demand: DossierRow['feeDemand'],
  demandedAt: string | null,
  paidAt: Temporal.Instant,
): DossierRow['feeDemand'] =>
  demand === null || demandedAt === null || isBefore(demandedAt, demand.demandedAt)
    ? demand
    : { ...demand, paidAt: withOffset(paidAt) };

const isBefore = (one: string, other: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) < 0;

interface NotePaymentBreak extends DossierCommand {
  readonly at: Temporal.Instant;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** That the books do not agree stands in the dossier's history, for who asks; nothing else follows from it here. */
export const NOTE_PAYMENT_BREAK: DossierDecision<NotePaymentBreak, object, null> = {
  scope: null,
  decide: ({ dossier }, { at, detail }) => ({
    before: dossier,
    after: dossier,
    at,
    actor: 'system:payment',
    facts: [{ heardFrom: 'payment', action: 'paymentBreakFound', detail }],
  }),
  answer: () => ({ status: 204, headers: {}, body: null }),
};
