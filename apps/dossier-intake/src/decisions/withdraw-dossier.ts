import { withdraw } from '@motcua/dossier-domain';
import { accepted, created } from '@motcua/platform';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { withOfficeRequest } from '../on-behalf/office-request.js';
import type { OnBehalfRequest } from '../on-behalf/on-behalf.request.js';
import { lifeOf } from '../persistence/found-dossier.js';

interface WithdrawDossier extends Asked {
  readonly reason: string;
  readonly onBehalf: OnBehalfRequest;
}

/** Before acceptance the dossier is withdrawn; after it the case is asked, decides, and its outcome shows later. */
export const WITHDRAW_DOSSIER: DossierDecision<WithdrawDossier> = {
  action: 'withdraw',
  decide: (facts, { actor, onBehalf, ...command }, now) => {
    const { dossier: before } = facts;
    const fact = withdraw(lifeOf(before), { reason: command.reason, now });
    const { reason } = fact;
    const common = { before, at: now, actor: actor.subject };
    const asked = { actor, scope: 'dossier.withdraw', action: 'withdraw', onBehalf } as const;
    if (fact.afterAcceptance) {
      const after = changed(before, {
        withdrawalAskedAt: now,
        officeRequests: withOfficeRequest(facts, asked, now),
      });
      return { ...common, after, facts: [{ action: 'withdrawalRequested', detail: { reason }, told: { reason } }] };
    }
    const after = changed(before, {
      status: fact.status,
      statusSince: now,
      statusReason: reason,
      receptionDueAt: null,
      supplementDeadlineAt: null,
      officeRequests: withOfficeRequest(facts, asked, now),
    });
    return { ...common, after, facts: [{ action: 'withdrawn', detail: { reason }, told: { reason } }] };
  },
  answer: (shown, { after: { status, version } }) =>
    (status === 'withdrawn' ? created : accepted)(shown(), { version }),
};
