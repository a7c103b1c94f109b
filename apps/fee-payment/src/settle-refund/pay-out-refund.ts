import { Injectable } from '@nestjs/common';
import { assertMayBePaidOut, type DrawerOwner, givenBack, isOpenRefund, splitRefund } from '@motcua/fee-domain';
import { Refusal } from '@motcua/kernel';
import type { LockingQueries } from '@motcua/platform';
import { depositedBy } from '../persistence/deposits.js';
import { type Drawer, type CashMove, moveCash } from '../persistence/drawers.js';
import { type LedgerEntry, standing } from '../persistence/ledger.js';
import type { Money } from '../persistence/money.js';
import { validOf } from '../persistence/receipts.js';
import type { StoredRefund } from '../persistence/refunds.js';
import type { PaymentCode } from '../problems.js';
import type { Step, StepFacts } from '../settlement/money-step.js';
import { type OfRefund, RefundStep, stepped } from './refund-step.js';

interface PayOutFacts extends StepFacts {
  /** What lies at the account of the cash that each agency brought there, đồng. */
  readonly deposited: ReadonlyMap<string, number>;
}

interface PayOutRefundCommand extends OfRefund {
  /** Number of the payment back; null: it did not succeed. */
  readonly transaction: string | null;
  /** Where what came in cash is taken from: the own drawer, or the account to which cash was brought. */
  readonly cashFrom: 'drawer' | 'account';
  /** Absent: the words of the last step stand. */
  readonly note?: string | null;
  readonly newId: () => string;
}

/** The money of an approved refund has gone back by each way that it came, under a number; or could not, and is tried again. */
@Injectable()
export class PayOutRefund extends RefundStep<PayOutRefundCommand> {
  protected readonly scope = 'payment.reconcile';

  protected override drawerOf(
    { account }: Money,
    { transaction, cashFrom, actor: { agency, subject: cashier } }: PayOutRefundCommand,
  ): DrawerOwner | null {
    if (transaction === null || cashFrom === 'account') return null;
    return { agency: agency ?? account.receivingAgency, cashier };
  }

  override async facts(
    queries: LockingQueries,
    commands: readonly PayOutRefundCommand[],
  ): Promise<readonly (PayOutFacts | undefined)[]> {
    const found = await super.facts(queries, commands);
    const agencies = found.map((facts, place) => (facts ? fromAccount(facts.money, commands[place]!) : []));
    const deposited = await depositedBy(queries, agencies.flat());
    // What one takes from the account the next one does not find there.
    const taken = new Set<string>();
    return found.map((facts, place) => {
      const [of, inCompany] = [agencies[place]!, agencies[place]!.some((agency) => taken.has(agency))];
      for (const agency of of) taken.add(agency);
      return facts && !inCompany ? { ...facts, deposited } : undefined;
    });
  }

  protected step(
    { money, drawer, deposited }: PayOutFacts,
    refund: StoredRefund,
    { id, transaction, actor: { subject: by }, note = refund.note, newId }: PayOutRefundCommand,
    at: Temporal.Instant,
  ): Step {
    assertMayBePaidOut(refund);
    const status = transaction === null ? 'failed' : 'refunded';
    const { refund: moved, money: after } = stepped(money, refund, { status, decidedAt: at, decidedBy: by, note });
    const detail = { refundId: id, amount: refund.amount, transaction };
    if (transaction === null) return { after, action: 'refundFailed', detail };
    return {
      ...paidBack(after, moved, { transaction, drawer, deposited, at, by, newId }),
      action: 'refundPaidOut',
      detail,
    };
  }
}

/** Where cash of this dossier was taken, if it is to go back from the account. */
const fromAccount = ({ entries }: Money, { transaction, cashFrom }: PayOutRefundCommand): readonly string[] =>
  transaction === null || cashFrom === 'drawer'
    ? []
    : standing(entries).flatMap(({ method, collectingAgency }) => (method === 'counter' ? [collectingAgency] : []));

