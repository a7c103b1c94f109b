import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';

/** A draft that nobody needs is taken away, with its files; that it was there stays in the history. */
export const DELETE_DRAFT: DossierDecision<Asked, object, null> = {
  action: 'delete',
  decide: ({ dossier: before }, { actor }, now) => {
    return {
      before,
      after: changed(before, {}),
      at: now,
      actor: actor.subject,
      facts: [{ action: 'draftDeleted', detail: {} }],
      deleted: true,
    };
  },
  answer: () => ({ status: 204, headers: {}, body: null }),
};
