import { present } from '@motcua/kernel';
import type { Decision } from '../tasks/decision.js';

/** Who may hold a task of a step. */
export const STEP_ROLES = ['clerk', 'specialist', 'leader'] as const;
export type StepRole = (typeof STEP_ROLES)[number];

/** What a step is: an officer's work, or the question to other agencies, all asked at once. */
export const STEP_KINDS = ['task', 'consultation'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/**
 * When a consultation is over: every agency has answered; the first one has; or each has answered or let its time pass
 * (silence is no objection).
 */
export const JOINS = ['all', 'any', 'deadlinePassed'] as const;
export type Join = (typeof JOINS)[number];

export const STEP_TERM_UNITS = ['workingHour', 'workingDay'] as const;

/** What it counts for when a consulted agency lets its time pass. */
export const SILENCES = ['consent', 'noAnswer'] as const;
export type Silence = (typeof SILENCES)[number];

/** How long a step may take, in working time; a working day is 8 working hours (R4). */
export interface StepTerm {
  readonly amount: number;
  readonly unit: (typeof STEP_TERM_UNITS)[number];
}

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

/** What a consulted agency may answer. */
interface Opinion {
  readonly code: string;
  readonly name: string;
  readonly requiresReason?: boolean;
}

/** The case's own `competent` or `receiving` agency (R23), or another one by its identifier. */
export type StepAgency = string;

/** One officer's work, ended by an outcome that chooses the next step. */
export interface TaskStep {
  readonly kind?: 'task';
  readonly code: string;
  readonly name: string;
  readonly role: StepRole;
  /** The agency whose officers do it: the competent one unless it says another (R23). */
  readonly agency?: StepAgency;
  readonly term?: StepTerm;
  readonly outcomes: readonly StepOutcome[];
}

/** An agency that is asked, who answers there, and how long it may take. */
interface ConsultedAgency {
  readonly agency: StepAgency;
  readonly role: StepRole;
  readonly term: StepTerm;
}

/** The question to other agencies, all at once; when they are joined again the next step opens. */
export interface ConsultationStep {
  readonly kind: 'consultation';
  readonly code: string;
  readonly name: string;
  readonly ask: readonly ConsultedAgency[];
  readonly join: Join;
  /** Consent, where it says nothing. */
  readonly silence?: Silence;
  /** `agree` and, with a reason, `disagree` where it says nothing. */
  readonly opinions?: readonly Opinion[];
  /** Code of the step that goes on with the opinions. */
  readonly to: string;
}

export type ProcessStep = TaskStep | ConsultationStep;

export const isTaskStep = (step: ProcessStep): step is TaskStep => step.kind !== 'consultation';

/** The steps of a procedure's processing, the first one first. Frozen into each case at its acceptance (R14). */
export interface ProcessDefinition {
  /** Procedure code and version that it was made for; `default` and 1 for the built-in one. */
  readonly procedure: string;
  readonly version: number;
  /** Which saving of it, from 1; absent for the built-in one. */
  readonly revision?: number;
  readonly name: string;
  readonly steps: readonly ProcessStep[];
}

const OPINIONS: readonly Opinion[] = [
  { code: 'agree', name: 'Đồng ý' },
  { code: 'disagree', name: 'Không đồng ý', requiresReason: true },
];

export const opinionsOf = ({ opinions }: ConsultationStep): readonly Opinion[] => opinions ?? OPINIONS;

/** How a task of the step may end. */
export const outcomesOf = (step: ProcessStep): readonly StepOutcome[] =>
  step.kind === 'consultation' ? opinionsOf(step).map((opinion) => ({ ...opinion, to: step.to })) : step.outcomes;

/** How a task of this kind may end: an opinion that an officer's step asks for beside its work has no outcome of that work. */
export const outcomesOfTask = (step: ProcessStep, kind: 'work' | 'opinion'): readonly StepOutcome[] =>
  kind === 'opinion' && step.kind !== 'consultation'
    ? OPINIONS.map((opinion) => ({ ...opinion, to: step.code }))
    : outcomesOf(step);

/** The codes of the steps that may follow; null is the end of the case. */
export const nextOf = (step: ProcessStep): (string | null)[] =>
  step.kind === 'consultation' ? [step.to] : step.outcomes.map(({ to }) => to);

export function stepOf(definition: ProcessDefinition, code: string): ProcessStep {
  const step = definition.steps.find((one) => one.code === code);
  return present(step, `process ${definition.procedure}@${definition.version} has no step ${code}`);
}

export function firstStepOf(definition: ProcessDefinition): ProcessStep {
  return present(definition.steps[0], `process ${definition.procedure}@${definition.version} has no steps`);
}

/** The same steps of the same saving. */
export const sameDefinition = (a: ProcessDefinition, b: ProcessDefinition): boolean =>
  a.procedure === b.procedure && a.version === b.version && a.revision === b.revision;