interface PaidOut {
  readonly transaction: string;
  /** Null: what came in cash goes back from the account. */
  readonly drawer: Drawer | null;
  readonly deposited: PayOutFacts['deposited'];
  readonly at: Temporal.Instant;
  readonly by: string;
  readonly newId: () => string;
}

/** One entry by each way that the money came; the receipts of what is no longer paid are void. */
function paidBack(
  money: Money,
  refund: StoredRefund,
  { transaction, drawer, deposited, at, by, newId }: PaidOut,
): Pick<Step, 'after' | 'opens'> {
  const parts = splitRefund(standing(money.entries), refund.orderId, refund.amount);
  const inCash = parts.reduce((sum, { came, amount }) => sum + (came.method === 'counter' ? amount : 0), 0);
  if (drawer === null) assertDeposited(parts, deposited);
  const move: CashMove | null = drawer && inCash > 0 ? moveCash(drawer, { at, by, out: inCash }) : null;
  const entries = parts.map(({ came, amount }): LedgerEntry => ({
    ...came,
    ...{ id: newId(), kind: 'refund', amount, transaction, confirmationId: null, cashDayId: null, at },
    ...(came.method === 'counter' && wayBack(drawer, move)),
  }));
  const back = new Map(
    givenBack(validOf(money.receipts), receipted(money, refund)).map(({ receipt, amount }) => [receipt.id, amount]),
  );
  const receipts = money.receipts.map((receipt) => {
    const part = back.get(receipt.id);
    if (part === undefined) return receipt;
    const given = receipt.refunded + part;
    return { ...receipt, refunded: given, voidedAt: given === receipt.amount ? at : null };
  });
  const after = { ...money, entries: [...money.entries, ...entries], receipts };
  return { after, ...(move?.opens && { opens: move.opens }) };
}

interface Part {
  readonly came: Pick<LedgerEntry, 'method' | 'collectingAgency'>;
  readonly amount: number;
}

/** Only what the agency brought to the account goes back from there. @throws Refusal PAYMENT.NOT_DEPOSITED */
function assertDeposited(parts: readonly Part[], deposited: PayOutFacts['deposited']): void {
  const cash = parts.filter(({ came }) => came.method === 'counter');
  for (const [agency, of] of Map.groupBy(cash, ({ came }) => came.collectingAgency)) {
    const [there, wanted] = [deposited.get(agency) ?? 0, of.reduce((sum, { amount }) => sum + amount, 0)];
    if (wanted > there) throw new Refusal<PaymentCode>('PAYMENT.NOT_DEPOSITED', { agency, deposited: there, wanted });
  }
}

/** Cash goes out of the drawer of who pays it, whoever took it; or from the account. */
const wayBack = (drawer: Drawer | null, move: CashMove | null): Partial<LedgerEntry> =>
  drawer && move
    ? { collectingAgency: drawer.agency, collectedBy: drawer.cashier, cashDayId: move.cashDayId }
    : { method: 'transfer' };

/** How much of a refund was receipted: nothing of what came beyond what was owed, nor of a part that settled nothing. */
function receipted({ receipts, refunds }: Money, { amount, reason }: StoredRefund): number {
  if (reason === 'corrected') return amount;
  if (reason !== 'refused' && reason !== 'withdrawn' && reason !== 'stopped') return 0;
  const valid = validOf(receipts).reduce((sum, receipt) => sum + receipt.amount - receipt.refunded, 0);
  // What the end listed and is not paid back yet, or is kept, is the rest of it.
  const others = refunds
    .filter((one) => one.reason === reason && isOpenRefund(one.status))
    .reduce((sum, one) => sum + one.amount, 0);
  const kept = refunds.filter((one) => one.status === 'kept').reduce((sum, one) => sum + one.amount, 0);
  return Math.max(0, Math.min(amount, valid - others - kept));
}
