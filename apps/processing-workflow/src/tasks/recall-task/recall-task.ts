import { recallTask, standsAt } from '@motcua/processing-domain';
import type { TaskCommand } from '../../change/case-in-hand.js';
import { officersTaskKind } from '../../change/case-kind.js';
import { theTaskAndItsCase } from '../../change/task-answers.js';
import type { CompletedTaskView } from '../../views/completed-task.view.js';

interface RecallTask extends TaskCommand {
  readonly reason: string;
}

/** What was sent comes back to who sent it, or, from another agency, to the competent one. */
export const RECALL_TASK = officersTaskKind<RecallTask, CompletedTaskView>({
  needs: { taskIds: true },
  hands: 'case',
  decide: ({ state, task, caller, officer, opening }, { taskId, reason }) => {
    const decided = recallTask(state, { taskId, caller, officer, reason }, opening);
    const { step, agency: from } = task;
    return { decided, action: 'taskRecalled', detail: { step, from, to: standsAt(decided.state), reason } };
  },
  answer: theTaskAndItsCase,
});
