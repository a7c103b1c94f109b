import { Injectable } from '@nestjs/common';
import { assertReversible, decideReversal } from '@motcua/fee-domain';
import {
  type Actor,
  type Answer,
  assertReach,
  assertVersion,
  type CommandKind,
  created,
  type LockingQueries,
} from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { moneyBy } from '../persistence/money.js';
import { withRow } from '../persistence/row-changes.js';
import { MoneyReach, type Reachable } from '../settlement/reach.js';
import { enteredBy, enteredMoney, hasListed } from './entered.js';
import type { ReversalView } from './reversal.view.js';
import { reversalView } from './show-reversal.js';
import { undoEntry } from './undo-entry.js';

interface DecideReversalCommand {
  readonly id: string;
  /** As the approver saw it. */
  readonly version: number;
  readonly approved: boolean;
  readonly note: string;
  readonly actor: Actor;
  readonly newId: () => string;
}

/** Another person than who proposed it and who took the money lets a mistake of the counter be undone, or not. @rule R16 */
@Injectable()
export class DecideReversal implements CommandKind<DecideReversalCommand, Reachable, MoneyChange, ReversalView> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(private readonly reach: MoneyReach) {}

  about({ id }: DecideReversalCommand): string {
    return `reversal/${id}`;
  }

  async facts(
    queries: LockingQueries,
    commands: readonly DecideReversalCommand[],
  ): Promise<readonly (Reachable | undefined)[]> {
    const ids = commands.map(({ id }) => id);
    const reachable = await this.reach.of(queries, await moneyBy(queries, 'reversal', ids));
    return ids.map((id) => reachable.get(id));
  }

  decide(
    { money, within }: Reachable,
    { id, version, approved, note, actor, newId }: DecideReversalCommand,
    at: Temporal.Instant,
  ): MoneyChange {
    const reversal = money.reversals.find((one) => one.id === id)!;
    const { confirmationId, amount, reason } = reversal;
    assertReach(actor, 'refund.approve', { agencies: within });
    assertVersion(reversal.version, version);
    const by = actor.subject;
    const { collectedBy } = enteredBy(money, confirmationId)[0]!;
    const status = decideReversal(reversal, { approved, by, collectedBy });
    const decided = { ...reversal, version: version + 1, status, decidedAt: at, decidedBy: by, decisionNote: note };
    const known = { ...money, reversals: withRow(money.reversals, decided) };
    const about = { before: money, detail: { reversalId: id, amount, reason }, at, actor: by };
    if (status === 'turnedDown') return { ...about, after: known, receipts: [], action: 'reversalTurnedDown' };
    const { ended } = money.account;
    assertReversible(enteredMoney(money, confirmationId), { ended, hasListed: hasListed(money) }, reason);
    const undone = undoEntry(known, { reversalId: id, confirmationId, reason, at, newId });
    return { ...about, after: undone.money, receipts: undone.receipts, action: 'entryReversed' };
  }

  answer({ after }: MoneyChange, _: Reachable, { id }: DecideReversalCommand): Answer<ReversalView> {
    const reversal = after.reversals.find((one) => one.id === id)!;
    return created(reversalView(reversal), { version: reversal.version });
  }
}
