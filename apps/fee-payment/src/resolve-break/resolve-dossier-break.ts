import { Injectable } from '@nestjs/common';
import { assertBooked, type Behind, type ResolutionAct, spelling } from '@motcua/fee-domain';
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
import { usesOfBankNumbers } from '../persistence/bank-numbers.js';
import type { StoredBreak } from '../persistence/breaks.js';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { type Money, moneyBy } from '../persistence/money.js';
import { withRow } from '../persistence/row-changes.js';
import type { PaymentCode } from '../problems.js';
import { firstOfEach } from '../settlement/in-company.js';
import { MoneyReach, type Reachable } from '../settlement/reach.js';
import { resolved } from '../settlement/record-discrepancy.js';
import { type Taken, takeConfirmation } from '../settlement/take-confirmation.js';
import type { BreakView } from '../views/break.view.js';
import { breakView } from '../views/show-break.js';

export interface ResolveBreakCommand {
  readonly id: string;
  /** As the officer saw it. */
  readonly version: number;
  readonly note: string;
  readonly act: ResolutionAct;
  readonly orderId: string | null;
  readonly reversalId: string | null;
  readonly refundId: string | null;
  readonly actor: Actor;
  readonly newId: () => string;
}

interface Facts extends Reachable {
  /** Orders for which the bank's number of the break was recorded. */
  readonly usedFor: readonly string[];
}

/** @throws Refusal RESOURCE.CHANGED, PAYMENT.BREAK_RESOLVED, PAYMENT.NOTHING_BOOKED */
export function resolvedByOfficer(
  open: StoredBreak,
  command: ResolveBreakCommand,
  at: Temporal.Instant,
  behind: Behind,
): StoredBreak {
  const { version, act, note, actor, orderId, reversalId, refundId } = command;
  assertVersion(open.version, version);
  if (open.status === 'resolved') throw new Refusal<PaymentCode>('PAYMENT.BREAK_RESOLVED', { breakId: open.id });
  assertBooked(act, behind);
  const id = { allocation: orderId ?? open.orderId, reversal: reversalId, refund: refundId, nothing: null }[act];
  return resolved(open, { at, by: actor.subject, note, bookedBy: act === 'nothing' ? null : { act, id } });
}

/** An officer has looked into a break of a dossier, and books what it takes, or says why nothing is booked. */
@Injectable()
export class ResolveDossierBreak implements CommandKind<ResolveBreakCommand, Facts, MoneyChange, BreakView> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(private readonly reach: MoneyReach) {}

  about({ id }: ResolveBreakCommand): string {
    return `break/${id}`;
  }

  async facts(
    queries: LockingQueries,
    commands: readonly ResolveBreakCommand[],
  ): Promise<readonly (Facts | undefined)[]> {
    const ids = commands.map(({ id }) => id);
    const money = await moneyBy(queries, 'payment_break', ids);
    const reachable = await this.reach.of(queries, money);
    const numbers = ids.map((id) => money.get(id)?.breaks.find((one) => one.id === id)?.transaction ?? '');
    const used = await usesOfBankNumbers(queries, numbers);
    const isFirst = firstOfEach(numbers.map((number) => (number === '' ? null : spelling(number))));
    return ids.map((id, place) => {
      const found = reachable.get(id);
      return found && isFirst[place] ? { ...found, usedFor: used[place]!.orders } : undefined;
    });
  }

  decide({ money, within, usedFor }: Facts, command: ResolveBreakCommand, at: Temporal.Instant): MoneyChange {
    const open = money.breaks.find(({ id }) => id === command.id)!;
    assertReach(command.actor, 'payment.reconcile', { agencies: within });
    const { act, actor } = command;
    const after = resolvedByOfficer(open, command, at, {
      bookable: bookableOf(open),
      reversal: money.reversals.find(({ id }) => id === command.reversalId)?.status,
      refund: money.refunds.find(({ id }) => id === command.refundId)?.status,
    });
    const taken = act === 'allocation' ? allocated(money, open, command, at, usedFor) : { money, receipts: [] };
    return {
      before: money,
      after: { ...taken.money, breaks: withRow(taken.money.breaks, after) },
      receipts: taken.receipts,
      action: 'breakResolved',
      detail: { breakId: open.id, kind: open.kind, bookedBy: after.bookedBy },
      at,
      actor: actor.subject,
    };
  }

  answer({ after, at }: MoneyChange, _: Facts, { id }: ResolveBreakCommand): Answer<BreakView> {
    const found = after.breaks.find((one) => one.id === id)!;
    return created(breakView(found, at), { version: found.version });
  }
}

/** What a statement lists beyond what is booked; null where no statement says so. */
function bookableOf({ kind, ours, theirs, reconciliationId }: StoredBreak): number | null {
  if (reconciliationId === null || theirs === null) return null;
  return kind === 'missingHere' || kind === 'amountDiffers' ? Number(theirs) - Number(ours ?? 0) : null;
}

/**
 * What the statement lists is booked as if the cashier had confirmed it. A bank's number stays used up by what it paid.
 * @throws Refusal PAYMENT.TRANSACTION_USED
 */
function allocated(
  money: Money,
  { orderId: found, theirs, transaction, method, reference }: StoredBreak,
  { orderId, actor, newId }: ResolveBreakCommand,
  at: Temporal.Instant,
  usedFor: readonly string[],
): Pick<Taken, 'money' | 'receipts'> {
  const order = money.orders.find(({ id }) => id === (orderId ?? found));
  if (order === undefined) throw new Refusal<PaymentCode>('PAYMENT.ORDER_OF_ANOTHER', { orderId: orderId ?? found });
  const isUsed = method === 'transfer' && usedFor.some((other) => other !== order.id);
  const confirmation = {
    reference: order.reference,
    success: true,
    amount: Number(theirs),
    transaction: transaction === '' ? null : transaction,
  };
  const came = method === null ? order : { method, reference };
  const taken = takeConfirmation(money, order, {
    ...{ confirmation, source: 'cashier', at, newId, came },
    ...(method === 'transfer' ? { collector: actor } : {}),
  });
  const isBooked = taken.decision.used > 0 || taken.decision.refund !== null;
  if (isUsed || !isBooked) throw new Refusal<PaymentCode>('PAYMENT.TRANSACTION_USED', { transaction });
  return taken;
}
