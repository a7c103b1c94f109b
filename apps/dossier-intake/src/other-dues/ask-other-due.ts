import { assertAllowed } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import type { StoredOtherDue } from '../persistence/dossier-row.js';
import { lifeOf } from '../persistence/found-dossier.js';

type AskOtherDue = Asked &
  Pick<StoredOtherDue, 'name' | 'amount' | 'collector' | 'legalBasis' | 'howToPay' | 'payBy' | 'holdsBack'>;

/** The one-stop passes on what another body collects. No status changes and no clock stops: it is that body's money. @rule R16 */
export const ASK_OTHER_DUE: DossierDecision<AskOtherDue> = {
  scope: 'dossier.receive',
  decide: ({ dossier: before }, command, now) => {
    assertAllowed('correct', lifeOf(before));
    const { name, amount, collector, legalBasis, howToPay, payBy, holdsBack, actor } = command;
    const due: StoredOtherDue = {
      ...{ number: before.otherDues.length + 1, name, amount, collector, legalBasis, howToPay, payBy, holdsBack },
      ...{ askedAt: withOffset(now), askedBy: officerOf(actor), notice: null, proof: null, proofPaper: null },
      cancelled: null,
    };
    return {
      before,
      after: changed(before, { otherDues: [...before.otherDues, due] }),
      at: now,
      actor: actor.subject,
      facts: [
        {
          action: 'otherDueAsked',
          detail: { number: due.number, amount, collector, legalBasis, holdsBack },
          told: { due },
        },
      ],
    };
  },
};
