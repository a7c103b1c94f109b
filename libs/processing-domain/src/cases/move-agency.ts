import { stepChanged } from '../process/open-step.js';
import type { ProcessStep } from '../process/process-definition.js';
import type { Decided } from './case-fact.js';
import type { CaseState, CaseTask } from './case-state.js';

/**
 * What of a case was an agency's that has ended, merged or been split is another's: its competence, its open tasks, which
 * nobody holds there yet, and the steps that name it. Term, dates and steps stay (R14). Undefined where nothing was its.
 * @rule R23
 */
export function moveAgency(state: CaseState, from: string, to: string): Decided | undefined {
  if (state.endedAt) return undefined;
  const moved = (agency: string): string => (agency === from ? to : agency);
  const { terms } = state;
  const next: CaseState = {
    ...state,
    terms: {
      ...terms,
      receivingAgency: moved(terms.receivingAgency),
      competentAgency: moved(terms.competentAgency),
      definition: { ...terms.definition, steps: terms.definition.steps.map((step) => movedStep(step, moved)) },
    },
    tasks: state.tasks.map((task) => (task.agency === from ? movedTask(task, to) : task)),
  };
  return { state: next, facts: state.tasks.length > 0 ? [stepChanged(next)] : [] };
}

const movedTask = (task: CaseTask, agency: string): CaseTask => ({
  ...task,
  agency,
  holder: null,
  onBehalfOf: null,
  claimedAt: null,
});

const movedStep = (step: ProcessStep, moved: (agency: string) => string): ProcessStep =>
  step.kind === 'consultation'
    ? { ...step, ask: step.ask.map((one) => ({ ...one, agency: moved(one.agency) })) }
    : step.agency === undefined
      ? step
      : { ...step, agency: moved(step.agency) };
