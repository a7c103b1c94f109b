import { toInstant } from '../calendar/local-time.js';
import { refuseBadInput } from './check-input.js';
import type { DeadlineInput, DueDates } from './deadline-request.js';
import type { Tracks } from './tracks.js';
import { isProvisional, runTracks } from './tracks.js';

/**
 * When a dossier is due (R3 to R8, R17), without the explanation: for acceptances and for reports over millions.
 * Throws `Refusal` `DEADLINE.INVALID` with every fault, or `DEADLINE.OUT_OF_RANGE`.
 */
export const dueDates = (input: DeadlineInput): DueDates => {
  refuseBadInput(input);
  return dueDatesOf(input, runTracks(input));
};

export const dueDatesOf = ({ calendar }: DeadlineInput, tracks: Tracks): DueDates => {
  const { accepted, started, statutory, promised, pausedSince } = tracks;
  const statutoryDueAt = toInstant(calendar, statutory);
  const paused = pausedSince !== undefined;
  return {
    state: paused ? 'paused' : 'running',
    startedAt: toInstant(calendar, started),
    statutoryDueAt: paused ? null : statutoryDueAt,
    promisedDueAt: paused ? null : promised === statutory ? statutoryDueAt : toInstant(calendar, promised),
    provisional: isProvisional(calendar, accepted, pausedSince ?? statutory),
  };
};
