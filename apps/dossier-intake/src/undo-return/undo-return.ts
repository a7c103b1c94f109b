import { undoReturn } from '@motcua/dossier-domain';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import { lifeOf } from '../persistence/found-dossier.js';

interface UndoReturn extends Asked {
  readonly reason: string;
}

/** A wrong return is taken back on the same day: the dossier waits for its return again, and everyone hears of it. @rule R12 */
export const UNDO_RETURN: DossierDecision<UndoReturn> = {
  action: 'undoReturn',
  decide: ({ dossier: before }, { actor, reason }, now) => {
    const { returned } = before;
    const status = undoReturn(lifeOf(before), {
      returnedAt: returned ? Temporal.Instant.from(returned.at) : now,
      isSameOfficer: returned?.by.subject === actor.subject,
      isLeader: actor.roles.includes('leader'),
      now,
    });
    const by = officerOf(actor);
    return {
      before,
      after: changed(before, { status, statusSince: now, statusReason: reason, returned: null }),
      at: now,
      actor: actor.subject,
      facts: [
        {
          action: 'returnUndone',
          detail: { reason, returnedAt: returned?.at ?? null, returnedBy: returned?.by.subject ?? null },
          told: { reason, by },
        },
      ],
    };
  },
};
