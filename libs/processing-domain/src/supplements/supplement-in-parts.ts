import { Refusal } from '@motcua/kernel';
import { assertActionAllowed } from '../cases/case-actions.js';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState, Officer, SupplementPart } from '../cases/case-state.js';
import { holdersOrAsker } from '../cases/where-it-stands.js';
import type { CaseCalendars } from '../deadlines/calendars-before-and-after.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';
import { supplementInHand } from './cancel-supplement.js';
import { goesOn, openSupplement } from './complete-supplement.js';

/**
 * The applicant gave a part, as intake recorded it: the case goes on waiting for the rest, until the same deadline. Undefined where
 * the case waits for no such request, or knows of the part.
 * @rule R8 R9
 */
export function notePart(
  state: CaseState,
  { number, part }: { readonly number: number; readonly part: SupplementPart },
): Decided | undefined {
  const open = openSupplement(state);
  const { parts = [] } = open ?? {};
  if (open?.number !== number || parts.some(({ at }) => at === part.at)) return undefined;
  const supplements = state.supplements.map((one) => (one === open ? { ...one, parts: [...parts, part] } : one));
  const tell = holdersOrAsker(state, open.requestedBy);
  return {
    state: { ...state, supplements },
    facts: [{ type: 'supplementPartGiven', number, givenAt: Temporal.Instant.from(part.at), tell }],
  };
}

interface Taking {
  readonly number: number;
  readonly officer: Officer;
  readonly reason: string;
}

/**
 * An officer goes on with the part that was given: the clock runs on from now. Refused with `CASE.SUPPLEMENT_NOTHING_GIVEN` where
 * nothing was: such a request is taken back instead, and the clock is as if it had never paused.
 * @rule R8 R9
 */
export function takeAsEnough(
  state: CaseState,
  { number, officer, reason }: Taking,
  calendars: CaseCalendars,
  now: Temporal.Instant,
): Decided {
  assertActionAllowed(state, 'takeAsEnough');
  const open = supplementInHand(state, number);
  if (!open.parts?.length) throw new Refusal<ProcessingRefusalCode>('CASE.SUPPLEMENT_NOTHING_GIVEN', { number });
  return goesOn(state, open, { completedAt: now, takenAsEnough: { by: officer, reason } }, calendars);
}
