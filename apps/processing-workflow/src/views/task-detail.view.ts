import { ListOf, TextList } from '@motcua/platform';
import {
  allowedActionsFor,
  type Caller,
  type CaseState,
  outcomesOfTask,
  type ProcessStep,
} from '@motcua/processing-domain';
import type { TaskRow } from '../persistence/task-row.js';
import { OutcomeView } from './outcome.view.js';
import { TaskView, taskView } from './task.view.js';

/** A task with what may be done about it. */
export class TaskDetailView extends TaskView {
  @ListOf(() => OutcomeView, { description: 'Possible outcomes of the step' })
  readonly outcomes!: readonly OutcomeView[];
  @TextList({ description: 'Commands that the task currently allows to the caller (R23)' })
  readonly allowedActions!: readonly string[];
}

export const taskDetailView = (
  row: TaskRow,
  state: CaseState,
  { step, caller, now }: { readonly step: ProcessStep; readonly caller: Caller; readonly now: Temporal.Instant },
): TaskDetailView => ({
  ...taskView(row, now),
  outcomes:
    row.state === 'open'
      ? outcomesOfTask(step, row.kind).map((outcome) => ({
          requiresReason: false,
          signs: false,
          decision: null,
          ...outcome,
        }))
      : [],
  allowedActions:
    row.state === 'open'
      ? allowedActionsFor(
          state,
          caller,
          now,
          state.tasks.filter(({ id }) => id === row.id),
        )
      : [],
});
