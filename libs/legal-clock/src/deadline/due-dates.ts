import { toEpoch } from '../calendar/local-time.js';
import { refuseBadInput } from './check-input.js';
import type { DeadlineInput, DueDates } from './deadline-request.js';
import type { Tracks } from './statutory-and-promised.js';
import { isProvisional, runTracks } from './statutory-and-promised.js';

/**
 * When a dossier is due (R3 to R8, R17), without the explanation. Throws `Refusal` `DEADLINE.INVALID` with every fault, or
 * `DEADLINE.OUT_OF_RANGE`.
 */
export function dueDates(input: DeadlineInput): DueDates {
  refuseBadInput(input);
  return dueDatesOf(input, runTracks(input));
}

/** `dueDates` in epoch milliseconds, for reports over millions. Throws the same refusals. */
export function dueTimes(input: DeadlineInput<number>): DueDates<number> {
  refuseBadInput(input);
  return dueTimesOf(input, runTracks(input));
}

export function dueDatesOf({ calendar, acceptedAt }: DeadlineInput, tracks: Tracks): DueDates {
  const { state, startedAt, statutoryDueAt, promisedDueAt, provisional } = dueTimesOf({ calendar }, tracks);
  const statutory = instantOrNone(statutoryDueAt);
  return {
    state,
    startedAt: tracks.started === tracks.accepted ? acceptedAt : instant(startedAt),
    statutoryDueAt: statutory,
    promisedDueAt: promisedDueAt === statutoryDueAt ? statutory : instantOrNone(promisedDueAt),
    provisional,
  };
}

function dueTimesOf({ calendar }: Pick<DeadlineInput, 'calendar'>, tracks: Tracks): DueDates<number> {
  const { accepted, started, statutory, promised, pausedSince } = tracks;
  const statutoryDueAt = toEpoch(calendar, statutory);
  const paused = pausedSince !== undefined;
  return {
    state: paused ? 'paused' : 'running',
    startedAt: toEpoch(calendar, started),
    statutoryDueAt: paused ? null : statutoryDueAt,
    promisedDueAt: paused ? null : toEpoch(calendar, promised),
    provisional: isProvisional(calendar, accepted, pausedSince ?? statutory),
  };
}

const instantOrNone = (epoch: number | null): Temporal.Instant | null => (epoch === null ? null : instant(epoch));

const instant = (epoch: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(epoch);
