import { type Answer, created } from '@motcua/platform';
import { type Caller, stepOf } from '@motcua/processing-domain';
import { callerOf } from '../access/reach.js';
import type { CaseChange } from '../persistence/case-change.js';
import type { TaskRow } from '../persistence/task-row.js';
import { caseView } from '../views/case.view.js';
import type { CompletedTaskView } from '../views/completed-task.view.js';
import { type TaskDetailView, taskDetailView } from '../views/task-detail.view.js';
import { taskView } from '../views/task.view.js';
import type { CaseFacts } from './case-facts.js';
import { ancestryIn, type TaskCommand } from './case-in-hand.js';

function taskAfter({ tasks, after }: CaseChange, { task }: CaseFacts): TaskRow {
  const row = tasks.find((one) => one.after.id === task?.id)?.after ?? after.tasks.get(task?.id ?? '') ?? task;
  if (!row) throw new Error('a command on a task has a task');
  return row;
}

const callerIn = (facts: CaseFacts, { actor, scope }: TaskCommand): Caller => callerOf(actor, scope, ancestryIn(facts));

/** The task that a command was about, as it is now. */
export function theTask(change: CaseChange, facts: CaseFacts, command: TaskCommand): Answer<TaskDetailView> {
  const row = taskAfter(change, facts);
  const { state } = change.after;
  const step = stepOf(facts.stored.state.terms.definition, row.step);
  const about = { step, caller: callerIn(facts, command), now: change.at };
  return created(taskDetailView(row, state, about), { version: row.version });
}

/** The task as it was closed, and the case as it goes on. */
export function theTaskAndItsCase(
  change: CaseChange,
  facts: CaseFacts,
  command: TaskCommand,
): Answer<CompletedTaskView> {
  const row = taskAfter(change, facts);
  return created(
    { ...taskView(row, change.at), case: caseView(change.after, callerIn(facts, command), change.at) },
    { version: row.version },
  );
}
