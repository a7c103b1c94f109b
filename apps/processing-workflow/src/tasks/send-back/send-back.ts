import { assertPassed, sendBack } from '@motcua/processing-domain';
import type { TaskCommand } from '../../change/case-in-hand.js';
import { officersTaskKind } from '../../change/case-kind.js';
import { assigneeOfStep, NEEDS_OF_NEXT } from '../../change/eligible-officers.js';
import { theTaskAndItsCase } from '../../change/task-answers.js';
import type { CompletedTaskView } from '../../views/completed-task.view.js';
import type { SendBackRequest } from './send-back.request.js';

export interface SendBack extends TaskCommand {
  readonly asked: SendBackRequest;
}

export const SEND_BACK = officersTaskKind<SendBack, CompletedTaskView>({
  needs: { ...NEEDS_OF_NEXT, taskIds: true },
  decide: (inHand, { taskId, asked: { to, reason, comment, nextAssignee } }) => {
    const { state, officer, task, opening } = inHand;
    if (nextAssignee !== undefined) assertPassed(state, to);
    const assignee = assigneeOfStep(inHand, nextAssignee, to);
    return {
      decided: sendBack(state, { taskId, officer, to, reason }, { ...opening, assignee }),
      action: 'sentBack',
      detail: { step: task.step, to, reason },
      closure: { taskId, outcome: 'sendBack', reason, comment },
    };
  },
  answer: theTaskAndItsCase,
});
