import { closeQuestion, standsAt } from '@motcua/processing-domain';
import type { TaskCommand } from '../../change/case-in-hand.js';
import { officersTaskKind } from '../../change/case-kind.js';
import { theTaskAndItsCase } from '../../change/task-answers.js';
import type { CompletedTaskView } from '../../views/completed-task.view.js';

interface CloseQuestion extends TaskCommand {
  readonly reason: string;
}

/** The asker goes on without the answer of an agency that has let its time pass. */
export const CLOSE_QUESTION = officersTaskKind<CloseQuestion, CompletedTaskView>({
  needs: { taskIds: true },
  hands: 'case',
  decide: ({ state, task, caller, opening }, { taskId, reason }) => {
    const { silence, ...decided } = closeQuestion(state, { taskId, caller, reason }, opening);
    const { step, agency } = task;
    return {
      decided,
      action: 'questionClosed',
      detail: { step, agency, silence, next: standsAt(decided.state), reason },
      silences: new Map([[taskId, { silence, reason }]]),
    };
  },
  answer: theTaskAndItsCase,
});
