import { earlierOf } from '@motcua/kernel';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState, CaseTask } from '../cases/case-state.js';
import { arriveAt, type Opening, stepChanged } from '../process/open-step.js';
import { type ConsultationStep, type Join, type Silence, stepOf } from '../process/process-definition.js';
import { standsAt } from '../cases/where-it-stands.js';

/** The consultation that a case is at. */
export function consultationOf(state: CaseState): ConsultationStep | undefined {
  const here = standsAt(state);
  const step = here === null ? undefined : stepOf(state.terms.definition, here);
  return step?.kind === 'consultation' ? step : undefined;
}

const isOver = (join: Join, isAnswer: boolean | undefined, stillAsked: readonly CaseTask[]): boolean =>
  stillAsked.length === 0 || (join === 'any' && isAnswer === true);

/**
 * These agencies are asked no more. A consultation waits on for the others, or goes on at the next step with nobody asked; an
 * officer's step, which only asked beside its own work, stays where it is.
 * @param isAnswer true where the agency has answered what the consultation asks
 */
export function askedNoMore(
  state: CaseState,
  tasks: readonly CaseTask[],
  opening: Opening,
  isAnswer?: boolean,
): Decided {
  const step = consultationOf(state);
  const stillAsked = state.tasks.filter((task) => !tasks.includes(task));
  const next: CaseState =
    step && isOver(step.join, isAnswer, stillAsked)
      ? arriveAt(state, step.to, opening)
      : { ...state, tasks: stillAsked };
  return { state: next, facts: [stepChanged(next)] };
}

/** What it counts for that an agency let its time pass: what the step says; to an officer's own question it is no answer. */
export const silenceOf = (state: CaseState, { question }: CaseTask): Silence =>
  question == null ? (consultationOf(state)?.silence ?? 'consent') : 'noAnswer';

/**
 * When the next silence counts as an answer, where the consultation is joined by deadline; null where nothing expires: with
 * `all` and `any` an agency that is late is late and goes on being asked. While the applicant is awaited nothing expires.
 */
export function consultationExpiresAt(state: CaseState): Temporal.Instant | null {
  if (state.status !== 'open' || consultationOf(state)?.join !== 'deadlinePassed') return null;
  return state.tasks.reduce<Temporal.Instant | null>(
    (soonest, { dueAt }) => (dueAt && soonest ? earlierOf(dueAt, soonest) : (dueAt ?? soonest)),
    null,
  );
}

/**
 * Agencies whose time has passed are not asked any more; once nobody is, the next step opens. Undefined where nothing has
 * expired by now, so that a sweep may ask twice.
 */
export function expireConsultation(state: CaseState, opening: Opening): Decided | undefined {
  const expiresAt = consultationExpiresAt(state);
  if (!expiresAt || Temporal.Instant.compare(expiresAt, opening.now) > 0) return undefined;
  const silent = state.tasks.filter(({ dueAt }) => dueAt !== null && Temporal.Instant.compare(dueAt, opening.now) <= 0);
  return askedNoMore(state, silent, opening);
}
