import { present, Refusal } from '@motcua/kernel';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState, CaseTask, Officer } from '../cases/case-state.js';
import { consultationOf } from '../tasks/consultation.js';
import { agencyOfStep, type Opening, stepChanged, tasksOf } from './open-step.js';
import { isTaskStep, type ProcessDefinition, sameDefinition } from './process-definition.js';
import { leadingTask, standsAt } from '../cases/where-it-stands.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';

/** Why a running case cannot follow another definition. */
export const IMMOVABLE = [
  'ended',
  'sameDefinition',
  'consultationRunning',
  'stepUnknown',
  'stepIsConsultation',
] as const;
type Immovable = (typeof IMMOVABLE)[number];

/** Another definition, and which of its steps stands for which of before; a step that is not named keeps its code. */
interface ProcessMove {
  readonly definition: ProcessDefinition;
  readonly steps: Readonly<Record<string, string>>;
}

export interface PlannedMove {
  /** Step at which the case is; null once it has ended. */
  readonly from: string | null;
  /** Step at which it would be. */
  readonly to: string | null;
  readonly whyNot: Immovable | null;
}

const mapped = ({ steps }: ProcessMove, code: string): string =>
  Object.hasOwn(steps, code) ? (steps[code] ?? code) : code;

/** What a move would do to a case, without doing it. */
export function planMove(state: CaseState, move: ProcessMove): PlannedMove {
  const from = standsAt(state);
  if (from === null) return { from, to: null, whyNot: 'ended' };
  const to = mapped(move, from);
  const step = move.definition.steps.find(({ code }) => code === to);
  if (sameDefinition(state.terms.definition, move.definition)) return { from, to, whyNot: 'sameDefinition' };
  if (consultationOf(state) || state.tasks.some(({ kind }) => kind === 'opinion'))
    return { from, to, whyNot: 'consultationRunning' };
  if (!step) return { from, to: null, whyNot: 'stepUnknown' };
  return { from, to, whyNot: step.kind === 'consultation' ? 'stepIsConsultation' : null };
}

/** Where the step at which a case arrives is the same officer's work as before, it stays in their hands. */
const keptHolder = (
  { holder, role, agency }: CaseTask,
  after: Pick<CaseTask, 'role' | 'agency'>,
): Officer | undefined => (role === after.role && agency === after.agency ? (holder ?? undefined) : undefined);

function standingAt(
  state: CaseState,
  { definition, step: code, trail }: { definition: ProcessDefinition; step: string; trail: readonly string[] },
  opening: Opening,
): Decided {
  const terms = { ...state.terms, definition };
  const cannot = `case ${state.dossierId} cannot stand at ${code}`;
  const step = present(
    definition.steps.filter(isTaskStep).find((one) => one.code === code),
    cannot,
  );
  const task = present(leadingTask(state), cannot);
  const assignee = keptHolder(task, { role: step.role, agency: agencyOfStep(terms, step.agency) });
  const next: CaseState = { ...state, terms, trail, tasks: tasksOf(terms, step, { ...opening, assignee }) };
  return { state: next, facts: [stepChanged(next)] };
}

/**
 * A running case follows another definition from now on: the one exception to R14, and only by an explicit act. Its due dates
 * do not move; the steps that it has passed are those that the new definition knows. @throws Refusal PROCESS.IMMOVABLE
 * @rule R14
 */
export function moveToProcess(state: CaseState, move: ProcessMove, opening: Opening): Decided {
  const { to, whyNot } = planMove(state, move);
  if (to === null || whyNot !== null)
    throw new Refusal<ProcessingRefusalCode>('PROCESS.IMMOVABLE', { because: whyNot });
  const known = new Set(move.definition.steps.map(({ code }) => code));
  const trail = state.trail.map((code) => mapped(move, code)).filter((code) => known.has(code) && code !== to);
  return standingAt(state, { definition: move.definition, step: to, trail: [...new Set(trail)] }, opening);
}

/** What a case followed before it was moved. */
export interface BeforeMove {
  readonly definition: ProcessDefinition;
  readonly step: string;
  readonly trail: readonly string[];
}

export const beforeMove = (state: CaseState): BeforeMove => ({
  definition: state.terms.definition,
  step: standsAt(state) ?? '',
  trail: state.trail,
});

/** The case follows what it followed before, at the step where it was. */
export const moveBack = (state: CaseState, before: BeforeMove, opening: Opening): Decided =>
  standingAt(state, before, opening);
