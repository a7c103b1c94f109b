import { assignTask, claimTask, type Decided, releaseTask } from '@motcua/processing-domain';
import { assertRole } from '../access/reach.js';
import type { CaseDecision } from '../change/case-decision.js';
import type { TaskCommand, TaskInHand } from '../change/case-in-hand.js';
import { officersTaskKind } from '../change/case-kind.js';
import { eligibleOfficer } from '../change/eligible-officers.js';
import { theTask } from '../change/task-answers.js';
import type { CaseAction } from '../persistence/history.js';
import { awayFor } from '../persistence/officer-register.js';
import type { TaskDetailView } from '../views/task-detail.view.js';

/** What the history says of a task that changed hands. */
export function changedHands(
  { task }: Pick<TaskInHand, 'task'>,
  decided: Decided,
  action: CaseAction,
  more: Readonly<Record<string, unknown>> = {},
): CaseDecision {
  const after = decided.state.tasks.find(({ id }) => id === task.id);
  const onBehalfOf = after?.onBehalfOf?.subject;
  const holder = after?.holder?.subject ?? null;
  return {
    decided,
    action,
    detail: { step: task.step, holder, ...(onBehalfOf !== undefined && { onBehalfOf }), ...more },
  };
}

/** Two officers may want it at once: one wins, the other reads who. */
export const CLAIM_TASK = officersTaskKind<TaskCommand, TaskDetailView>({
  needs: { standIns: true },
  decide: (inHand, { taskId, actor }) => {
    const { state, officer, now, officers, task } = inHand;
    assertRole(actor, task.role);
    const standsInFor = awayFor(officers.values(), officer.subject, now);
    return changedHands(inHand, claimTask(state, taskId, officer, now, standsInFor), 'taskClaimed');
  },
  answer: theTask,
});

export const RELEASE_TASK = officersTaskKind<TaskCommand, TaskDetailView>({
  decide: (inHand, { taskId }) =>
    changedHands(inHand, releaseTask(inHand.state, taskId, inHand.officer), 'taskReleased'),
  answer: theTask,
});

interface AssignTask extends TaskCommand {
  readonly assignee: string;
}

export const ASSIGN_TASK = officersTaskKind<AssignTask, TaskDetailView>({
  needs: { officers: ({ assignee }) => [assignee] },
  decide: (inHand, { taskId, assignee }) => {
    const officer = eligibleOfficer(inHand, assignee, inHand.task, '/assignee');
    return changedHands(inHand, assignTask(inHand.state, taskId, officer, inHand.now), 'taskAssigned');
  },
  answer: theTask,
});
