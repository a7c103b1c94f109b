import { refuseBadInput } from './deadline/check-input.js';
import type { DeadlineInput, DueDates } from './deadline/deadline-request.js';
import { dueDatesOf } from './deadline/due-dates.js';
import { runTracks } from './deadline/statutory-and-promised.js';
import type { DeadlineStep } from './explain/deadline-step.js';
import { explainTracks } from './explain/explain-tracks.js';

/** Both due dates, and the steps by which the statutory one came about. */
export interface Deadline extends DueDates {
  readonly steps: readonly DeadlineStep[];
}

/** `dueDates` with its explanation in every language. Throws the same refusals. */
export function calculateDeadline(input: DeadlineInput): Deadline {
  refuseBadInput(input);
  const tracks = runTracks(input);
  return { ...dueDatesOf(input, tracks), steps: explainTracks(input, tracks) };
}
