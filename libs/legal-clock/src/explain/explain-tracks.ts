import type { Localized } from '@motcua/kernel';
import { toInstant } from '../calendar/local-time.js';
import { start, worked } from '../calendar/working-time.js';
import type { DeadlineInput } from '../deadline/deadline-request.js';
import { countsCalendarTime, workingTimeOf } from '../deadline/term.js';
import type { Tracks } from '../deadline/tracks.js';
import type { DeadlineStep } from './deadline-step.js';
import { minuteCounter } from './minutes.js';
import * as say from './sentences.js';

const ACCEPTED: Localized = { vi: 'Hồ sơ được tiếp nhận', en: 'The dossier was accepted' };
const COMPLETED: Localized = { vi: 'Hồ sơ được bổ sung xong', en: 'The supplement was completed' };

/** The steps of the statutory track, in the order in which they happened (R3, R4, R7, R8). */
export const explainTracks = (input: DeadlineInput, tracks: Tracks): readonly DeadlineStep[] => {
  const { calendar, term, supplementPolicy = 'pause' } = input;
  const calendarTime = countsCalendarTime(term);
  const countingRule = term.unit === 'sameDay' ? 'R7' : 'R4';
  const minutes = minuteCounter();
  const steps: DeadlineStep[] = [];

  // The count that is under way: since when, and of a full term (triggered at `trigger`) or of what a pause left.
  let since = tracks.started;
  let trigger: number | undefined = tracks.accepted;
  let due = tracks.turns[0]?.before ?? tracks.statutory;

  const push = (rule: DeadlineStep['rule'], from: number | null, to: number | null, explanation: Localized): void => {
    steps.push({ rule, from: instant(from), to: instant(to), explanation });
  };
  const pushCount = (from: number, to: number, explanation: Localized, discarded = false): void => {
    steps.push({
      rule: countingRule,
      from: instant(from),
      to: instant(to),
      ...(calendarTime ? {} : { workingMinutes: minutes(worked(calendar, from, to)) }),
      ...(discarded ? { discarded } : {}),
      explanation,
    });
  };
  const instant = (local: number | null): Temporal.Instant | null =>
    local === null ? null : toInstant(calendar, local);
  const restAt = (t: number): { readonly working: number } | { readonly elapsed: number } =>
    calendarTime ? { elapsed: due - start(calendar, t) } : { working: worked(calendar, t, due) };
  const interrupt = (requested: number, discarded: boolean): void => {
    if (requested <= since) return;
    const time = calendarTime ? undefined : worked(calendar, since, requested);
    pushCount(since, requested, say.countedSentence(requested, time, discarded), discarded);
  };
  const runOut = (): void => {
    const explanation =
      trigger === undefined
        ? say.restSentence(calendar, rest ?? { working: 0 }, since, due)
        : say.fullTermSentence(calendar, term, trigger, due);
    pushCount(since, due, explanation);
  };

  let rest: { readonly working: number } | { readonly elapsed: number } | undefined;
  let ranOut = false;
  push('R3', tracks.accepted, tracks.started, say.startSentence(ACCEPTED, tracks.accepted, tracks.started));
  for (const turn of tracks.turns) {
    if (turn.effect === 'paused' || turn.effect === 'restarted') {
      interrupt(turn.requested, turn.effect === 'restarted');
      push('R8', turn.requested, turn.completed, say.supplementSentence(turn));
      if (turn.effect === 'paused') {
        rest = restAt(turn.requested);
        since = calendarTime ? start(calendar, turn.completed) : turn.completed;
        trigger = undefined;
      } else {
        since = start(calendar, turn.completed);
        trigger = turn.completed;
        push('R3', turn.completed, since, say.startSentence(COMPLETED, turn.completed, since));
      }
      due = turn.after;
      continue;
    }
    if (turn.effect === 'afterDue' && !ranOut) {
      runOut();
      ranOut = true;
    }
    push('R8', turn.requested, turn.completed, say.supplementSentence(turn));
  }

  const { pausedSince, openAfterDue } = tracks;
  if (pausedSince === undefined) {
    if (!ranOut) runOut();
    if (openAfterDue !== undefined) push('R8', openAfterDue, null, say.openAfterDueSentence(openAfterDue, due));
    return steps;
  }
  const restarts = supplementPolicy === 'restart';
  interrupt(pausedSince, restarts);
  push('R8', pausedSince, null, say.openSentence(pausedSince));
  const left = restarts ? 'fullTerm' : restAt(pausedSince);
  const workingTime = restarts
    ? workingTimeOf(term)
    : left !== 'fullTerm' && 'working' in left
      ? left.working
      : undefined;
  steps.push({
    rule: countingRule,
    from: null,
    to: null,
    ...(workingTime === undefined ? {} : { workingMinutes: minutes(workingTime) }),
    explanation: say.toComeSentence(term, left),
  });
  return steps;
};
