import type { BulkHandler, BulkItem, Scope, Tx } from '@motcua/platform';
import type { CaseCommands } from '../../change/case-commands.js';
import { ASSIGN_TASK, CLAIM_TASK, RELEASE_TASK } from '../task-holding.js';

const KINDS = { claim: CLAIM_TASK, release: RELEASE_TASK } as const;

const SCOPES: Readonly<Record<'claim' | 'release' | 'assign', Scope>> = {
  claim: 'case.work',
  release: 'case.work',
  assign: 'case.assign',
};

/** Claims, releases or assigns each of many tasks. */
export class HoldInBulk implements BulkHandler {
  readonly scope: Scope;

  constructor(
    readonly action: 'claim' | 'release' | 'assign',
    private readonly commands: CaseCommands,
  ) {
    this.scope = SCOPES[action];
  }

  async execute(tx: Tx, { target, actor, parameters }: BulkItem): Promise<Record<string, unknown>> {
    const command = { taskId: target.id, version: target.version, actor, scope: this.scope };
    const { body } = await (this.action === 'assign'
      ? this.commands.apply(tx, ASSIGN_TASK, { ...command, assignee: String(parameters['assignee']) })
      : this.commands.apply(tx, KINDS[this.action], command));
    return { code: body.code, step: body.step, holder: body.holder, etag: body.etag };
  }
}
