import type { Asked, DossierDecision } from '../change/dossiers.js';
import { submitted } from '../decisions/submit-dossier.js';

/** Assesses the fees (R16), and tells at once all that is missing or wrong; the code is given when it is saved (R1). */
export const SUBMIT_DOSSIER: DossierDecision<Asked> = {
  action: 'submit',
  lasting: true,
  decide: (facts, { actor }, now) => submitted(facts, actor, now),
};
