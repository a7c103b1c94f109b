import { type Moment, toLocal } from '../calendar/local-time.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { start } from './start-of-term.js';
import type { DeadlineInput } from './deadline-request.js';
import { fullPromisedTermDue } from './promised-term.js';
import type { AppliedSupplement } from './pause-or-restart.js';
import { applySupplement } from './pause-or-restart.js';
import { fullTermDue } from './term.js';

/** Both tracks worked out, in local milliseconds. */
export interface Tracks {
  readonly accepted: number;
  readonly started: number;
  /** The due dates as they stand, an open supplement not considered. */
  readonly statutory: number;
  readonly promised: number;
  /** When the supplement that is still awaited was requested, if it stops the clock. */
  readonly pausedSince: number | undefined;
  /** When a supplement that is still awaited was requested too late to stop the clock. */
  readonly openAfterDue: number | undefined;
  /** What each completed supplement did to the statutory track. */
  readonly applied: readonly AppliedSupplement[];
}

/**
 * The statutory and the promised track, each alone and in order; the promise is never later than the law, after the
 * acceptance and after every supplement (R8, R17, R18).
 * @rule R18
 */
export function runTracks(input: DeadlineInput<Moment>): Tracks {
  const { calendar, term, reductionBasisPoints = 0, supplementPolicy = 'pause', supplements = [] } = input;
  const accepted = toLocal(calendar, input.acceptedAt);
  const started = start(calendar, accepted);
  const statutoryFrom = (t: number, from?: number): number => fullTermDue(calendar, term, t, from);
  const promisedFrom = (t: number, from?: number): number =>
    fullPromisedTermDue(calendar, term, t, reductionBasisPoints, from);

  let statutory = statutoryFrom(accepted, started);
  let promised = reductionBasisPoints === 0 ? statutory : Math.min(promisedFrom(accepted, started), statutory);
  const applied: AppliedSupplement[] = [];
  let open: number | undefined;
  for (const { requestedAt, completedAt } of supplements) {
    const requested = toLocal(calendar, requestedAt);
    if (completedAt === undefined || completedAt === null) {
      open = requested;
      break;
    }
    const completed = toLocal(calendar, completedAt);
    const ofLaw = applySupplement(calendar, term, supplementPolicy, statutory, requested, completed, statutoryFrom);
    applied.push(ofLaw);
    statutory = ofLaw.after;
    const ofPromise = applySupplement(calendar, term, supplementPolicy, promised, requested, completed, promisedFrom);
    promised = Math.min(ofPromise.after, statutory);
  }
  const stops = open !== undefined && open < statutory;
  return {
    accepted,
    started,
    statutory,
    promised,
    pausedSince: stops ? open : undefined,
    openAfterDue: stops ? undefined : open,
    applied,
  };
}

/** Whether a calendar year from that of the acceptance to that of `until` is not among the published ones. */
export const isProvisional = ({ published }: WorkingCalendar, accepted: number, until: number): boolean =>
  !published.some((stretch) => accepted >= stretch.from && until < stretch.until);
