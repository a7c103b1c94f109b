import { laterOf } from '@motcua/kernel';
import { addWorkingTime, type WorkingCalendar, workingTime } from '@motcua/legal-clock';
import type { CaseTask } from '../cases/case-state.js';

/** What was left of a step's own term when the case began to wait, or when the step opened meanwhile, is left of it now. @rule R8 */
export const afterPause = (
  task: CaseTask,
  calendar: WorkingCalendar,
  from: Temporal.Instant,
  to: Temporal.Instant,
): CaseTask =>
  task.dueAt === null || Temporal.Instant.compare(task.dueAt, from) <= 0
    ? task
    : { ...task, dueAt: addWorkingTime(calendar, to, workingTime(calendar, laterOf(from, task.openedAt), task.dueAt)) };
