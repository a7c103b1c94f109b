import type { CollectionTime } from '@motcua/contracts';
import { settlePayment } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { NotYetKnown } from '@motcua/platform';
import { changed } from '../change/dossier-change.js';
import type { DossierCommand, DossierDecision } from '../change/dossiers.js';
import { lifeOf } from '../persistence/found-dossier.js';

interface SettleFee extends DossierCommand {
  readonly paidAt: Temporal.Instant;
  readonly collectedAt: readonly CollectionTime[];
  readonly dueNothingMore: Readonly<Record<CollectionTime, boolean>>;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Money that came is a fact: it moves the dossier back to where it came from, and starts the 8 hours of R6. @rule R6 */
export const SETTLE_FEE: DossierDecision<SettleFee, object, null> = {
  scope: null,
  decide: ({ dossier: before, circumstances }, { paidAt, collectedAt, dueNothingMore, detail }) => {
    const { feeDemand } = before;
    const paysDemand = collectedAt.includes('onDemand');
    // The case demanded it, and payment has heard of that first.
    if (paysDemand && (feeDemand === null || feeDemand.paidAt !== null))
      throw new NotYetKnown(`fee demand of dossier ${before.id}`);
    const calendar = circumstances.knownCalendarOf(before.receivingAgency);
    if (!calendar) throw new NotYetKnown(`calendar of ${before.receivingAgency}`);
    const settled = settlePayment(lifeOf(before), {
      channel: before.channel,
      cameFrom: before.acceptedAt === null ? 'registered' : (before.paymentReturnsTo ?? 'accepted'),
      settled: dueNothingMore.onDemand && (before.acceptedAt !== null || dueNothingMore.beforeAcceptance),
      paidAt,
      calendar: calendar.calendar,
    });
    const after = changed(before, {
      paidAt,
      unpaidBeforeAcceptance: dueNothingMore.beforeAcceptance ? 0 : before.unpaidBeforeAcceptance,
      feeDemand: paysDemand && feeDemand ? { ...feeDemand, paidAt: withOffset(paidAt) } : feeDemand,
      unpaidBeforeReturn: dueNothingMore.beforeReturn ? 0 : before.unpaidBeforeReturn,
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
