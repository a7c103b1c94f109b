import { type DeliveryMethod, returnResult } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import { owedOf } from '../persistence/dossier-row.js';
import { lifeOf } from '../persistence/found-dossier.js';

interface ReturnResult extends Asked {
  readonly method: DeliveryMethod;
  readonly trackingNumber: string | null;
}

/** Not before what is owed is paid, and not while no result holds. @rule R16 R20 */
export const RETURN_RESULT: DossierDecision<ReturnResult> = {
  scope: 'dossier.return',
  decide: ({ dossier: before, results }, { actor, ...how }, now) => {
    const owed = owedOf(before);
    const { cashReceiptNumber } = before;
    const command = { ...how, owed, cashReceiptNumber, results, now };
    const { status, method, trackingNumber } = returnResult(lifeOf(before), command);
    return {
      before,
      after: changed(before, {
        status,
        statusSince: now,
        statusReason: null,
        holderAgency: before.receivingAgency,
        holderOfficer: null,
        holderStep: null,
        returned: { at: withOffset(now), method, trackingNumber, by: officerOf(actor) },
      }),
      at: now,
      actor: actor.subject,
      facts: [{ action: 'returned', detail: { method, trackingNumber }, told: {} }],
    };
  },
};
