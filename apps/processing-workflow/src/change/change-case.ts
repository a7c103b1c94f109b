import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Refusal } from '@motcua/kernel';
import { type Actor, assertVersion, type Scope, type Tx } from '@motcua/platform';
import { leadingAgency, leadingTask, type Officer, type ProcessingRefusalCode } from '@motcua/processing-domain';
import { CaseAccess } from '../access/case-access.js';
import { CaseStore, type StoredCase } from '../persistence/case-store.js';
import { OfficerRegister } from '../persistence/officer-register.js';

export interface CaseCommand {
  readonly dossierId: string;
  /** The version that the officer saw; absent for an upload, which needs none. */
  readonly version?: number | undefined;
  readonly actor: Actor;
  readonly scope: Scope;
}

/** A case, locked, that the officer may change. */
export interface CaseInHand {
  readonly stored: StoredCase;
  readonly officer: Officer;
  readonly now: Temporal.Instant;
}

/** What the commands on a case have in common. */
@Injectable()
export class ChangeCase {
  constructor(
    private readonly cases: CaseStore,
    private readonly access: CaseAccess,
    private readonly officers: OfficerRegister,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal RESOURCE.NOT_FOUND, RESOURCE.CHANGED, TASK.HELD_BY_ANOTHER */
  async take(tx: Tx, { dossierId, version, actor, scope }: CaseCommand): Promise<CaseInHand> {
    const stored = await this.cases.lock(tx, dossierId);
    const task = leadingTask(stored.state);
    if (stored.state.tasks.length > 0) await this.access.assertTask(tx, actor, scope, leadingAgency(stored.state));
    else await this.access.assertCase(tx, actor, scope, stored);
    if (version !== undefined) assertVersion(stored.version, version);
    // Work in another's hands is theirs, and their leader's.
    if (task?.holder && task.holder.subject !== actor.subject && !actor.roles.includes('leader')) {
      throw new Refusal<ProcessingRefusalCode>('TASK.HELD_BY_ANOTHER', { holder: task.holder });
    }
    return { stored, officer: await this.officers.named(tx, actor), now: this.clock.now() };
  }
}
