import type { BulkHandler, BulkItem, Tx } from '@motcua/platform';
import type { CaseCommands } from '../../change/case-commands.js';
import { CLAIM_TASK, RELEASE_TASK } from '../task-holding.js';

const KINDS = { claim: CLAIM_TASK, release: RELEASE_TASK } as const;

/** Claims or releases each of many tasks. */
export class HoldInBulk implements BulkHandler {
  readonly scope = 'case.work';

  constructor(
    readonly action: 'claim' | 'release',
    private readonly commands: CaseCommands,
  ) {}

  async execute(tx: Tx, { target, actor }: BulkItem): Promise<Record<string, unknown>> {
    const command = { taskId: target.id, version: target.version, actor, scope: this.scope } as const;
    const { body } = await this.commands.apply(tx, KINDS[this.action], command);
    return { code: body.code, step: body.step, holder: body.holder, etag: body.etag };
  }
}
