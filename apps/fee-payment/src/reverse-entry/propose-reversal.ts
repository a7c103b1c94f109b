import { Injectable } from '@nestjs/common';
import { assertReversible, type FeeRefusalCode, type ReversalReason } from '@motcua/fee-domain';
import { Refusal } from '@motcua/kernel';
import { type Actor, type Answer, assertReach, type CommandKind, created, type LockingQueries } from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { moneyBy } from '../persistence/money.js';
import type { StoredReversal } from '../persistence/reversals.js';
import type { PaymentCode } from '../problems.js';
import { MoneyReach, type Reachable } from '../settlement/reach.js';
import { enteredBy, enteredMoney, hasListed } from './entered.js';
import type { ReversalView } from './reversal.view.js';
import { reversalView } from './show-reversal.js';

interface ProposeReversalCommand {
  readonly id: string;
  /** The ledger entry that was a mistake. */
  readonly transactionId: string;
  readonly reason: ReversalReason;
  readonly note: string;
  readonly actor: Actor;
}

/** An officer says that what was entered at the counter was a mistake; nothing moves until another has approved it. @rule R16 */
@Injectable()
export class ProposeReversal implements CommandKind<ProposeReversalCommand, Reachable, MoneyChange, ReversalView> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(private readonly reach: MoneyReach) {}

  about({ transactionId }: ProposeReversalCommand): string {
    return `transaction/${transactionId}`;
  }

  async facts(
    queries: LockingQueries,
    commands: readonly ProposeReversalCommand[],
  ): Promise<readonly (Reachable | undefined)[]> {
    const ids = commands.map(({ transactionId }) => transactionId);
    const reachable = await this.reach.of(queries, await moneyBy(queries, 'ledger_entry', ids));
    return ids.map((id) => reachable.get(id));
  }

  decide(
    { money, within }: Reachable,
    { id, transactionId, reason, note, actor }: ProposeReversalCommand,
    at: Temporal.Instant,
  ): MoneyChange {
    const { account } = money;
    const { confirmationId, orderId } = money.entries.find((one) => one.id === transactionId)!;
    assertReach(actor, 'payment.collect', { agencies: within });
    if (confirmationId === null || orderId === null) throw notByOfficer();
    assertReversible(
      enteredMoney(money, confirmationId),
      { ended: account.ended, hasListed: hasListed(money) },
      reason,
    );
    const open = money.reversals.find((one) => one.confirmationId === confirmationId && one.status === 'proposed');
    if (open) throw new Refusal<PaymentCode>('PAYMENT.REVERSAL_PROPOSED', { reversalId: open.id });
    const amount = enteredBy(money, confirmationId).reduce((sum, entry) => sum + entry.amount, 0);
    const reversal: StoredReversal = {
      ...{ id, version: 1, dossierId: account.dossierId, orderId, confirmationId, amount, reason, note },
      ...{ status: 'proposed', proposedAt: at, proposedBy: actor.subject },
      ...{ decidedAt: null, decidedBy: null, decisionNote: null, agencies: account.agencies },
    };
    return {
      before: money,
      after: { ...money, reversals: [...money.reversals, reversal] },
      receipts: [],
      action: 'reversalProposed',
      detail: { reversalId: id, transactionId, amount, reason },
      at,
      actor: actor.subject,
    };
  }

  answer({ after }: MoneyChange, _: Reachable, { id }: ProposeReversalCommand): Answer<ReversalView> {
    const reversal = after.reversals.find((one) => one.id === id)!;
    return created(reversalView(reversal), { version: 1, location: `/payment/v1/reversals/${id}` });
  }
}

const notByOfficer = (): Refusal<FeeRefusalCode> =>
  new Refusal<FeeRefusalCode>('PAYMENT.NOT_REVERSIBLE', { because: 'notEnteredByOfficer' });
