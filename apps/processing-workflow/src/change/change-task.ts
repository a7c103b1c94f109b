import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Refusal } from '@motcua/kernel';
import { type Actor, type Answer, created, type Scope, type Tx } from '@motcua/platform';
import { type CaseTask, type Decided, type Officer, stepOf } from '@motcua/processing-domain';
import { assertSeen, CaseAccess } from '../access/case-access.js';
import { CaseStore, type StoredCase } from '../persistence/case-store.js';
import { OfficerRegister } from '../persistence/officer-register.js';
import { TaskReader } from '../access/task-reader.js';
import { type TaskDetailView, taskDetailView } from '../views/task-detail.view.js';
import type { WorkflowCode } from '../problems.js';

export interface TaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly actor: Actor;
  readonly scope: Scope;
}

/** An open task, locked with its case, that the actor may change and has seen as it is. */
export interface TaskInHand {
  readonly stored: StoredCase;
  readonly task: CaseTask;
  readonly officer: Officer;
  readonly now: Temporal.Instant;
}

/** What claiming, releasing, assigning and completing have in common. */
@Injectable()
export class ChangeTask {
  constructor(
    private readonly cases: CaseStore,
    private readonly access: CaseAccess,
    private readonly officers: OfficerRegister,
    private readonly tasks: TaskReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal RESOURCE.NOT_FOUND, RESOURCE.CHANGED with who was faster, TASK.CLOSED */
  async take(tx: Tx, { taskId, version, actor, scope }: TaskCommand): Promise<TaskInHand> {
    const stored = await this.cases.lockByTask(tx, taskId);
    const { tasks } = stored.state;
    const task = tasks.find(({ id }) => id === taskId);
    if (task) {
      await this.access.assertTask(tx, actor, scope, task.agency);
      assertSeen(stored.taskVersions.get(taskId) ?? 0, version, stored.state, task);
      return { stored, task, officer: await this.officers.named(tx, actor), now: this.clock.now() };
    }
    const closed = await this.tasks.find(tx, taskId);
    await this.access.assertTask(tx, actor, scope, closed.agency);
    assertSeen(closed.version, version, stored.state, tasks[0]);
    const openTasks = tasks.map(({ id, step, holder }) => ({ id, step, holder }));
    throw new Refusal<WorkflowCode>('TASK.CLOSED', {
      taskState: closed.state,
      caseStatus: stored.state.status,
      currentTask: tasks.length === 1 ? (openTasks[0] ?? null) : null,
      openTasks,
    });
  }

  async save(
    tx: Tx,
    { stored, task, officer, now }: TaskInHand,
    decided: Decided,
    action: string,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<Answer<TaskDetailView>> {
    const after = decided.state.tasks.find(({ id }) => id === task.id);
    const onBehalfOf = after?.onBehalfOf?.subject;
    const detail = {
      step: task.step,
      holder: after?.holder?.subject ?? null,
      ...(onBehalfOf !== undefined && { onBehalfOf }),
      ...more,
    };
    await this.cases.save(tx, stored, decided, { at: now, actor: officer.subject, action, detail });
    const row = await this.tasks.find(tx, task.id);
    const step = stepOf(stored.state.terms.definition, task.step);
    return created(taskDetailView(row, decided.state, step, now), { version: row.version });
  }
}
