import { assertAllowed } from '@motcua/dossier-domain';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { withOfficeRequest } from '../on-behalf/office-request.js';
import type { OnBehalfRequest } from '../on-behalf/on-behalf.request.js';
import { lifeOf } from '../persistence/found-dossier.js';

interface ConsentToReuse extends Asked {
  readonly onBehalf: OnBehalfRequest;
}

/** The applicant lets the office use the papers that the state holds of them already, by a signed request. @rule R19 R20 */
export const CONSENT_TO_REUSE: DossierDecision<ConsentToReuse> = {
  scope: 'dossier.submit',
  decide: (facts, { actor, onBehalf }, now) => {
    const { dossier: before } = facts;
    assertAllowed(before.status === 'draft' ? 'edit' : 'completeSupplement', lifeOf(before));
    const asked = { actor, scope: 'dossier.submit', action: 'reusePapers', onBehalf } as const;
    return {
      before,
      after: changed(before, { officeRequests: withOfficeRequest(facts, asked, now) }),
      at: now,
      actor: actor.subject,
      facts: [{ action: 'reuseConsented', detail: { signedRequest: onBehalf.signedRequest ?? null } }],
    };
  },
};
