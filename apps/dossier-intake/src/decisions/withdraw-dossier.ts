import type { IntakeCode } from '../problems.js';
import { withdraw } from '@motcua/dossier-domain';
import { Refusal, withOffset } from '@motcua/kernel';
import { accepted, created } from '@motcua/platform';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { lifeOf } from '../persistence/found-dossier.js';

interface WithdrawDossier extends Asked {
  readonly reason: string;
}

/** Before acceptance the dossier is withdrawn; after it the case is asked, decides, and its outcome shows later. */
export const WITHDRAW_DOSSIER: DossierDecision<WithdrawDossier> = {
  scope: 'dossier.withdraw',
  decide: ({ dossier: before }, { actor, ...command }, now) => {
    const fact = withdraw(lifeOf(before), { reason: command.reason, now });
    const { reason } = fact;
    const common = { before, at: now, actor: actor.subject };
    if (fact.afterAcceptance) {
      if (before.withdrawalAskedAt !== null)
        throw new Refusal<IntakeCode>('DOSSIER.WITHDRAWAL_PENDING', {
          requestedAt: withOffset(before.withdrawalAskedAt),
        });
      const after = changed(before, { withdrawalAskedAt: now });
      return { ...common, after, facts: [{ action: 'withdrawalRequested', detail: { reason }, told: { reason } }] };
    }
    const after = changed(before, {
      status: fact.status,
      statusSince: now,
      statusReason: reason,
      receptionDueAt: null,
      supplementDeadlineAt: null,
    });
    return { ...common, after, facts: [{ action: 'withdrawn', detail: { reason }, told: { reason } }] };
  },
  answer: (shown, { after: { status, version } }) =>
    (status === 'withdrawn' ? created : accepted)(shown(), { version }),
};
