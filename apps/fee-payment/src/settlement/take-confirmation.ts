import {
  type Confirmation,
  type ConfirmationDecision,
  decideConfirmation,
  numberOf,
  outstandingOf,
} from '@motcua/fee-domain';
import type { ConfirmationSource, StoredConfirmation } from '../persistence/confirmations.js';
import type { LedgerEntry } from '../persistence/ledger.js';
import type { Money } from '../persistence/money.js';
import type { StoredOrder } from '../persistence/orders.js';
import type { NewReceipt } from '../persistence/receipts.js';
import { withRow } from '../persistence/row-changes.js';
import { listRefund } from './list-refund.js';
import { recordDiscrepancy } from './record-discrepancy.js';
import { type Collector, settle } from './settle.js';

export interface Said {
  readonly confirmation: Confirmation;
  readonly source: ConfirmationSource;
  readonly at: Temporal.Instant;
  readonly newId: () => string;
  /** The bytes that the sender is answered; absent where nobody awaits an answer. */
  readonly answer?: (acknowledged: boolean) => string;
  readonly cashReceipt?: string;
  /** By which way and under which reference it came, if not by those of the order. */
  readonly came?: Pick<LedgerEntry, 'method' | 'reference'>;
  /** The officer who took or found the money; absent where a machine says so. */
  readonly collector?: Collector;
  /** In which day of whose drawer it came; absent where it is no cash. */
  readonly cashDayId?: string;
}

export interface Taken {
  readonly decision: ConfirmationDecision;
  /** The confirmation as stored, now or from an earlier time. */
  readonly confirmation: StoredConfirmation;
  readonly money: Money;
  readonly receipts: readonly NewReceipt[];
}

/**
 * Takes what the platform, the bank or the cashier says of an order, from any of them, any number of times and in any
 * order. Pure: money and what was said → money as it is then.
 */
export function takeConfirmation(money: Money, order: StoredOrder, said: Said): Taken {
  const { confirmation: stated, source, at, newId, answer } = said;
  const confirmations = money.confirmations.filter(
    ({ reference, reversedAt }) => reference === order.reference && reversedAt === null,
  );
  const owed = isOutdated(order, money.account) ? 0 : outstandingOf(money.account, order.collects);
  const heardBefore = confirmations.map((one) => ({ ...one, byOfficer: one.source === 'cashier' }));
  const isByOfficer = source === 'cashier';
  const decision = decideConfirmation(
    { ...order, confirmations: heardBefore },
    { ...stated, byOfficer: isByOfficer },
    { owed },
  );
  if (decision.outcome === 'repeated') {
    const earlier = confirmations[decision.answered]!;
    if (answer === undefined || earlier.answer !== null)
      return { decision, confirmation: earlier, money, receipts: [] };
    const answered = { ...earlier, answer: answer(earlier.acknowledged) };
    return {
      decision,
      confirmation: answered,
      money: { ...money, confirmations: withRow(money.confirmations, answered) },
      receipts: [],
    };
  }
  const { acknowledged } = decision;
  const confirmation: StoredConfirmation = {
    ...stated,
    id: newId(),
    orderId: order.id,
    source,
    acknowledged,
    answer: answer?.(acknowledged) ?? null,
    receivedAt: at,
    reversedAt: null,
    numberFree: false,
  };
  const heard = { ...money, confirmations: [...money.confirmations, confirmation] };
  const counted = { ...said, confirmation: { ...stated, transaction: numberOf(heardBefore, stated) } };
  return { decision, confirmation, ...apply(heard, order, counted, decision, confirmation.id) };
}

/** A later demand has taken the place of the one that it was placed for. */
const isOutdated = ({ collects, placedAt }: StoredOrder, { demandedAt }: Money['account']): boolean =>
  demandedAt !== null && collects.includes('onDemand') && Temporal.Instant.compare(placedAt, demandedAt) < 0;

