import type { Money } from '../../persistence/money.js';
import type { StoredRefund } from '../../persistence/refunds.js';
import type { Books } from './books.fixture.js';
import { AGENCY, KINDS, WITHIN } from './cast.fixture.js';
import { right } from './not-right.fixture.js';

const usersOf = (books: Books, number: string) =>
  books.all(({ confirmations }) => confirmations.filter((one) => one.transaction === number && !one.numberFree));

/** A number of the bank is one sum; it may be entered for another order by mistake, or be that of money that lies here for nobody. */
export function transfer(books: Books): void {
  const order = books.anyOrder('transfer');
  if (!order) return;
  const stray =
    books.one(8) === 0
      ? books.any(books.loose.filter(({ method, orderId }) => method === 'transfer' && orderId !== order.id))
      : undefined;
  // Or that of a payment back.
  const [, back] = books.one(12) === 0 ? (books.any([...books.paidBackUnder])?.split(' ') ?? []) : [];
  const transaction = stray?.transaction ?? back ?? `FT-${books.one(6)}`;
  const orders = usersOf(books, transaction).flatMap(({ orderId }) => orderId ?? []);
  const amount = books.one(3) === 0 ? 1 + books.one(200) : order.due || order.amount;
  const used = {
    orders: [...orders, ...(stray?.orderId ? [stray.orderId] : [])],
    looseMoney: stray?.status === 'open' ? stray.id : null,
    paidBack: books.paidBackUnder.has(`transfer ${transaction}`),
  };
  const actor = books.cashier();
  const command = { orderId: order.id, version: order.version, transaction, amount, actor, newId: books.id };
  const isTaken = books.run(
    'transfer',
    KINDS.confirmTransfer,
    { money: books.moneyOf(order), within: WITHIN, used },
    command,
  );
  if (!isTaken) return;
  right(stray === undefined, 'money that was here already came again', stray);
  right(!used.paidBack, 'what went back came again under its number', transaction);
  books.really.charge(order.reference, transaction, amount, 'bank');
}

export function cash(books: Books): void {
  const order = books.anyOrder('counter');
  if (!order) return;
  const receiptNumber = `BL-${books.one(8)}`;
  const usedAt = usersOf(books, receiptNumber).map(() => AGENCY);
  const isInDrawer = books.one(2) === 0;
  const amount = isInDrawer ? 1 + books.one(200) : order.due;
  const actor = books.cashier();
  const facts = { money: books.moneyOf(order), within: WITHIN, usedAt, drawer: books.drawerOf(actor.subject) };
  const { id: orderId, version } = order;
  const command = { orderId, version, receiptNumber, amount, isInDrawer, actor, newId: books.id };
  if (!books.run('cash', KINDS.collectCash, facts, command)) return;
  books.really.charge(order.reference, receiptNumber, amount, 'hand');
  books.really.hand(actor.subject, amount);
}

export function allocate(books: Books): void {
  const loose = books.any(books.loose);
  const order = books.any(books.all(({ orders }) => orders));
  if (!loose || !order) return;
  const facts = { money: books.moneyOf(order), within: WITHIN, loose, breaks: [] };
  const { id, version } = loose;
  const command = { id, version, orderId: order.id, note: 'x', actor: books.cashier(), newId: books.id };
  if (books.run('allocation', KINDS.allocate, facts, command))
    books.really.allocate(loose.reference, loose.transaction, loose.amount);
}

/** Mostly one of which this is the next step, now and then any. */
function anyRefund(books: Books, next: readonly StoredRefund['status'][]): [Money, StoredRefund | undefined] {
  const isNext = books.one(5) > 0;
  const refund = books.any(
    books.all(({ refunds }) => refunds.filter(({ status }) => !isNext || next.includes(status))),
  );
  return [refund ? books.moneyById(refund.dossierId) : books.anyDossier(), refund];
}

export function propose(books: Books): void {
  const [money, refund] = anyRefund(books, ['listed']);
  if (!refund) return;
  const amount = books.one(2) === 0 ? refund.amount : 1 + books.one(refund.amount);
  const decision = books.pick(['refund', 'refund', 'keep'] as const);
  const { id, version } = refund;
  const command = { id, version, decision, amount, note: 'x', actor: books.cashier() };
  books.run('refund: proposal', KINDS.propose, { money, within: WITHIN, drawer: null, numberUsed: [] }, command);
}

export function approve(books: Books): void {
  const [money, refund] = anyRefund(books, ['proposed']);
  if (!refund) return;
  const actor = books.leader();
  const { id, version } = refund;
  const command = { id, version, approved: books.one(5) > 0, note: 'x', actor, newId: books.id };
  if (!books.run('refund: approval', KINDS.approve, { money, within: WITHIN, drawer: null, numberUsed: [] }, command))
    return;
  right(refund.proposal?.by !== actor.subject, 'one person proposed and approved a refund', refund);
}

