import { givenUntil, takeAsEnough } from '@motcua/dossier-domain';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import { movedBy } from '../decisions/complete-supplement.js';
import { lifeOf } from '../persistence/found-dossier.js';
import { openRequest } from './open-request.js';

interface TakeAsEnough extends Asked {
  readonly number: number;
  readonly reason: string;
}

/** Before the acceptance the one-stop goes on with what was given; the rest is asked for no more. @rule R6 R9 */
export const TAKE_AS_ENOUGH: DossierDecision<TakeAsEnough> = {
  action: 'takeAsEnough',
  decide: (facts, { number, reason, actor }, now) => {
    const { dossier: before, circumstances } = facts;
    const request = openRequest(facts, 'takeAsEnough', number);
    const calendar = circumstances.calendarOf(before.receivingAgency).calendar;
    const fact = takeAsEnough(lifeOf(before), { channel: before.channel, request, calendar, now });
    const after = { ...request, givenAt: now, completedAt: now, enoughReason: reason };
    const until = givenUntil(after);
    const files = facts.files.filter(
      ({ supplement, uploadedAt }) =>
        supplement === number && until !== null && Temporal.Instant.compare(uploadedAt, until) <= 0,
    );
    return {
      before,
      after: changed(before, movedBy(fact)),
      at: now,
      actor: actor.subject,
      facts: [
        {
          action: 'supplementCompleted',
          detail: { number, takenAsEnough: reason },
          told: { number, files, enough: { by: officerOf(actor), reason } },
        },
      ],
      supplements: [{ before: request, after }],
    };
  },
};
