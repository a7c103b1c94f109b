import { ListOf, TextList } from '@motcua/platform';
import { allowedActions, type CaseState, outcomesOf, type ProcessStep } from '@motcua/processing-domain';
import type { TaskRow } from '../persistence/task-row.js';
import { OutcomeView } from './outcome.view.js';
import { TaskView, taskView } from './task.view.js';

/** A task with what may be done about it. */
export class TaskDetailView extends TaskView {
  @ListOf(() => OutcomeView, { description: 'Possible outcomes of the step' })
  readonly outcomes!: readonly OutcomeView[];
  @TextList({ description: 'Commands that the case currently allows' }) readonly allowedActions!: readonly string[];
}

export const taskDetailView = (
  row: TaskRow,
  state: CaseState,
  step: ProcessStep,
  now: Temporal.Instant,
): TaskDetailView => ({
  ...taskView(row, now),
  outcomes:
    row.state === 'open'
      ? outcomesOf(step).map((outcome) => ({ requiresReason: false, signs: false, decision: null, ...outcome }))
      : [],
  allowedActions:
    row.state === 'open'
      ? allowedActions(
          state,
          state.tasks.filter(({ id }) => id === row.id),
        )
      : [],
});
