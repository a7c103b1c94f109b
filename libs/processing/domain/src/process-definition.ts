import type { Decision } from './case-state.js';

/** Who may hold a task of a step. */
export const STEP_ROLES = ['clerk', 'specialist', 'leader'] as const;
export type StepRole = (typeof STEP_ROLES)[number];

/** How an officer may end a step, and what comes next. */
export interface StepOutcome {
  readonly code: string;
  readonly name: string;
  /** Code of the next step; null completes the case. */
  readonly to: string | null;
  /** The outcome decides what the applicant asked for. */
  readonly decision?: Decision;
  /** A reason must be given, which stays in the history (R21). */
  readonly requiresReason?: boolean;
  /** The officer's signature goes under the results that were put into the case (R20). */
  readonly signs?: boolean;
}

export interface ProcessStep {
  readonly code: string;
  readonly name: string;
  readonly role: StepRole;
  /** The agency whose officers do it: the competent one unless it says `receiving` (R23). */
  readonly agency?: 'competent' | 'receiving';
  readonly outcomes: readonly StepOutcome[];
}

/** The steps of a procedure's processing, the first one first. Frozen into each case at its acceptance (R14). */
export interface ProcessDefinition {
  /** Procedure code and version that it was made for; `default` and 1 for the built-in one. */
  readonly procedure: string;
  readonly version: number;
  readonly name: string;
  readonly steps: readonly ProcessStep[];
}

export const stepOf = (definition: ProcessDefinition, code: string): ProcessStep => {
  const step = definition.steps.find((one) => one.code === code);
  if (!step) throw new Error(`process ${definition.procedure}@${definition.version} has no step ${code}`);
  return step;
};

export const firstStepOf = (definition: ProcessDefinition): ProcessStep => {
  const [first] = definition.steps;
  if (!first) throw new Error(`process ${definition.procedure}@${definition.version} has no steps`);
  return first;
};
