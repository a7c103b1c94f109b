import {
  PaymentPartReceivedV1,
  PaymentReceivedV1,
  PaymentReversedV1,
  PaymentUnallocatedChangedV1,
} from '@motcua/contracts';
import { issuePapers, type NewPaper } from '@motcua/catalogue-copy';
import { dueNothingMore } from '@motcua/fee-domain';
import { withOffset } from '@motcua/kernel';
import type { Aggregate, NewEvent, RowChange } from '@motcua/platform';
import { ACCOUNTS } from './accounts.js';
import { BREAKS, type StoredBreak } from './breaks.js';
import { saveOpenedDays, type StoredCashDay } from './cash-days.js';
import { CONFIRMATIONS } from './confirmations.js';
import { type AccountAction, line } from './history.js';
import { ENTRIES } from './ledger.js';
import { type LooseMoney, saveLooseMoney } from './loose-money.js';
import type { Money } from './money.js';
import { assessed, breakFound, event, receiptIssued, refundEvents } from './money-events.js';
import { ORDERS } from './orders.js';
import { postingsOf, savePostings } from './postings.js';
import { type NewReceipt, numbered, RECEIPTS, type StoredReceipt } from './receipts.js';
import { type ReceiptPayer, saveReceiptPayers } from './receipt-payers.js';
import { REFUNDS } from './refunds.js';
import { awaitRegistration } from './registrations.js';
import { REVERSALS } from './reversals.js';
import { rowChanges } from './row-changes.js';

/** What became of a dossier's money. Everything that is written and published follows from it. */
export interface MoneyChange {
  /** Null: the account is new. */
  readonly before: Money | null;
  readonly after: Money;
  readonly receipts: readonly NewReceipt[];
  /** Who is named on which of them, where it is another than the applicant. */
  readonly payers?: readonly ReceiptPayer[];
  /** Money that was of no dossier and is this one's now. */
  readonly loose?: RowChange<LooseMoney>;
  /** Breaks of that money, which are none of the dossier's. */
  readonly looseBreaks?: readonly RowChange<StoredBreak>[];
  /** The day of a drawer that nobody had opened, in which its cash moves. */
  readonly opens?: StoredCashDay;
  /** The receipts with their numbers, once they are saved. */
  readonly issued?: readonly StoredReceipt[];
  readonly action: AccountAction;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Temporal.Instant;
  readonly actor: string;
}

const EMPTY = {
  orders: [],
  confirmations: [],
  entries: [],
  receipts: [],
  refunds: [],
  breaks: [],
  reversals: [],
} as const;

function parts({ before, after }: MoneyChange) {
  const was = before ?? EMPTY;
  return {
    orders: rowChanges(was.orders, after.orders),
    confirmations: rowChanges(was.confirmations, after.confirmations),
    entries: rowChanges(was.entries, after.entries),
    receipts: rowChanges(was.receipts, after.receipts),
    refunds: rowChanges(was.refunds, after.refunds),
    breaks: rowChanges(was.breaks, after.breaks),
    reversals: rowChanges(was.reversals, after.reversals),
  };
}

