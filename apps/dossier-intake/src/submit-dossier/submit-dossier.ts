import { assertAllowed } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { submitted } from '../decisions/submit-dossier.js';
import { lifeOf } from '../persistence/found-dossier.js';
import type { IntakeCode } from '../problems.js';

/** Assesses the fees (R16), and tells at once all that is missing or wrong; the code is given when it is saved (R1). */
export const SUBMIT_DOSSIER: DossierDecision<Asked> = {
  scope: 'dossier.submit',
  lasting: true,
  decide: (facts, { actor }, now) => {
    const { dossier } = facts;
    assertAllowed('submit', lifeOf(dossier));
    if (dossier.link) throw new Refusal<IntakeCode>('DOSSIER.LINKED_APART', { linked: dossier.link.id });
    return submitted(facts, actor, now);
  },
};
