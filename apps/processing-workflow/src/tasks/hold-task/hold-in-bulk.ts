import type { BulkHandler, BulkItem, Scope, Tx } from '@motcua/platform';
import type { HoldTask } from './hold-task.use-case.js';

const SCOPES: Readonly<Record<'claim' | 'release' | 'assign', Scope>> = {
  claim: 'case.work',
  release: 'case.work',
  assign: 'case.assign',
};

/** Takes, gives back or assigns each of many tasks. */
export class HoldInBulk implements BulkHandler {
  readonly scope: Scope;

  constructor(
    readonly action: 'claim' | 'release' | 'assign',
    private readonly tasks: HoldTask,
  ) {
    this.scope = SCOPES[action];
  }

  async execute(tx: Tx, { target, actor, parameters }: BulkItem): Promise<Record<string, unknown>> {
    const command = { taskId: target.id, version: target.version, actor, scope: this.scope };
    const { body } = await (this.action === 'assign'
      ? this.tasks.assign(tx, command, String(parameters['assignee']))
      : this.tasks[this.action](tx, command));
    return { code: body.code, step: body.step, holder: body.holder, etag: body.etag };
  }
}
