import { type DeliveryMethod, returnResult } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import { lifeOf } from '../persistence/found-dossier.js';

interface ReturnResult extends Asked {
  readonly method: DeliveryMethod;
  readonly trackingNumber: string | null;
}

/** Not before a fee due before return is paid. @rule R16 */
export const RETURN_RESULT: DossierDecision<ReturnResult> = {
  scope: 'dossier.return',
  decide: ({ dossier: before }, { actor, ...how }, now) => {
    const { unpaidBeforeReturn } = before;
    const { status, method, trackingNumber } = returnResult(lifeOf(before), { ...how, unpaidBeforeReturn, now });
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
