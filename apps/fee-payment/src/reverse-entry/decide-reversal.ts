import { Injectable } from '@nestjs/common';
import { assertReversible, decideReversal, type DrawerOwner } from '@motcua/fee-domain';
import type { Actor } from '@motcua/platform';
import { moveCash } from '../persistence/drawers.js';
import type { LedgerEntry } from '../persistence/ledger.js';
import type { Money } from '../persistence/money.js';
import type { StoredReversal } from '../persistence/reversals.js';
import { withRow } from '../persistence/row-changes.js';
import { MoneyStep, type Step, type StepFacts } from '../settlement/money-step.js';
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
export class DecideReversal extends MoneyStep<DecideReversalCommand, StoredReversal, ReversalView> {
  protected readonly table = 'reversal';
  protected readonly scope = 'refund.approve';

  /** Cash goes back out of the drawer into which it was entered, in the day that this has open by now. */
  protected override drawerOf(money: Money, command: DecideReversalCommand): DrawerOwner | null {
    return command.approved ? drawerOf(enteredBy(money, this.rowOf(money, command).confirmationId)[0]!) : null;
  }

  protected rowOf({ reversals }: Money, { id }: DecideReversalCommand): StoredReversal {
    return reversals.find((one) => one.id === id)!;
  }

  protected view(reversal: StoredReversal): ReversalView {
    return reversalView(reversal);
  }

  protected step(
    { money, drawer }: StepFacts,
    reversal: StoredReversal,
    { id, approved, note, actor: { subject: by }, newId }: DecideReversalCommand,
    at: Temporal.Instant,
  ): Step {
    const { confirmationId, amount, reason, version } = reversal;
    const { collectedBy } = enteredBy(money, confirmationId)[0]!;
    const status = decideReversal(reversal, { approved, by, collectedBy });
    const decided = { ...reversal, version: version + 1, status, decidedAt: at, decidedBy: by, decisionNote: note };
    const known = { ...money, reversals: withRow(money.reversals, decided) };
    const detail = { reversalId: id, amount, reason };
    if (status === 'turnedDown') return { after: known, action: 'reversalTurnedDown', detail };
    const { ended } = money.account;
    assertReversible(enteredMoney(money, confirmationId), { ended, hasListed: hasListed(money) }, reason);
    const { cashDayId = null, ...opening } = drawer ? moveCash(drawer, { at, by, out: amount }) : {};
    const undone = undoEntry(known, { reversalId: id, confirmationId, reason, cashDayId, at, newId });
    return { ...opening, after: undone.money, receipts: undone.receipts, action: 'entryReversed', detail };
  }
}

const drawerOf = ({ method, collectingAgency: agency, collectedBy }: LedgerEntry): DrawerOwner | null =>
  method === 'counter' ? { agency, cashier: collectedBy ?? 'unknown' } : null;
