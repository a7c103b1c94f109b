import { acceptDossier } from '../chapters/accept-dossier.js';
import { assignOfficer } from '../chapters/assign-officer.js';
import { issueResult } from '../chapters/issue-result.js';
import { closeDrawer, openDrawer } from '../chapters/money/keep-drawer.js';
import { payBack } from '../chapters/money/pay-back.js';
import { payInParts } from '../chapters/money/pay-in-parts.js';
import { returnResult } from '../chapters/return-result.js';
import { submitDossier } from '../chapters/submit-dossier.js';
import { demandLateFee } from '../chapters/troubles/demand-late-fee.js';
import type { ScenarioDossier, ScenarioWorld } from './scenario-world.js';

/**
 * How money comes that does not come at once: in parts and too much, a fee that arises, a refund by two persons, and a drawer that is
 * opened, counted and closed. @throws NotAsExpected
 */
export async function playMoney(world: ScenarioWorld): Promise<ScenarioDossier> {
  world.tell.heading('Diễn biến', 'timeline');
  const submitted = await submitDossier(world);
  const drawer = await openDrawer(world, submitted.code);
  const registered = await payInParts(world, submitted);
  await payBack(world, registered);
  const { dossier: accepted } = await acceptDossier({ ...world, dueByHand: null }, registered);
  const assigned = await assignOfficer(world, accepted);
  const paid = await demandLateFee(world, assigned);
  await closeDrawer(world, drawer, submitted.code);
  const processed = await issueResult(world, paid);
  return returnResult(world, processed);
}
