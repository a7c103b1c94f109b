import type { Plain, SupplementItem } from '@motcua/contracts';
import { Unchanged } from '@motcua/platform';
import type { DossierCommand, DossierDecision } from '../change/dossiers.js';
import { REQUEST_SUPPLEMENT } from '../decisions/request-supplement.js';
import { NATIONAL_PORTAL } from './portal-actor.js';
import { whatMisses } from './what-misses.js';

interface AskForWhatMisses extends DossierCommand {
  readonly fileFaults: readonly Plain<SupplementItem>[];
}

const NOTHING = { status: 204, headers: {}, body: null };

/** What a portal dossier lacks becomes a supplement request, not a silent refusal; where a fee is due, once it is paid. @rule R21 */
export const ASK_FOR_WHAT_MISSES: DossierDecision<AskForWhatMisses, object, null> = {
  scope: null,
  decide: (facts, { id, fileFaults }, now) => {
    const items = whatMisses(facts, fileFaults, now);
    if (facts.dossier.status !== 'registered' || items.length === 0) return new Unchanged(NOTHING);
    return REQUEST_SUPPLEMENT.decide(
      facts,
      { id, items, found: true, actor: NATIONAL_PORTAL, version: null, language: 'vi' },
      now,
    ) as never;
  },
  answer: () => NOTHING,
};
