import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type Actor, Database } from '@motcua/platform';
import type { Assignee } from '../../work-list/task-filter.js';
import { type CountRange, countStatement } from '../../work-list/task-list-sql.js';
import { type TaskSelection, TaskSelections } from '../../work-list/task-selections.js';
import type { CappedCountView } from './capped-count.view.js';
import type { ListCountsView } from './list-counts.view.js';
import type { TaskCountsQuery } from './task-counts.query.js';
import type { TaskCountsView } from './task-counts.view.js';

/** Counting stops here, so that a tab costs the same whatever the table has grown to (ADR 0017). */
const MOST_COUNTED = 1000;

/** How many tasks each tab of the work list has. */
@Injectable()
export class CountTasks {
  constructor(
    private readonly database: Database,
    private readonly selections: TaskSelections,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(actor: Actor, query: TaskCountsQuery): Promise<TaskCountsView> {
    const now = this.clock.now();
    const [me, role, agency] = await Promise.all([
      this.tab(actor, 'me', query, now),
      this.tab(actor, 'role', query, now),
      this.tab(actor, 'agency', query, now),
    ]);
    return { me, role, agency };
  }

  private async tab(
    actor: Actor,
    assignee: Assignee,
    { agency, dueWithinHours }: TaskCountsQuery,
    now: Temporal.Instant,
  ): Promise<ListCountsView> {
    const filter = { assignee, applicantIdType: 'citizenId' as const, ...(agency !== undefined && { agency }) };
    const selection = await this.selections.of(actor, 'case.read', filter, now);
    const soon = now.add({ hours: dueWithinHours }).toString();
    const [open, overdue, dueSoon] = await Promise.all([
      this.count(selection, '-infinity', 'infinity'),
      this.count(selection, '-infinity', now.toString()),
      this.count(selection, now.toString(), soon),
    ]);
    return { open, overdue, dueSoon };
  }

  private async count(selection: TaskSelection, from: string, before: string): Promise<CappedCountView> {
    if ('ofCase' in selection || selection.looks.length === 0) return { count: 0, more: false };
    const range: CountRange = { from, before, most: MOST_COUNTED + 1 };
    const [row] = await this.database.scanIndex<{ n: number }>(countStatement(selection.list, selection.looks, range));
    const n = row?.n ?? 0;
    return { count: Math.min(n, MOST_COUNTED), more: n > MOST_COUNTED };
  }
}
