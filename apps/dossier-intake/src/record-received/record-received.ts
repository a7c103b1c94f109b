import { assertAllowed, checkReceived, type DossierRefusalCode, type ReceivedPapers } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import { ok, type PlatformCode, reachOf } from '@motcua/platform';
import { askedComponents } from '../catalogue/asked-components.js';
import { changed } from '../change/dossier-change.js';
import { workedOn } from '../change/worked-on.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { lifeOf } from '../persistence/found-dossier.js';

interface RecordReceived extends Asked {
  readonly received: ReceivedPapers;
}

/**
 * The office records what came on paper, until the dossier is accepted, and again with a supplement: form 01 prints it.
 * @rule R15 R20
 * @throws Refusal DOSSIER.INPUT_INVALID, DOSSIER.ACTION_NOT_ALLOWED, ACCESS.FORBIDDEN
 */
export const RECORD_RECEIVED: DossierDecision<RecordReceived> = {
  scope: 'dossier.submit',
  decide: ({ dossier: before, version }, { actor, received }, now) => {
    // What an office has received is not the applicant's to say.
    if (reachOf('dossier.submit', actor.roles) !== 'office') throw new Refusal<PlatformCode>('ACCESS.FORBIDDEN');
    assertAllowed(actionIn(before.status), lifeOf(before));
    const faults = checkReceived(received, askedComponents(version, before));
    if (faults.length > 0) throw new Refusal<DossierRefusalCode>('DOSSIER.INPUT_INVALID', {}, faults);
    const { components, further } = received;
    const detail = { components, further: further.length };
    return {
      before,
      after: changed(before, { received, ...workedOn(before, now) }),
      at: now,
      actor: actor.subject,
      facts: [{ action: 'papersReceived', detail }],
    };
  },
  answer: (shown, { after }) => ok(shown(), { version: after.version }),
};

function actionIn(status: string) {
  if (status === 'draft') return 'edit';
  return status === 'supplementRequired' ? 'completeSupplement' : 'accept';
}
