import { addWorkingTime, startOfTerm, type WorkingCalendar } from '@motcua/legal-clock';
import type { CaseFact } from '../cases/case-fact.js';
import type { CaseState, CaseTask, CaseTerms, Officer } from '../cases/case-state.js';
import { type ProcessStep, type StepAgency, stepOf, type StepRole, type StepTerm } from './process-definition.js';
import { minutesOf } from './step-terms.js';
import { trailTo } from '../cases/trail.js';
import { leadingAgency, leadingTask, agenciesWithTask } from '../cases/where-it-stands.js';

/** What opening a step needs beside the case: ids for its tasks, the case's calendar, and the instant. */
export interface Opening {
  readonly newTaskId: () => string;
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
  /** Who does it, where that is said already. */
  readonly assignee?: Officer | undefined;
  /** Who sends the case there. */
  readonly sentBy?: Officer | undefined;
}

const MINUTE = 60_000;

/** For which agency a step's signature is given: the one that the step names, wherever its task is. @rule R23 */
export function signingAgency(terms: CaseTerms, code: string): string {
  const step = stepOf(terms.definition, code);
  return agencyOfStep(terms, step.kind === 'consultation' ? undefined : step.agency);
}

/** The agency that a step names, for this case. @rule R23 */
export function agencyOfStep(
  { receivingAgency, competentAgency }: Pick<CaseTerms, 'receivingAgency' | 'competentAgency'>,
  agency: StepAgency | undefined,
): string {
  if (agency === undefined || agency === 'competent') return competentAgency;
  return agency === 'receiving' ? receivingAgency : agency;
}

interface Asked {
  readonly role: StepRole;
  readonly agency?: StepAgency | undefined;
  readonly term?: StepTerm | undefined;
}

/** The tasks that a step opens: one, or one for each agency that it consults. */
export function tasksOf(
  terms: CaseTerms,
  step: ProcessStep,
  { newTaskId, calendar, now, assignee, sentBy }: Opening,
): CaseTask[] {
  const isConsultation = step.kind === 'consultation';
  const asked: readonly Asked[] = isConsultation ? step.ask : [step];
  return asked.map(({ role, agency, term }) => ({
    id: newTaskId(),
    kind: isConsultation ? 'opinion' : 'work',
    step: step.code,
    role,
    agency: agencyOfStep(terms, agency),
    holder: isConsultation ? null : (assignee ?? null),
    openedAt: now,
    claimedAt: isConsultation || !assignee ? null : now,
    sentBy: sentBy ?? null,
    handedOverFrom: null,
    dueAt: term ? addWorkingTime(calendar, startOfTerm(calendar, now), minutesOf(term) * MINUTE) : null,
  }));
}

/** Where the case stands, told to everyone. @rule R19 */
export function stepChanged(state: CaseState): CaseFact {
  const [task] = state.tasks;
  const step = task ? stepOf(state.terms.definition, task.step) : undefined;
  return {
    type: 'stepChanged',
    step: step ? { code: step.code, name: step.name } : null,
    agency: leadingAgency(state),
    officer: leadingTask(state)?.holder ?? null,
    agencies: agenciesWithTask(state),
  };
}

/** The case as it is once `to` is open and everything else is closed. */
export const arriveAt = (state: CaseState, to: string, opening: Opening): CaseState => ({
  ...state,
  trail: trailTo(state, to),
  tasks: tasksOf(state.terms, stepOf(state.terms.definition, to), opening),
});
