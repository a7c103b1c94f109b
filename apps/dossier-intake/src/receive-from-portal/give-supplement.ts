import type { Plain, PortalSupplementReceivedV1 } from '@motcua/contracts';
import { assertAllowed } from '@motcua/dossier-domain';
import { changed } from '../change/dossier-change.js';
import type { DossierCommand, DossierDecision } from '../change/dossiers.js';
import { lifeOf } from '../persistence/found-dossier.js';
import { assertOpenRequest } from '../remarks/assert-open-request.js';
import { deliveredFile } from './delivered-file.js';
import { askForFiles } from './ask-for-files.js';
import { giveDelivered } from './give-delivered.js';
import { NATIONAL_PORTAL } from './portal-actor.js';

interface GiveSupplement extends DossierCommand {
  readonly delivered: Plain<PortalSupplementReceivedV1>;
}

/** Papers that a citizen gave at the portal because they were asked for. @rule R9 */
export const GIVE_SUPPLEMENT: DossierDecision<GiveSupplement, object, null> = {
  scope: null,
  decide: (facts, { delivered: { requestId, number, files, fileFaults } }, now) => {
    const { dossier: before, supplements } = facts;
    assertAllowed('completeSupplement', lifeOf(before));
    // What answers a request that is not open any more answers none.
    assertOpenRequest(before, supplements, number ?? before.supplementCount);
    const added = files.map((file) => deliveredFile(before.id, before.supplementCount, now, file));
    const detail = {
      requestId,
      files: added.map(({ component, sha256 }) => ({ component, sha256 })),
      ...(fileFaults.length > 0 && { notTaken: fileFaults.map(({ component }) => component) }),
    };
    const change = {
      before,
      after: changed(before, {}),
      at: now,
      actor: NATIONAL_PORTAL.subject,
      facts: [{ action: 'fileAttached', detail }] as const,
    };
    return askForFiles(facts, giveDelivered(facts, change, added, now), fileFaults);
  },
  answer: () => ({ status: 204, headers: {}, body: null }),
};
