import type { Localized } from '@motcua/kernel';
import { start } from '../deadline/start-of-term.js';
import type { DeadlineInput } from '../deadline/deadline-request.js';
import { workingTimeOf } from '../deadline/term.js';
import type { Tracks } from '../deadline/statutory-and-promised.js';
import { CountUnderWay, countingRule } from './count-under-way.js';
import type { DeadlineStep } from './deadline-step.js';
import { StepList } from './step-list.js';
import * as say from './supplement-sentences.js';
import { startSentence } from './term-sentences.js';

const ACCEPTED: Localized = { vi: 'Hồ sơ được tiếp nhận', en: 'The dossier was accepted' };
const COMPLETED: Localized = { vi: 'Hồ sơ được bổ sung xong', en: 'The supplement was completed' };

/** The steps of the statutory track (R3, R4, R7, R8), in the order in which they happened. */
export function explainTracks(input: DeadlineInput, tracks: Tracks): readonly DeadlineStep[] {
  const { calendar, term } = input;
  const { accepted, started, applied, pausedSince, openAfterDue } = tracks;
  const list = new StepList(calendar);
  list.add('R3', accepted, started, startSentence(ACCEPTED, accepted, started));

  let count = CountUnderWay.ofFullTerm(calendar, term, accepted, applied[0]?.before ?? tracks.statutory);
  const tooLate = applied.filter(({ effect }) => effect === 'afterDue');
  for (const supplement of applied) {
    if (supplement.effect === 'afterDue') continue;
    const moves = supplement.effect === 'paused' || supplement.effect === 'restarted';
    if (moves) count.tellUntil(supplement.requested, supplement.effect === 'restarted', list);
    list.add('R8', supplement.requested, supplement.completed, say.supplementSentence(supplement));
    if (supplement.effect === 'paused') count = count.resumed(supplement);
    if (supplement.effect === 'restarted') {
      const restarted = start(calendar, supplement.completed);
      list.add('R3', supplement.completed, restarted, startSentence(COMPLETED, supplement.completed, restarted));
      count = CountUnderWay.ofFullTerm(calendar, term, supplement.completed, supplement.after);
    }
  }

  if (pausedSince !== undefined) {
    tellPause(input, count, pausedSince, list);
    return list.steps;
  }
  count.tellToTheEnd(list);
  // A request at or after the due date, and all that follow it, come after the term has ended.
  for (const supplement of tooLate)
    list.add('R8', supplement.requested, supplement.completed, say.supplementSentence(supplement));
  if (openAfterDue !== undefined) {
    list.add('R8', openAfterDue, null, say.openAfterDueSentence(openAfterDue, count.due));
  }
  return list.steps;
}

/** A supplement that is still awaited: what was counted, that the term stands still, and what is still to come. */
function tellPause(input: DeadlineInput, count: CountUnderWay, since: number, list: StepList): void {
  const { term, supplementPolicy = 'pause' } = input;
  const restarts = supplementPolicy === 'restart';
  count.tellUntil(since, restarts, list);
  list.add('R8', since, null, say.openSentence(since));
  if (restarts) {
    list.add(countingRule(term), null, null, say.toComeSentence(term, 'fullTerm'), { working: workingTimeOf(term) });
    return;
  }
  const rest = count.restAt(since);
  const working = 'working' in rest ? rest.working : undefined;
  list.add(countingRule(term), null, null, say.toComeSentence(term, rest), { working });
}
