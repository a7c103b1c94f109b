import type { CaseState } from '@motcua/processing-domain';
import { type CaseRow, caseState } from './case-row.js';
import type { TaskRow } from './task-row.js';

/** A case as it was read: its versions are what `If-Match` is compared with. */
export interface StoredCase {
  readonly state: CaseState;
  readonly row: CaseRow;
  /** The open ones, by their ids. */
  readonly tasks: ReadonlyMap<string, TaskRow>;
}

/** @param tasks the open ones, in the order in which they came up */
export const storedCase = (row: CaseRow, tasks: readonly TaskRow[]): StoredCase => ({
  state: caseState(row, tasks),
  row,
  tasks: new Map(tasks.map((task) => [task.id, task])),
});