/** What is in the books under a number of a payment back. */
const usesOf = (books: Books, number: string) => [
  ...books
    .all(({ entries }) => entries)
    .flatMap(({ kind, method, transaction }) =>
      kind === 'refund' && transaction === number ? [{ method, agency: AGENCY }] : [],
    ),
  ...(number.startsWith('FT-') && usersOf(books, number).length > 0
    ? [{ method: 'transfer' as const, agency: '' }]
    : []),
];

export function payOut(books: Books): void {
  const [money, refund] = anyRefund(books, ['approved', 'failed']);
  if (!refund) return;
  const { really } = books;
  const actor = books.cashier();
  const cashFrom = books.pick(['drawer', 'drawer', 'account'] as const);
  // Now and then one that was used before, for a payment back or for a transfer.
  const [, before] = books.one(3) === 0 ? (books.any([...books.paidBackUnder])?.split(' ') ?? []) : [];
  const number = before ?? (books.one(9) === 0 ? `FT-${books.one(6)}` : `UNC-${books.id()}`);
  const transaction = books.one(5) === 0 ? null : number;
  // Nobody has a number of the bank for money that the bank does not have.
  if (transaction !== null && cashFrom === 'account' && really.atBank < refund.amount) return;
  const drawer = transaction === null || cashFrom === 'account' ? null : books.drawerOf(actor.subject);
  const command = { id: refund.id, version: refund.version, transaction, cashFrom, actor, newId: books.id };
  const numberUsed = transaction === null ? [] : usesOf(books, transaction);
  const facts = { money, within: WITHIN, drawer, deposited: new Map([[AGENCY, really.cashAtBank]]), numberUsed };
  const what = transaction === null ? 'refund: failure' : 'refund: payout';
  const isPaid = books.run(what, KINDS.payOut, facts, command);
  if (!isPaid || transaction === null) return;
  const entries = books.moneyById(money.account.dossierId).entries.slice(money.entries.length);
  for (const { method, amount, orderId } of entries) {
    const isUsed = numberUsed.some((one) => one.method === method);
    right(!isUsed, 'two sums went back under one number', method, transaction);
    books.paidBackUnder.add(`${method} ${transaction}`);
    const came = money.orders.find(({ id }) => id === orderId);
    if (method === 'transfer' && came?.method === 'counter') really.cashAtBank -= amount;
    if (method === 'counter') really.hand(actor.subject, -amount);
    else if (method === 'transfer') really.atBank -= amount;
    else really.atPlatform -= amount;
  }
}

export function proposeReversal(books: Books): void {
  const [money, entry] = books.anyOf(({ entries }) => entries);
  if (!entry) return;
  const reason = books.pick(['wrongOrder', 'mistypedNumber', 'cashGivenBack'] as const);
  const command = { id: books.id(), transactionId: entry.id, reason, note: 'x', actor: books.cashier() };
  books.run('reversal: proposal', KINDS.proposeReversal, { money, within: WITHIN }, command);
}

export function decideReversal(books: Books): void {
  const [money, reversal] = books.anyOf(({ reversals }) => reversals);
  if (!reversal) return;
  const { really } = books;
  const approved = books.one(4) > 0;
  const entry = money.entries.find(({ confirmationId }) => confirmationId === reversal.confirmationId)!;
  const inCash = entry.method === 'counter';
  const drawer = approved && inCash ? books.drawerOf(entry.collectedBy!) : null;
  const { id, version } = reversal;
  const command = { id, version, approved, note: 'x', actor: books.leader(), newId: books.id };
  const isDone = books.run(
    'reversal: decision',
    KINDS.decideReversal,
    { money, within: WITHIN, drawer, numberUsed: [] },
    command,
  );
  if (!isDone || !approved) return;
  // It never came, or it is handed back: what still stands of its number is what was said of it beside.
  const stands = books
    .moneyById(money.account.dossierId)
    .confirmations.filter(
      ({ reference, transaction, reversedAt }) =>
        reference === entry.reference && transaction === entry.transaction && reversedAt === null,
    );
  const sum = really.sum(entry.reference, entry.transaction);
  sum.here -= reversal.amount;
  sum.said = Math.max(0, ...stands.map(({ amount }) => amount));
  right(sum.said === sum.here, 'the books have another amount than the number brought', sum, reversal);
  if (inCash) really.hand(entry.collectedBy!, -reversal.amount);
  else really.atBank -= reversal.amount;
}
