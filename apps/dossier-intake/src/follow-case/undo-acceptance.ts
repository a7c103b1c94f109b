import type { OfficerReference, Plain } from '@motcua/contracts';
import { statusAfter, statusAfterReversal } from '@motcua/dossier-domain';
import { changed } from '../change/dossier-change.js';
import type { DossierCommand, DossierDecision } from '../change/dossiers.js';
import { unpaidDemand } from '../persistence/dossier-row.js';

interface UndoAcceptance extends DossierCommand {
  readonly at: Temporal.Instant;
  readonly reason: string;
  readonly by: Plain<OfficerReference>;
}

/**
 * The case says that the acceptance was a mistake: the dossier waits for its reception again, in the time that there was for it,
 * and for its fee where no cashier has recorded it. What the acceptance fixed, and put into the store, is gone (R12, R14).
 */
export const UNDO_ACCEPTANCE: DossierDecision<UndoAcceptance, object, null> = {
  scope: null,
  decide: ({ dossier: before }, { at, reason, by }) => {
    const registered = statusAfter('undoAcceptance', before.status);
    const isDueNow = before.unpaidBeforeAcceptance > 0 || unpaidDemand(before.feeDemand) > 0;
    const owing = statusAfterReversal({ status: registered, everAccepted: false }, isDueNow);
    return {
      before,
      after: changed(before, {
        status: owing ?? registered,
        statusSince: at,
        statusReason: reason,
        acceptedAt: null,
        acceptedBy: null,
        acceptance: null,
        cashReceiptNumber: null,
        receiptDoubtedAt: null,
        statutoryDueAt: null,
        promisedDueAt: null,
        holderAgency: before.receivingAgency,
        taskAgencies: [],
        holderOfficer: null,
        holderStep: null,
        withdrawalAskedAt: null,
      }),
      at,
      actor: by.subject,
      facts: [{ action: 'acceptanceUndone', detail: { reason }, told: { reason, by } }],
      through: owing ? [registered] : [],
      unstored: true,
    };
  },
  answer: () => ({ status: 204, headers: {}, body: null }),
};
