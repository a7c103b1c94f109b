import { moveSupplementDeadline } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import { lifeOf } from '../persistence/found-dossier.js';
import { openRequest } from './open-request.js';

interface MoveSupplementDeadline extends Asked {
  readonly number: number;
  readonly reason: string;
  readonly deadlineAt: Temporal.Instant;
}

/** Gives the applicant more time before the acceptance. @rule R9 */
export const MOVE_SUPPLEMENT_DEADLINE: DossierDecision<MoveSupplementDeadline> = {
  action: 'moveSupplementDeadline',
  decide: (facts, { number, reason, actor, deadlineAt: wanted }, now) => {
    const { dossier: before, version, circumstances } = facts;
    const request = openRequest(facts, 'moveSupplementDeadline', number);
    const deadlineAt = moveSupplementDeadline(lifeOf(before), {
      request,
      deadlineAt: wanted,
      supplementTermWorkingDays: version.supplementTermWorkingDays,
      calendar: circumstances.calendarOf(before.receivingAgency).calendar,
      now,
    });
    const { deadlineAt: previous } = request;
    return {
      before,
      after: changed(before, { supplementDeadlineAt: deadlineAt }),
      at: now,
      actor: actor.subject,
      facts: [
        {
          action: 'supplementDeadlineMoved',
          detail: { number, reason, previous: withOffset(previous), deadlineAt: withOffset(deadlineAt) },
          told: { number, reason, by: officerOf(actor), previous, deadlineAt },
        },
      ],
      supplements: [{ before: request, after: { ...request, deadlineAt } }],
    };
  },
};
