import type { CollectionTime } from '@motcua/fee-domain';
import { DEMAND_FEE } from '../../demand-fee-when-it-arises/demand-fee.js';
import { EXPIRE_ORDER } from '../../expire-orders/expire-orders.js';
import { END_ACCOUNT } from '../../list-refund-when-dossier-ended/end-account.js';
import { type LooseMoney, looseMoneyPosting } from '../../persistence/loose-money.js';
import { TAKE_STATUS } from '../../poll-platform/take-status.js';
import { TAKE_PORTAL_PAYMENT } from '../../take-portal-payment/take-portal-payment.js';
import type { Books } from './books.fixture.js';
import { BEGIN, CITIZEN, KINDS, LATE, lineOf, WITHIN } from './cast.fixture.js';

const COLLECTS: readonly (readonly CollectionTime[] | undefined)[] = [
  undefined,
  ['beforeAcceptance', 'beforeReturn'],
  ['beforeReturn'],
  ['onDemand'],
];

export function order(books: Books): void {
  const money = books.anyDossier();
  const method = books.pick(['nationalPlatform', 'counter', 'transfer'] as const);
  const collect = books.pick(COLLECTS);
  const command = {
    id: books.id(),
    dossierId: money.account.dossierId,
    method,
    actor: CITIZEN,
    ...(collect && { collect }),
  };
  const facts = { money, within: WITHIN, serial: books.next(), askAt: BEGIN, collectors: new Map() };
  books.run('order', KINDS.placeOrder, facts, command);
}

/** Its time is over; what the platform says of it afterwards is late. */
export function expire(books: Books): void {
  const order = books.anyOrder(books.pick(['nationalPlatform', 'transfer'] as const));
  if (order) books.run('expiry', EXPIRE_ORDER, books.moneyOf(order), { orderId: order.id }, { at: LATE });
}

/** What a payment is called that the platform made of an order: its first, or, where it was charged twice, its second. */
function numberOf(books: Books, reference: string): string {
  const others = books.all(({ orders }) => orders.filter((one) => one.method === 'nationalPlatform'));
  // The number of a payment for another order.
  if (books.one(12) === 0) return `GD-${books.pick(others).reference}-1`;
  return `GD-${reference}-${books.one(5) === 0 ? 2 : 1}`;
}

/**
 * The platform says that a payment succeeded or failed: once or again, at once or late, with the right amount or another, with its
 * number, that of a second payment, that of another order, or none.
 */
export function callback(books: Books): void {
  const order = books.anyOrder('nationalPlatform');
  if (!order) return;
  const success = books.one(6) > 0;
  const transaction = books.one(6) === 0 ? null : numberOf(books, order.reference);
  const amount = books.one(5) === 0 ? 1 + books.one(200) : order.amount;
  const confirmation = { reference: order.reference, success, amount, transaction };
  const what = transaction === null ? 'callback without MaGiaoDich' : 'callback';
  const command = { orderId: order.id, confirmation, newId: books.id };
  const isTaken = books.run(what, KINDS.confirm, books.moneyOf(order), command);
  if (isTaken && success) books.really.charge(order.reference, transaction, amount, 'platform');
}

/** The platform is asked about a payment, and answers that it was made, with its number or without, or was not. */
export function query(books: Books): void {
  const order = books.anyOrder('nationalPlatform');
  if (!order) return;
  const { reference } = order;
  const success = books.one(8) > 0;
  const first = `GD-${reference}-1`;
  const amount = books.really.under(reference).find(({ number }) => number === first)?.said ?? order.amount;
  const transaction = books.one(4) === 0 ? null : first;
  const command = {
    orderId: order.id,
    confirmation: { reference, success, amount, transaction },
    newId: books.id,
  };
  const isTaken = books.run('query', TAKE_STATUS, books.moneyOf(order), command);
  if (isTaken && success) books.really.charge(reference, transaction, amount, 'platform');
}

/** The national portal took money for a dossier, and tells so. */
export function portal(books: Books): void {
  const money = books.anyDossier();
  const [requestId, before] = [`YC-${books.one(9)}`, money.orders.length];
  const amount = books.pick([145, 20, 1 + books.one(200)]);
  const transaction = `DVC-${money.account.dossierId}-${requestId}`;
  const { dossierId } = money.account;
  const command = { dossierId, requestId, transaction, amount, paidAt: books.now, newId: books.id };
  if (!books.run('payment at the portal', TAKE_PORTAL_PAYMENT, { money, serial: books.next() }, command)) return;
  const { reference } = books.moneyById(dossierId).orders[before]!;
  books.really.charge(reference, transaction, amount, 'platform');
}

/** Money under a reference that is none of ours: by the platform, or on the statement of the bank. */
export function stray(books: Books): void {
  const amount = 1 + books.one(100);
  const id = books.id();
  const method = books.pick(['nationalPlatform', 'transfer'] as const);
  const money: LooseMoney = {
    ...{ id, version: 1, method, reference: `X-${id}`, transaction: `LA-${id}`, amount },
    ...{ receivedAt: books.now, status: 'open', orderId: null, allocatedAt: null, allocatedBy: null, note: null },
  };
  books.note('money under no reference', method, amount);
  books.loose.push(money);
  if (method === 'transfer') books.really.atBank += amount;
  else books.really.atPlatform += amount;
  books.book([looseMoneyPosting({ before: null, after: money })]);
}

/** A supplement, or a notice of tax, that asks for money. */
export function demand(books: Books): void {
  const money = books.anyDossier();
  const net = 10 + books.one(40);
  const lines = [lineOf({ code: `D-${books.next()}`, kind: 'phi', net, collectedAt: 'onDemand' })];
  const { dossierId } = money.account;
  books.run('demand', DEMAND_FEE, money, { dossierId, at: books.now, lines, newId: books.id });
}

/** The dossier is withdrawn, refused or stopped; money may be under way to it. */
export function end(books: Books): void {
  const money = books.anyDossier();
  const { dossierId } = money.account;
  const ended = books.pick(['withdrawn', 'refused', 'stopped'] as const);
  books.run('end', END_ACCOUNT, money, { dossierId, at: books.now, ended, newId: books.id }, { fate: 'once' });
}
