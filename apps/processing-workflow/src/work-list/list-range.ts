import { earlierOf } from '@motcua/kernel';
import { LAST_IN_LIST } from '../persistence/task-row.js';
import type { TaskFilter } from './task-filter.js';

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
export const FIRST_PLACE = ['-infinity', FIRST_ID] as const;

/** Before which instant of the list's order a task must stand: a due date, an age, or none. */
export function beforeOf({ dueBefore, overdue, openedBefore }: TaskFilter, now: Temporal.Instant): string {
  if (openedBefore !== undefined) return openedBefore;
  const bounds = [
    ...(dueBefore === undefined ? [] : [Temporal.Instant.from(dueBefore)]),
    ...(overdue === true ? [now] : []),
  ];
  // What pauses is not due.
  return bounds.length === 0 ? 'infinity' : bounds.reduce((a, b) => earlierOf(a, b), LAST_IN_LIST).toString();
}

/** After which place the page begins: the cursor, or where that which is not late begins. */
export function afterOf(
  { overdue }: TaskFilter,
  now: Temporal.Instant,
  [at, id]: readonly [string, string],
): readonly [at: string, id: string] {
  if (overdue !== false) return [at, id];
  const reached = at !== FIRST_PLACE[0] && Temporal.Instant.compare(Temporal.Instant.from(at), now) >= 0;
  return reached ? [at, id] : [now.toString(), FIRST_ID];
}
