import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type Actor, Database, type Page, pageOf } from '@motcua/platform';
import type { ListedTaskRow } from '../persistence/task-row.js';
import { type TaskView, taskView } from '../views/task.view.js';
import type { FindTasksQuery } from './find-tasks.query.js';
import { afterOf, beforeOf } from './list-range.js';
import { taskCursor } from './task-cursor.js';
import type { TaskFilter } from './task-filter.js';
import { OF_CASE, pageStatement } from './task-list-sql.js';
import { type TaskSelection, TaskSelections } from './task-selections.js';

/** The officers' work list: open tasks, the one due first at the top. */
@Injectable()
export class FindTasks {
  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly selections: TaskSelections,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async find(actor: Actor, query: FindTasksQuery): Promise<Page<TaskView>> {
    const now = this.clock.now();
    const place = taskCursor(query.cursor);
    const selection = await this.selections.of(actor, 'case.read', query, now);
    const rows = await this.rows(selection, query, { now, place, limit: query.limit + 1 });
    return pageOf(
      rows,
      query.limit,
      (row) => [(query.openedBefore === undefined ? row.list_at : row.opened_at).toString(), row.id],
      (row) => taskView(row, now),
    );
  }

  async rows(
    selection: TaskSelection,
    filter: TaskFilter,
    { now, place, limit }: { now: Temporal.Instant; place: readonly [string, string]; limit: number },
  ): Promise<ListedTaskRow[]> {
    const [after, before] = [afterOf(filter, now, place), beforeOf(filter, now)];
    if ('ofCase' in selection) {
      const { code, agencies, holders, roles } = selection.ofCase;
      return this.database.query<ListedTaskRow>(OF_CASE, [...after, before, limit, code, agencies, holders, roles]);
    }
    if (selection.looks.length === 0) return [];
    const { sql, values } = pageStatement({ ...selection, after, before, limit });
    return this.database.walk<ListedTaskRow>(sql, values);
  }
}
