import type { CaseState } from './case-state.js';
import { standsAt } from './where-it-stands.js';

/** The steps that the case has passed once it leaves the one that it is at. */
export function passed(state: CaseState): string[] {
  const here = standsAt(state);
  return here === null ? [...state.trail] : [...state.trail, here];
}

/** The way to `step`: whoever goes back to a step that was passed has what came after it before them again. */
export function trailTo(state: CaseState, step: string): string[] {
  const trail = passed(state);
  const again = trail.indexOf(step);
  return again < 0 ? trail : trail.slice(0, again);
}
