import { addWorkingTime, type WorkingCalendar, workingTime } from '@motcua/legal-clock';
import type { CaseTask } from '../cases/case-state.js';

export const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? b : a;

/** What was left of a step's own term when the case began to wait, or when the step opened meanwhile, is left of it now. @rule R8 */
export const afterPause = (
  task: CaseTask,
  calendar: WorkingCalendar,
  from: Temporal.Instant,
  to: Temporal.Instant,
): CaseTask =>
  task.dueAt === null || Temporal.Instant.compare(task.dueAt, from) <= 0
    ? task
    : { ...task, dueAt: addWorkingTime(calendar, to, workingTime(calendar, later(from, task.openedAt), task.dueAt)) };
