import { Injectable } from '@nestjs/common';
import type { Answer, Tx } from '@motcua/platform';
import { assignTask, claimTask, releaseTask } from '@motcua/processing-domain';
import { assertRole } from '../../access/case-access.js';
import { OfficerRegister } from '../../persistence/officer-register.js';
import type { TaskDetailView } from '../../views/task-detail.view.js';
import { Assignees } from '../../change/assignees.js';
import { ChangeTask, type TaskCommand } from '../../change/change-task.js';

type Held = Promise<Answer<TaskDetailView>>;

/** Who holds a task: taken, given back, given to another. */
@Injectable()
export class HoldTask {
  constructor(
    private readonly tasks: ChangeTask,
    private readonly assignees: Assignees,
    private readonly officers: OfficerRegister,
  ) {}

  async claim(tx: Tx, command: TaskCommand): Held {
    const inHand = await this.tasks.take(tx, command);
    assertRole(command.actor, inHand.task.role);
    const standsInFor = await this.officers.awayFor(tx, inHand.officer.subject, inHand.now);
    const decided = claimTask(inHand.stored.state, command.taskId, inHand.officer, inHand.now, standsInFor);
    return this.tasks.save(tx, inHand, decided, 'claim');
  }

  async release(tx: Tx, command: TaskCommand): Held {
    const inHand = await this.tasks.take(tx, command);
    return this.tasks.save(tx, inHand, releaseTask(inHand.stored.state, command.taskId, inHand.officer), 'release');
  }

  async assign(tx: Tx, command: TaskCommand, assignee: string): Held {
    const inHand = await this.tasks.take(tx, command);
    const officer = await this.assignees.eligible(tx, assignee, inHand.task, inHand.now, '/assignee');
    const decided = assignTask(inHand.stored.state, command.taskId, officer, inHand.now);
    return this.tasks.save(tx, inHand, decided, 'assign');
  }
}
