import { acceptDossier } from '../chapters/accept-dossier.js';
import { assignOfficer } from '../chapters/assign-officer.js';
import { issueResult } from '../chapters/issue-result.js';
import { payBeforeAcceptance } from '../chapters/pay-fee.js';
import { submitDossier } from '../chapters/submit-dossier.js';
import { acceptInBulk } from '../chapters/troubles/accept-in-bulk.js';
import { apologise } from '../chapters/troubles/apologise.js';
import { correctTypo } from '../chapters/troubles/correct-typo.js';
import { demandLateFee } from '../chapters/troubles/demand-late-fee.js';
import { mergeAgency } from '../chapters/troubles/merge-agency.js';
import { recallHandOver } from '../chapters/troubles/recall-hand-over.js';
import { replaceResult } from '../chapters/troubles/replace-result.js';
import { returnByPost } from '../chapters/troubles/return-by-post.js';
import { supplementInParts } from '../chapters/troubles/supplement-in-parts.js';
import { awaitCase, undoAcceptance } from '../chapters/troubles/undo-acceptance.js';
import { writeNote } from '../chapters/troubles/write-note.js';
import type { ScenarioDossier, ScenarioWorld } from './scenario-world.js';

/**
 * What goes wrong in an office, and how it is mended: a typo, a wrong acceptance, a hand-over to the wrong agency, a paper beyond the list, a fee that
 * arises, lateness, a wrong result, an agency that is merged away, a bag at the wrong office, and at the end the post. @throws NotAsExpected
 */
export async function playTroubles(world: ScenarioWorld): Promise<ScenarioDossier> {
  world.tell.heading('Diễn biến', 'timeline');
  const submitted = await submitDossier(world);
  const corrected = await correctTypo(world, await payBeforeAcceptance(world, submitted));
  const mistaken = await acceptDossier({ ...world, dueByHand: null }, corrected);
  const accepted = await acceptInBulk(world, await undoAcceptance(world, mistaken.dossier));
  await awaitCase(world, accepted);
  const assigned = await assignOfficer(world, accepted);
  await recallHandOver(world, assigned);
  const supplemented = await supplementInParts(world, assigned);
  const paid = await demandLateFee(world, supplemented);
  await writeNote(world, paid);
  const late = await apologise(world, paid);
  const processed = await issueResult({ ...world, dates: late }, paid);
  const replaced = await replaceResult(world, processed);
  await mergeAgency({ ...world, dates: late });
  return returnByPost({ ...world, dates: late }, replaced);
}
