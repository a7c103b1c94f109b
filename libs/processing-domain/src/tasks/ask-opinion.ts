import { present, Refusal } from '@motcua/kernel';
import { addWorkingTime, startOfTerm } from '@motcua/legal-clock';
import { assertActionAllowed } from '../cases/case-actions.js';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState, CaseTask, Officer } from '../cases/case-state.js';
import { leadingAgency, standsAt } from '../cases/where-it-stands.js';
import { type Opening, stepChanged } from '../process/open-step.js';
import type { StepRole, StepTerm } from '../process/process-definition.js';
import { minutesOf } from '../process/step-terms.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';

interface Question {
  readonly officer: Officer;
  /** Identifier of the agency that is asked. */
  readonly agency: string;
  readonly role: StepRole;
  readonly term: StepTerm;
  readonly question: string;
}

const MINUTE = 60_000;

/**
 * An officer asks another agency something that the process does not ask, beside the work of the step or beside a
 * consultation. The agency sees the case as long as it is asked; the step waits for nobody.
 * @rule R23
 * @throws Refusal TASK.AGENCY_HAS_IT where the agency is asked already, or has the case itself
 */
export function askOpinion(
  state: CaseState,
  { officer, agency, role, term, question }: Question,
  { newTaskId, calendar, now }: Opening,
): Decided {
  assertActionAllowed(state, 'askOpinion');
  if (agency === leadingAgency(state) || state.tasks.some((task) => task.agency === agency))
    throw new Refusal<ProcessingRefusalCode>('TASK.AGENCY_HAS_IT', { agency }, [ASKED_ALREADY]);
  const step = present(standsAt(state), `case ${state.dossierId} is open without a task`);
  const asked: CaseTask = {
    id: newTaskId(),
    kind: 'opinion',
    step,
    role,
    agency,
    holder: null,
    openedAt: now,
    claimedAt: null,
    sentBy: officer,
    handedOverFrom: null,
    question,
    dueAt: addWorkingTime(calendar, startOfTerm(calendar, now), minutesOf(term) * MINUTE),
  };
  const next: CaseState = { ...state, tasks: [...state.tasks, asked] };
  return { state: next, facts: [stepChanged(next)] };
}

const ASKED_ALREADY = {
  pointer: '/agency',
  code: 'AGENCY_HAS_IT',
  detail: {
    vi: 'Cơ quan này đang xử lý hồ sơ hoặc đang được lấy ý kiến.',
    en: 'This agency has the case itself, or is asked already.',
  },
};
