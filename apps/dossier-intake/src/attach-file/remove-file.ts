import type { PlatformCode } from '@motcua/platform';
import { assertAllowed, givenUntil } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import { changed } from '../change/dossier-change.js';
import { workedOn } from '../change/worked-on.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { assertOpenRequest } from '../remarks/assert-open-request.js';
import { lifeOf } from '../persistence/found-dossier.js';

interface RemoveFile extends Asked {
  readonly fileId: string;
}

/** Takes a file out of a draft, or a wrong one out of a supplement that is not given yet. Its content stays in the store, which other dossiers may share. */
export const REMOVE_FILE: DossierDecision<RemoveFile, object, null> = {
  scope: 'dossier.submit',
  decide: ({ dossier: before, files, supplements }, { fileId, actor }, now) => {
    const awaitsSupplement = before.status === 'supplementRequired';
    assertAllowed(awaitsSupplement ? 'completeSupplement' : 'edit', lifeOf(before));
    if (awaitsSupplement) assertOpenRequest(before, supplements, before.supplementCount);
    // What was given stays, before the request and with a part of its answer: it was received.
    const open = supplements.find(({ number }) => number === before.supplementCount);
    const until = open ? givenUntil(open) : null;
    const isGiven = (uploadedAt: Temporal.Instant): boolean =>
      until !== null && Temporal.Instant.compare(uploadedAt, until) <= 0;
    const file = files.find(
      ({ id, supplement, uploadedAt }) =>
        id === fileId && (!awaitsSupplement || (supplement === before.supplementCount && !isGiven(uploadedAt))),
    );
    if (!file) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const { component, sha256 } = file;
    return {
      before,
      after: changed(before, workedOn(before, now)),
      at: now,
      actor: actor.subject,
      facts: [{ action: 'fileRemoved', detail: { component, sha256 } }],
      filesRemoved: [file],
    };
  },
  answer: (_, { after }) => ({ status: 204, headers: { etag: `"${after.version}"` }, body: null }),
};
