import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertReach,
  assertVersion,
  type CommandKind,
  created,
  type LockingQueries,
} from '@motcua/platform';
import type { StoredBreak } from '../persistence/breaks.js';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { moneyBy } from '../persistence/money.js';
import { withRow } from '../persistence/row-changes.js';
import type { PaymentCode } from '../problems.js';
import { MoneyReach, type Reachable } from '../settlement/reach.js';
import { resolved } from '../settlement/record-discrepancy.js';
import type { BreakView } from '../views/break.view.js';
import { breakView } from '../views/show-break.js';

export interface ResolveBreakCommand {
  readonly id: string;
  /** As the officer saw it. */
  readonly version: number;
  readonly note: string;
  readonly actor: Actor;
}

/** @throws Refusal RESOURCE.CHANGED, PAYMENT.BREAK_RESOLVED */
export function resolvedByOfficer(open: StoredBreak, command: ResolveBreakCommand, at: Temporal.Instant): StoredBreak {
  assertVersion(open.version, command.version);
  if (open.status === 'resolved') throw new Refusal<PaymentCode>('PAYMENT.BREAK_RESOLVED', { breakId: open.id });
  return resolved(open, { at, by: command.actor.subject, note: command.note });
}

/** An officer has looked into a break of a dossier, and says what was done. */
@Injectable()
export class ResolveDossierBreak implements CommandKind<ResolveBreakCommand, Reachable, MoneyChange, BreakView> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(private readonly reach: MoneyReach) {}

  about({ id }: ResolveBreakCommand): string {
    return `break/${id}`;
  }

  async facts(
    queries: LockingQueries,
    commands: readonly ResolveBreakCommand[],
  ): Promise<readonly (Reachable | undefined)[]> {
    const ids = commands.map(({ id }) => id);
    const reachable = await this.reach.of(queries, await moneyBy(queries, 'payment_break', ids));
    return ids.map((id) => reachable.get(id));
  }

  decide({ money, within }: Reachable, command: ResolveBreakCommand, at: Temporal.Instant): MoneyChange {
    const open = money.breaks.find(({ id }) => id === command.id)!;
    assertReach(command.actor, 'payment.reconcile', { agencies: within });
    return {
      before: money,
      after: { ...money, breaks: withRow(money.breaks, resolvedByOfficer(open, command, at)) },
      receipts: [],
      action: 'breakResolved',
      detail: { breakId: open.id, kind: open.kind },
      at,
      actor: command.actor.subject,
    };
  }

  answer({ after }: MoneyChange, _: Reachable, { id }: ResolveBreakCommand): Answer<BreakView> {
    const found = after.breaks.find((one) => one.id === id)!;
    return created(breakView(found), { version: found.version });
  }
}
