import { Inject, Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { CLOCK, type Clock, currentIdentifier } from '@motcua/kernel';
import { type Actor, Database, type Page, pageOf, permittedReach } from '@motcua/platform';
import type { TaskRow } from '../persistence/task-row.js';
import { type TaskView, taskView } from '../views/task.view.js';
import type { FindTasksQuery } from './find-tasks.query.js';
import { taskCursor } from './task-cursor.js';
import { HELD_BY, HELD_BY_IN, OF_AGENCIES, OF_ALL, WAITING } from './task-list-sql.js';

/** The officers' work list: open tasks, the one due first at the top. */
@Injectable()
export class FindTasks {
  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly agencies: Agencies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async find(actor: Actor, query: FindTasksQuery): Promise<Page<TaskView>> {
    const now = this.clock.now();
    const { limit, step, dueBefore, overdue } = query;
    const [dueAt, id] = taskCursor(query.cursor);
    const rules = [dueAt, id, limit + 1, step ?? null, dueBefore ?? null, now, overdue === true, overdue === false];
    const rows = await this.rows(actor, query, rules);
    return pageOf(
      rows,
      limit,
      (row) => [row.due_at.toString(), row.id],
      (row) => taskView(row, now),
    );
  }

  private async rows(actor: Actor, { assignee, agency }: FindTasksQuery, rules: unknown[]): Promise<TaskRow[]> {
    if (assignee === 'me' && agency === undefined)
      return this.database.query<TaskRow>(HELD_BY, [...rules, actor.subject]);
    const everything = permittedReach(actor, 'case.read') === 'all';
    if (assignee === 'agency' && everything && agency === undefined) return this.database.query<TaskRow>(OF_ALL, rules);
    const agencies = await this.reachable(actor, everything, agency);
    if (agencies.length === 0) return [];
    if (assignee === 'me') return this.database.query<TaskRow>(HELD_BY_IN, [...rules, actor.subject, agencies]);
    if (assignee === 'agency') return this.database.query<TaskRow>(OF_AGENCIES, [...rules, agencies]);
    return this.database.query<TaskRow>(WAITING, [...rules, agencies, actor.roles]);
  }

  /** The agencies that were asked for, as far as the caller reaches: its own and all below it. */
  private async reachable(actor: Actor, everything: boolean, asked: string | undefined): Promise<string[]> {
    const top = asked === undefined ? actor.agency : currentIdentifier(asked);
    if (top === undefined) return [];
    const below = await this.agencies.subtree(top);
    // An agency whose own event has not arrived has no subtree yet, but may have tasks.
    const wanted = below.length > 0 ? below : [top];
    if (everything || top === actor.agency || actor.agency === undefined)
      return everything || top === actor.agency ? wanted : [];
    const own = new Set(await this.agencies.subtree(actor.agency));
    return wanted.filter((code) => own.has(code));
  }
}
