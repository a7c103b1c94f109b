import { acceptDossier } from '../chapters/accept-dossier.js';
import { assignOfficer } from '../chapters/assign-officer.js';
import { endAtPortal } from '../chapters/end-at-portal.js';
import { issueResult } from '../chapters/issue-result.js';
import { lookBack } from '../chapters/look-back.js';
import { payBeforeAcceptance } from '../chapters/pay-fee.js';
import { readMessages } from '../chapters/read-messages.js';
import { returnResult } from '../chapters/return-result.js';
import { submitAtPortal } from '../chapters/submit-at-portal.js';
import { submitDossier } from '../chapters/submit-dossier.js';
import { supplementPapers } from '../chapters/supplement-papers.js';
import type { ScenarioDossier, ScenarioWorld } from './scenario-world.js';

/** One dossier from the national portal, or from draft, to returned result. @throws NotAsExpected at the first step that is not as it must be */
export async function playScenario(world: ScenarioWorld): Promise<ScenarioDossier> {
  world.tell.heading('Diễn biến', 'timeline');
  const submitted = await (world.portalCode === null ? submitDossier(world) : submitAtPortal(world, world.portalCode));
  const registered = await payBeforeAcceptance(world, submitted);
  const acceptance = await acceptDossier(world, registered);
  await assignOfficer(world, acceptance.dossier);
  const supplemented = await supplementPapers(world, acceptance);
  const processed = await issueResult(world, supplemented);
  const returned = await returnResult(world, processed);
  await readMessages(world, returned);
  await endAtPortal(world, returned);
  await lookBack(world, returned);
  return returned;
}