/** A dossier's money: one account, with its orders and all that was said, entered, listed and found of them. */
export const DOSSIER_MONEY: Aggregate<MoneyChange> = {
  save: async (queries, changes) => {
    const issued = await numbered(
      queries,
      changes.flatMap(({ receipts }) => receipts),
    );
    const all = changes.map(parts);
    // What moves at once at one drawer opens one day.
    const opened = new Map(changes.flatMap(({ opens }) => (opens ? [[opens.id, opens] as const] : [])));
    const voided = all.flatMap(({ receipts }) => receipts).flatMap(nowVoid);
    await Promise.all([
      saveOpenedDays(queries, [...opened.values()]),
      ACCOUNTS.save(
        queries,
        changes.map(({ before, after }) => ({ before: before?.account ?? null, after: after.account })),
      ),
      ORDERS.save(
        queries,
        all.flatMap(({ orders }) => orders),
      ),
      CONFIRMATIONS.save(
        queries,
        all.flatMap(({ confirmations }) => confirmations),
      ),
      ENTRIES.save(
        queries,
        all.flatMap(({ entries }) => entries),
      ),
      RECEIPTS.save(
        queries,
        all.flatMap(({ receipts }) => receipts),
      ),
      REFUNDS.save(
        queries,
        all.flatMap(({ refunds }) => refunds),
      ),
      BREAKS.save(queries, [
        ...all.flatMap(({ breaks }) => breaks),
        ...changes.flatMap(({ looseBreaks = [] }) => looseBreaks),
      ]),
      REVERSALS.save(
        queries,
        all.flatMap(({ reversals }) => reversals),
      ),
      saveLooseMoney(
        queries,
        changes.flatMap(({ loose }) => loose ?? []),
      ),
      savePostings(
        queries,
        changes.flatMap(({ before, after, receipts }) => postingsOf(before, after, receipts)),
      ),
      ...(issued.length > 0
        ? [
            queries.query(RECEIPTS.insert(issued)),
            saveReceiptPayers(
              queries,
              changes.flatMap(({ payers = [] }) => payers),
            ),
            issuePapers(queries, issued.map(receiptPaper)),
            awaitRegistration(queries, 'issue', issued),
          ]
        : []),
      ...(voided.length > 0
        ? [issuePapers(queries, voided.map(receiptPaper)), awaitRegistration(queries, 'cancel', voided)]
        : []),
    ]);
    if (issued.length === 0 && opened.size === 0) return undefined;
    const byId = new Map(issued.map((receipt) => [receipt.id, receipt]));
    return changes.map(({ opens, ...change }) => ({
      ...change,
      issued: change.receipts.map(({ id }) => byId.get(id)!),
      // Told once, by the first of them.
      ...(opens && opened.delete(opens.id) && { opens }),
    }));
  },
  events: (change) => {
    const { before, after, at, issued = [] } = change;
    const { refunds, breaks, receipts } = parts(change);
    const [less, more] = unallocatedChanged(change);
    return [
      ...less,
      ...(before?.account.lines === after.account.lines ? [] : [assessed(after, at)]),
      ...reversed(change),
      ...(issued.length > 0 && !RECEIVES_NOTHING.includes(change.action) ? [received(change, issued, at)] : []),
      ...receipts.flatMap(({ before: was, after: is }) =>
        was?.file === null && is.file !== null ? [receiptIssued(is, after, at)] : [],
      ),
      ...refunds.flatMap(({ before: was, after: is }) =>
        was?.status === is.status ? [] : refundEvents(was, is, issued, at),
      ),
      ...partReceived(change),
      ...breaks.flatMap(({ before: was, after: is }) => (was === null ? breakFound(is, at) : [])),
      ...more,
    ];
  },
  history: ({ after, opens, action, at, actor, detail, looseBreaks = [] }) => [
    line('account', after.account.dossierId, action, { at, actor, detail }),
    ...(opens ? [openedLine(opens)] : []),
    ...looseBreaks.map(({ after: { id, kind, reference } }) =>
      line('break', id, 'resolved', { at, actor, detail: { kind, reference } }),
    ),
  ],
};

/** What is still here after a reversal settles what it had settled before; a receipt may stand in the place of another, or adjust one. */
const RECEIVES_NOTHING: readonly AccountAction[] = ['entryReversed', 'receiptReplaced', 'refundPaidOut'];

const openedLine = ({ id, agency, cashier, carried, openedAt: at, openedBy: actor }: StoredCashDay) =>
  line('cashDay', id, 'opened', { at, actor, detail: { agency, cashier, carried } });

const nowVoid = ({ before, after }: RowChange<StoredReceipt>): StoredReceipt[] =>
  before?.voidedAt === null && after.voidedAt !== null ? [after] : [];

