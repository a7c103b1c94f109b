import type { BulkHandler, BulkItem, Tx } from '@motcua/platform';
import type { CaseCommands } from '../../change/case-commands.js';
import { ASSIGN_TASK } from '../task-holding.js';
import type { AssignTaskRequest } from './assign-task.request.js';

/** Assigns each of many tasks to one officer. */
export class AssignInBulk implements BulkHandler<AssignTaskRequest> {
  readonly action = 'assign';
  readonly scope = 'case.assign';

  constructor(private readonly commands: CaseCommands) {}

  async execute(
    tx: Tx,
    { target, actor, parameters: { assignee } }: BulkItem<AssignTaskRequest>,
  ): Promise<Record<string, unknown>> {
    const command = { taskId: target.id, version: target.version, actor, scope: this.scope } as const;
    const { body } = await this.commands.apply(tx, ASSIGN_TASK, { ...command, assignee });
    return { code: body.code, step: body.step, holder: body.holder, etag: body.etag };
  }
}
