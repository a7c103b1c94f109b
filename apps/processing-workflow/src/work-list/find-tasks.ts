import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import {
  type Actor,
  type BulkTarget,
  Database,
  MOST_ITEMS_A_PAGE,
  type Page,
  pageOf,
  type PageQuery,
} from '@motcua/platform';
import type { ListedTaskRow } from '../persistence/task-row.js';
import { type TaskView, taskView } from '../views/task.view.js';
import { afterOf, beforeOf, FIRST_PLACE } from './list-range.js';
import { taskCursor } from './task-cursor.js';
import type { TaskFilter } from './task-filter.js';
import { caseStatement, pageStatement } from './task-list-sql.js';
import { type TaskSelection, TaskSelections } from './task-selections.js';

const placeOf = (row: ListedTaskRow, { openedBefore }: TaskFilter): string =>
  (openedBefore === undefined ? row.list_at : row.opened_at).toString();

/** The officers' work list: open tasks, the one due first at the top. */
@Injectable()
export class FindTasks {
  constructor(
    private readonly database: Database,
    private readonly selections: TaskSelections,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async find(actor: Actor, query: TaskFilter & PageQuery): Promise<Page<TaskView>> {
    const now = this.clock.now();
    const place = taskCursor(query.cursor);
    const selection = await this.selections.of(actor, 'case.read', query, now);
    const rows = await this.rows(selection, query, { now, place, limit: query.limit + 1 });
    return pageOf(
      rows,
      query.limit,
      (row) => [placeOf(row, query), row.id],
      (row) => taskView(row, now),
    );
  }

  /** Every task that a filter finds, page by page, each as it is now. */
  async *all(actor: Actor, filter: TaskFilter, now: Temporal.Instant): AsyncGenerator<readonly BulkTarget[]> {
    const selection = await this.selections.of(actor, 'case.read', filter, now);
    for (let place: readonly [string, string] | undefined = FIRST_PLACE; place;) {
      const rows: ListedTaskRow[] = await this.rows(selection, filter, { now, place, limit: MOST_ITEMS_A_PAGE });
      yield rows.map(({ id, version }) => ({ id, version }));
      const last = rows.at(-1);
      place = last && rows.length === MOST_ITEMS_A_PAGE ? [placeOf(last, filter), last.id] : undefined;
    }
  }

  private async rows(
    selection: TaskSelection,
    filter: TaskFilter,
    { now, place, limit }: { now: Temporal.Instant; place: readonly [string, string]; limit: number },
  ): Promise<ListedTaskRow[]> {
    const [after, before] = [afterOf(filter, now, place), beforeOf(filter, now)];
    if ('ofCase' in selection) {
      return this.database.query<ListedTaskRow>(caseStatement(selection.ofCase, { after, before, limit }));
    }
    if (selection.looks.length === 0) return [];
    const { text, values } = pageStatement({ ...selection, after, before, limit });
    return this.database.scanIndex<ListedTaskRow>(text, values);
  }
}
