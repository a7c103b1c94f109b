import {
  type Confirmation,
  type ConfirmationDecision,
  decideConfirmation,
  owesAll,
  receiptsOf,
} from '@motcua/fee-domain';
import type { Actor } from '@motcua/platform';
import type { ConfirmationSource, StoredConfirmation } from '../persistence/confirmations.js';
import type { LedgerEntry } from '../persistence/ledger.js';
import type { Money } from '../persistence/money.js';
import type { StoredOrder } from '../persistence/orders.js';
import type { NewReceipt } from '../persistence/receipts.js';
import { withRow } from '../persistence/row-changes.js';
import { listRefund } from './list-refund.js';
import { recordDiscrepancy } from './record-discrepancy.js';

export interface Said {
  readonly confirmation: Confirmation;
  readonly source: ConfirmationSource;
  readonly at: Temporal.Instant;
  readonly newId: () => string;
  /** The bytes that the sender is answered; absent where nobody awaits an answer. */
  readonly answer?: (acknowledged: boolean) => string;
  readonly cashReceipt?: string;
  /** The officer who took or found the money; absent where a machine says so. */
  readonly collector?: Pick<Actor, 'subject' | 'agency'>;
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
  const confirmations = money.confirmations.filter(({ reference }) => reference === order.reference);
  const stillOwed = owesAll(money.account, order) && !isOutdated(order, money.account);
  const decision = decideConfirmation({ ...order, confirmations }, stated, { stillOwed }, at);
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
  };
  const heard = { ...money, confirmations: [...money.confirmations, confirmation] };
  return { decision, confirmation, ...apply(heard, order, said, decision) };
}

/** A later demand has taken the place of the one that it was placed for. */
const isOutdated = ({ collects, placedAt }: StoredOrder, { demandedAt }: Money['account']): boolean =>
  demandedAt !== null && collects.includes('onDemand') && Temporal.Instant.compare(placedAt, demandedAt) < 0;

function apply(
  money: Money,
  order: StoredOrder,
  said: Said,
  decision: ConfirmationDecision,
): { readonly money: Money; readonly receipts: readonly NewReceipt[] } {
  const visible = withBreak(money, order, said, decision);
  const listed = decision.refund
    ? listRefund(enter(visible, order, said, 'surplus'), {
        id: said.newId(),
        orderId: order.id,
        ...decision.refund,
        listedAt: said.at,
      })
    : visible;
  if (decision.outcome === 'numbered') return { money: withNumber(listed, order, said), receipts: [] };
  if (decision.status === null) return { money: listed, receipts: [] };
  const changed = changedOrder(order, said, decision.status);
  const moved = { ...listed, orders: withRow(listed.orders, changed) };
  if (decision.outcome !== 'paid') return { money: moved, receipts: [] };
  const { account } = moved;
  const settled = {
    ...enter(moved, order, said, 'payment'),
    account: { ...account, version: account.version + 1, paid: [...account.paid, ...order.collects] },
  };
  return { money: settled, receipts: receiptsFor(settled, order, said) };
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
  return { ...changed, paidAt: at, transaction: confirmation.transaction, cashReceipt, askAt: null };
}

/** Completes a payment that was learnt without its number. */
function withNumber(money: Money, order: StoredOrder, { confirmation: { transaction } }: Said): Money {
  const entry = money.entries.find(({ orderId, kind }) => orderId === order.id && kind !== 'refund');
  return {
    ...money,
    orders: withRow(money.orders, { ...order, version: order.version + 1, transaction }),
    entries: entry ? withRow(money.entries, { ...entry, transaction: transaction ?? '' }) : money.entries,
  };
}

function enter(money: Money, order: StoredOrder, said: Said, kind: LedgerEntry['kind']): Money {
  const { agencies, applicantRef, submittedBy, dossierId, receivingAgency } = money.account;
  const { collector } = said;
  const { id: orderId, reference, method } = order;
  const { amount, transaction } = said.confirmation;
  const entry = {
    ...{ id: said.newId(), dossierId, orderId, reference, method, kind, amount },
    ...{ transaction: transaction ?? '', at: said.at, agencies, applicantRef, submittedBy },
    collectingAgency: collector?.agency ?? receivingAgency,
    collectedBy: collector?.subject ?? null,
  };
  return { ...money, entries: [...money.entries, entry] };
}

const receiptsFor = ({ account }: Money, order: StoredOrder, { at, newId }: Said): NewReceipt[] =>
  receiptsOf(account.lines, order.collects).map(({ kind, amount, lines }) => ({
    id: newId(),
    agency: account.receivingAgency,
    dossierId: account.dossierId,
    orderId: order.id,
    kind,
    amount,
    lines: lines.map(({ code, name, net }) => ({ code, name, net })),
    issuedAt: at,
    agencies: account.agencies,
    applicantRef: account.applicantRef,
    submittedBy: account.submittedBy,
  }));
