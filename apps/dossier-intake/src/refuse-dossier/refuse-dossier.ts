import { refuse, type Remark } from '@motcua/dossier-domain';
import { askedComponents } from '../catalogue/asked-components.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import { refused } from '../change/refused.js';
import { lifeOf } from '../persistence/found-dossier.js';

interface RefuseDossier extends Asked {
  readonly reason: string;
  readonly faults: readonly Remark[];
}

/** The one-stop refuses before acceptance: form 03. @rule R21 */
export const REFUSE_DOSSIER: DossierDecision<RefuseDossier> = {
  action: 'refuse',
  decide: ({ dossier, version }, { reason, faults, actor }, now) => {
    const fact = refuse(lifeOf(dossier), { reason, faults, components: askedComponents(version, dossier), now });
    return refused(dossier, fact, { actor: actor.subject, refusedBy: officerOf(actor) });
  },
};
