import { Injectable } from '@nestjs/common';
import {
  assertMayBePaidOut,
  type DrawerOwner,
  giveBack,
  receiptedBeyond,
  receiptedPart,
  splitRefund,
} from '@motcua/fee-domain';
import { Refusal } from '@motcua/kernel';
import type { Actor, LockingQueries } from '@motcua/platform';
import type { StoredAccount } from '../persistence/accounts.js';
import { depositedBy } from '../persistence/deposits.js';
import { type Drawer, type CashMove, moveCash } from '../persistence/drawers.js';
import { type LedgerEntry, standing } from '../persistence/ledger.js';
import type { Money } from '../persistence/money.js';
import type { PayoutNumberUse } from '../persistence/payout-numbers.js';
import { namedReceipt, type NewReceipt, type StoredReceipt, validOf } from '../persistence/receipts.js';
import type { StoredRefund } from '../persistence/refunds.js';
import { withRow } from '../persistence/row-changes.js';
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

  protected override numberOf({ transaction }: PayOutRefundCommand): string | null {
    return transaction;
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
    { money, drawer, deposited, numberUsed }: PayOutFacts,
    refund: StoredRefund,
    { id, transaction, actor, note = refund.note, newId }: PayOutRefundCommand,
    at: Temporal.Instant,
  ): Step {
    assertMayBePaidOut(refund);
    const { subject: by } = actor;
    const status = transaction === null ? 'failed' : 'refunded';
    const { refund: moved, money: after } = stepped(money, refund, { status, decidedAt: at, decidedBy: by, note });
    const detail = { refundId: id, amount: refund.amount, transaction };
    if (transaction === null) return { after, action: 'refundFailed', detail };
    return {
      ...paidBack(after, moved, { transaction, drawer, deposited, numberUsed, at, by: actor, newId }),
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
  readonly numberUsed: readonly PayoutNumberUse[];
  readonly at: Temporal.Instant;
  readonly by: Actor;
  readonly newId: () => string;
}

/** One entry by each way that the money came; a receipt of which all is given back is void, and one of which a part is, adjusted. */
function paidBack(
  money: Money,
  refund: StoredRefund,
  { transaction, drawer, deposited, numberUsed, at, by, newId }: PaidOut,
): Pick<Step, 'after' | 'opens' | 'receipts'> {
  const parts = splitRefund(standing(money.entries), refund.orderId, refund.amount);
  assertNumberIsNew(parts, { transaction, drawer, numberUsed });
  const inCash = parts.reduce((sum, { came, amount }) => sum + (came.method === 'counter' ? amount : 0), 0);
  if (drawer === null) assertDeposited(parts, deposited);
  const move: CashMove | null = drawer && inCash > 0 ? moveCash(drawer, { at, by: by.subject, out: inCash }) : null;
  const entries = parts.map(({ came, amount }): LedgerEntry => ({
    ...came,
    ...{ id: newId(), kind: 'refund', amount, transaction, confirmationId: null, cashDayId: null, at },
    ...(came.method === 'counter' && wayBack(drawer, move)),
  }));
  const { receipts, adjusting } = receiptsAfter(money, refund, { at, by, newId });
  const after = { ...money, entries: [...money.entries, ...entries], receipts };
  return { after, receipts: adjusting, ...(move?.opens && { opens: move.opens }) };
}

/** What becomes of the receipts of what is paid back. */
function receiptsAfter(
  { account, receipts: all, refunds }: Money,
  refund: StoredRefund,
  { at, by, newId }: Pick<PaidOut, 'at' | 'by' | 'newId'>,
): { readonly receipts: readonly StoredReceipt[]; readonly adjusting: readonly NewReceipt[] } {
  const valid = validOf(all);
  // A correction says of which kind too much was collected.
  const most = refund.reason === 'corrected' ? receiptedBeyond(valid, account) : undefined;
  let receipts = all;
  const adjusting: NewReceipt[] = [];
  for (const { receipt, amount, how } of giveBack(valid, receiptedPart(refund, refunds, valid), most)) {
    const voidedAt = how === 'cancelled' ? at : null;
    receipts = withRow(receipts, { ...receipt, refunded: receipt.refunded + amount, voidedAt });
    if (how === 'adjusted') adjusting.push(adjustment(account, receipt, refund, { amount, at, by, id: newId() }));
  }
  return { receipts, adjusting };
}

interface Adjustment extends Pick<PaidOut, 'at' | 'by'> {
  readonly id: string;
  readonly amount: number;
}

/** The receipt that says how much less one is for; issued by who has the dossier now. Its number is given when it is saved. */
function adjustment(
  { receivingAgency: agency, agencies }: StoredAccount,
  receipt: StoredReceipt,
  refund: StoredRefund,
  { id, amount, at, by }: Adjustment,
): NewReceipt {
  const { number: _, form: __, symbol: ___, serial: ____, lookupCode: _____, ...content } = receipt;
  const name = `Điều chỉnh giảm biên lai ${namedReceipt(receipt)}`;
  return {
    ...{
      ...content,
      id,
      agency,
      agencies,
      amount,
      refunded: 0,
      voidedAt: null,
      issuedAt: at,
      settledAt: at,
      settles: [],
      file: null,
    },
    ...{ adjusts: receipt.id, adjustsBecause: refund.proposal!.note, refundId: refund.id },
    lines: [{ code: 'DIEU-CHINH-GIAM', name, net: amount }],
    ...{ collectedBy: by.subject, collectorName: by.name ?? null, replaces: null, replacesBecause: null },
  };
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

/** A number is that of one sum: the bank's and the platform's, and that of a cash voucher at its agency. @throws Refusal PAYMENT.TRANSACTION_USED */
function assertNumberIsNew(
  parts: readonly Part[],
  { transaction, drawer, numberUsed }: Pick<PaidOut, 'transaction' | 'drawer' | 'numberUsed'>,
): void {
  const ways = parts.map(({ came }) => (came.method === 'counter' && drawer === null ? 'transfer' : came.method));
  const isUsed = numberUsed.some(
    ({ method, agency }) => ways.includes(method) && (method !== 'counter' || agency === drawer?.agency),
  );
  if (isUsed) throw new Refusal<PaymentCode>('PAYMENT.TRANSACTION_USED', { transaction });
}

/** Cash goes out of the drawer of who pays it, whoever took it; or from the account. */
const wayBack = (drawer: Drawer | null, move: CashMove | null): Partial<LedgerEntry> =>
  drawer && move
    ? { collectingAgency: drawer.agency, collectedBy: drawer.cashier, cashDayId: move.cashDayId }
    : { method: 'transfer' };