/** Each receipt is a paper of the agency that takes the money; one that becomes void is issued again, as void. */
const receiptPaper = ({ id, agency, issuedAt, voidedAt }: StoredReceipt): NewPaper => ({
  ...{ about: id, form: 'receipt', at: voidedAt ?? issuedAt, agency },
});

/** Money that is here and has not settled all that its order was for. */
function partReceived({ before, after, at }: MoneyChange): NewEvent[] {
  const { dossierId, unallocated, ended } = after.account;
  const entry = after.entries.findLast(({ kind }) => kind === 'payment');
  const isNew = entry !== undefined && !before?.entries.some(({ id }) => id === entry.id);
  if (!isNew || ended !== null || unallocated === 0) return [];
  const { reference, method, amount, orderId } = entry;
  const stillOwed = after.orders.find(({ id }) => id === orderId)!.due;
  const data = { dossierId, reference, method, amount, stillOwed, receivedAt: withOffset(at) };
  return [event(PaymentPartReceivedV1, dossierId, at, data)];
}

/** What settles nothing yet: told first where it is less, last where it is more, so that nobody thinks too little is owed. */
function unallocatedChanged({ before, after, at }: MoneyChange): readonly [less: NewEvent[], more: NewEvent[]] {
  const { dossierId, unallocated } = after.account;
  const was = before?.account.unallocated ?? 0;
  if (was === unallocated) return [[], []];
  const told = [event(PaymentUnallocatedChangedV1, dossierId, at, { dossierId, unallocated, at: withOffset(at) })];
  return unallocated < was ? [told, []] : [[], told];
}

/** What is settled by this change: by the order whose money was the last that it took. */
function received({ before, after }: MoneyChange, issued: readonly StoredReceipt[], at: Temporal.Instant): NewEvent {
  const { dossierId, lines, paid, demandedAt } = after.account;
  // A demand takes back that an earlier one was paid.
  const known = before?.account.paid.filter((time) => time !== 'onDemand' || before.account.demandedAt === demandedAt);
  const settled = paid.filter((time) => !known?.includes(time));
  const order = after.orders.find(({ id }) => id === issued[0]!.orderId)!;
  return event(PaymentReceivedV1, dossierId, at, {
    dossierId,
    orderId: order.id,
    reference: order.reference,
    method: order.method,
    amount: issued.reduce((sum, { amount }) => sum + amount, 0),
    paidAt: withOffset(at),
    transaction: order.transaction,
    collectedAt: settled,
    demandedAt: settled.includes('onDemand') && demandedAt ? withOffset(demandedAt) : null,
    dueNothingMore: dueNothingMore(lines, paid),
  });
}

/** What was entered by mistake, and what is owed again by that. */
function reversed({ before, after, at }: MoneyChange): NewEvent[] {
  const entry = after.entries.findLast(({ kind }) => kind === 'reversal');
  if (entry === undefined || before === null || before.entries.some(({ id }) => id === entry.id)) return [];
  const { dossierId, lines, paid, demandedAt } = after.account;
  const collectedAt = before.account.paid.filter((time) => !paid.includes(time));
  const reversal = after.reversals.find(
    ({ confirmationId, status }) => confirmationId === entry.confirmationId && status === 'done',
  )!;
  const { orderId, reference, method, amount } = entry;
  return [
    event(PaymentReversedV1, dossierId, at, {
      ...{ dossierId, orderId: orderId!, reference, method, amount, collectedAt, note: reversal.note },
      demandedAt: collectedAt.includes('onDemand') && demandedAt ? withOffset(demandedAt) : null,
      dueNothingMore: dueNothingMore(lines, paid),
      voidReceipts: after.receipts.filter(({ reversalId }) => reversalId === reversal.id).map(({ number }) => number),
      reversedAt: withOffset(at),
    }),
  ];
}
