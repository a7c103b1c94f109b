import { Refusal } from '@motcua/kernel';
import { type CaseTerms, handOver, maySign, outcomesOf, signingAgency, stepOf } from '@motcua/processing-domain';
import type { TaskCommand, TaskInHand } from '../../change/case-in-hand.js';
import { officersTaskKind } from '../../change/case-kind.js';
import { theTask } from '../../change/task-answers.js';
import type { TaskDetailView } from '../../views/task-detail.view.js';
import { activeAgency } from '../active-agency.js';
import { changedHands } from '../task-holding.js';
import type { WorkflowCode } from '../../problems.js';

export interface HandOver extends TaskCommand {
  /** In its current or its legacy form (R2). */
  readonly agency: string;
  readonly reason: string;
}

export const HAND_OVER = officersTaskKind<HandOver, TaskDetailView>({
  needs: {
    agencies: ({ agency }) => [agency],
    signatories: ({ terms }, _, step) =>
      step !== undefined && signs(terms, step) ? signingAgency(terms, step) : undefined,
  },
  decide: (inHand, { taskId, agency, reason }) => {
    const { state, task, officer } = inHand;
    const to = activeAgency(inHand, agency);
    if (task.kind === 'work' && signs(state.terms, task.step)) assertSignatoryIn(inHand, to);
    const decided = handOver(state, { taskId, officer, agency: to, reason });
    return changedHands(inHand, decided, 'taskHandedOver', { from: task.agency, to, reason });
  },
  answer: theTask,
});

const signs = ({ definition }: CaseTerms, step: string): boolean =>
  outcomesOf(stepOf(definition, step)).some((outcome) => outcome.signs === true);

/**
 * A signature stays that of the agency that the step names: who may give it has to be among those who get the task.
 * @rule R23
 * @throws Refusal TASK.AGENCY_MAY_NOT_SIGN
 */
function assertSignatoryIn({ state, task, signatories }: TaskInHand, to: string): void {
  const agency = signingAgency(state.terms, task.step);
  const there = signatories.filter(
    ({ agencies, signing }) => agencies.includes(to) && maySign(signing, { agency, results: [] }),
  );
  if (there.length > 0) return;
  throw new Refusal<WorkflowCode>('TASK.AGENCY_MAY_NOT_SIGN', { agency: to, signsFor: agency }, [
    {
      pointer: '/agency',
      code: 'AGENCY_MAY_NOT_SIGN',
      detail: {
        vi: `Cơ quan này không có người được ký thay cơ quan ${agency}.`,
        en: `The agency has no officer who may sign for ${agency}.`,
      },
    },
  ]);
}