function apply(
  money: Money,
  order: StoredOrder,
  said: Said,
  decision: ConfirmationDecision,
  confirmationId: string,
): { readonly money: Money; readonly receipts: readonly NewReceipt[] } {
  const { used, refund, status, numbers } = decision;
  const { newId, at } = said;
  let after = withBreak(money, order, said, decision);
  if (numbers) after = withNumber(after, order, said);
  const entry = { order, said, confirmationId };
  if (used > 0) after = withPart(enter(after, { ...entry, kind: 'payment', amount: used }), order, status);
  if (refund) {
    after = enter(after, { ...entry, kind: 'surplus', amount: refund.amount });
    after = listRefund(after, { id: newId(), orderId: order.id, ...refund, listedAt: at });
  }
  if (status !== null) {
    const current = after.orders.find(({ id }) => id === order.id)!;
    after = { ...after, orders: withRow(after.orders, changedOrder(current, said, status)) };
  }
  const { collector } = said;
  return settle(after, { order, came: used, at, newId, ...(collector && { collector }) });
}

function withBreak(money: Money, order: StoredOrder, said: Said, decision: ConfirmationDecision): Money {
  if (!decision.break) return money;
  const { confirmation, at, newId } = said;
  const { kind, ours, theirs } = decision.break;
  const identity = `${kind}:${order.id}:${confirmation.transaction ?? ''}:${confirmation.amount}`;
  const found = { id: newId(), identity, kind, orderId: order.id, reference: order.reference, ours, theirs };
  return recordDiscrepancy(money, { ...found, foundAt: at });
}

function changedOrder(order: StoredOrder, said: Said, status: 'paid' | 'refundable' | 'failed'): StoredOrder {
  const changed = { ...order, version: order.version + 1, status, openingUntil: null };
  // A failed payment is asked about further: its payer may have tried again.
  if (status === 'failed') return changed;
  const { at, confirmation, cashReceipt = order.cashReceipt } = said;
  return { ...changed, due: 0, paidAt: at, transaction: confirmation.transaction, cashReceipt, askAt: null };
}

/** An order of which a part has come is not as it was seen before. */
const withPart = (money: Money, { id }: StoredOrder, status: ConfirmationDecision['status']): Money =>
  status === null ? { ...money, orders: money.orders.map((one) => (one.id === id ? newer(one) : one)) } : money;

const newer = (order: StoredOrder): StoredOrder => ({ ...order, version: order.version + 1 });

/** Completes what was learnt without its number. */
function withNumber(money: Money, order: StoredOrder, { confirmation: { transaction } }: Said): Money {
  const numbered = (entry: LedgerEntry): LedgerEntry =>
    entry.orderId === order.id && entry.kind !== 'refund' && entry.transaction === ''
      ? { ...entry, transaction: transaction ?? '' }
      : entry;
  const isPaid = order.status === 'paid' || order.status === 'refundable';
  return {
    ...money,
    orders: isPaid ? withRow(money.orders, { ...order, version: order.version + 1, transaction }) : money.orders,
    entries: money.entries.map(numbered),
  };
}

interface NewEntry {
  readonly order: StoredOrder;
  readonly said: Said;
  readonly confirmationId: string;
  readonly kind: 'payment' | 'surplus';
  readonly amount: number;
}

function enter(money: Money, { order, said, confirmationId, kind, amount }: NewEntry): Money {
  const { agencies, applicantRef, submittedBy, dossierId, receivingAgency } = money.account;
  const { collector, confirmation, at, newId } = said;
  const { id: orderId } = order;
  const { method, reference } = said.came ?? order;
  const entry = {
    ...{ id: newId(), dossierId, orderId, reference, method, kind, amount, confirmationId },
    ...{ transaction: confirmation.transaction ?? '', at, agencies, applicantRef, submittedBy },
    collectingAgency: collector?.agency ?? receivingAgency,
    collectedBy: collector?.subject ?? null,
    cashDayId: said.cashDayId ?? null,
  };
  return { ...money, entries: [...money.entries, entry] };
}
