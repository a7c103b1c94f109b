import { cancelSupplement } from '@motcua/dossier-domain';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import { lifeOf } from '../persistence/found-dossier.js';
import { openRequest } from './open-request.js';

interface CancelSupplement extends Asked {
  readonly number: number;
  readonly reason: string;
}

/** Takes a request back before the acceptance. @rule R6 R9 */
export const CANCEL_SUPPLEMENT: DossierDecision<CancelSupplement> = {
  action: 'cancelSupplement',
  decide: (facts, { number, reason, actor }, now) => {
    const { dossier: before } = facts;
    const request = openRequest(facts, 'cancelSupplement', number);
    const { status, cancelledAt, receptionDueAt } = cancelSupplement(lifeOf(before), request, now);
    return {
      before,
      after: changed(before, {
        status,
        statusSince: now,
        statusReason: `Yêu cầu bổ sung số ${number} đã được hủy: ${reason}`,
        receptionDueAt,
        supplementDeadlineAt: null,
      }),
      at: now,
      actor: actor.subject,
      facts: [
        { action: 'supplementTakenBack', detail: { number, reason }, told: { number, reason, by: officerOf(actor) } },
      ],
      supplements: [
        { before: request, after: { ...request, cancelledAt, cancelledReason: reason, lapsedAt: cancelledAt } },
      ],
    };
  },
};
