import {
  balanceOf,
  type CollectionTime,
  countCash,
  drawerAccount,
  type FeeKind,
  isOpenRefund,
  outstanding,
  stillOwed,
} from '@motcua/fee-domain';
import { Refusal } from '@motcua/kernel';
import { type Actor, type CommandKind, type Role, SCOPES, Unchanged } from '@motcua/platform';
import { AllocateMoney } from '../allocate-money/allocate-money.js';
import { CollectCash } from '../collect-cash/collect-cash.js';
import { ConfirmKnownPayment } from '../confirm-payment/confirm-known-payment.js';
import { ConfirmTransfer } from '../confirm-transfer/confirm-transfer.js';
import { DEMAND_FEE } from '../demand-fee-when-it-arises/demand-fee.js';
import type { PaymentGateway } from '../gateway/payment-gateway.js';
import { BringCashAway } from '../keep-cash-day/bring-cash-away.js';
import { ConfirmCashDay } from '../keep-cash-day/confirm-cash-day.js';
import { CountCashDay } from '../keep-cash-day/count-cash-day.js';
import { OpenCashDay } from '../keep-cash-day/open-cash-day.js';
import { END_ACCOUNT } from '../list-refund-when-dossier-ended/end-account.js';
import { PlaceOrder } from '../order-payment/place-order.js';
import type { PaymentConfig } from '../payment.config.js';
import { cashDayPostings, type CashDayChange, type StoredCashDay } from '../persistence/cash-days.js';
import type { MoneyChange } from '../persistence/dossier-money.js';
import type { Drawer } from '../persistence/drawers.js';
import { standing } from '../persistence/ledger.js';
import { type LooseMoney, looseMoneyPosting } from '../persistence/loose-money.js';
import type { Money } from '../persistence/money.js';
import type { StoredOrder } from '../persistence/orders.js';
import { postingsOf, type StoredPosting } from '../persistence/postings.js';
import { validOf } from '../persistence/receipts.js';
import { TAKE_STATUS } from '../poll-platform/take-status.js';
import { DecideReversal } from '../reverse-entry/decide-reversal.js';
import { ProposeReversal } from '../reverse-entry/propose-reversal.js';
import { ApproveRefund } from '../settle-refund/approve-refund.js';
import { PayOutRefund } from '../settle-refund/pay-out-refund.js';
import { ProposeRefund } from '../settle-refund/propose-refund.js';
import type { MoneyReach } from '../settlement/reach.js';

/** Numbers that look random and are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const AGENCY = 'H48.12';
const WITHIN = [AGENCY, 'H48'];
const CASHIERS = ['lan', 'hoa'] as const;
const LEADERS = ['minh', 'lan'] as const;
const BEGIN = Temporal.Instant.from('2026-11-24T08:00:00+07:00');
const MINUTES = 120;
const INSTANTS = Array.from({ length: MINUTES }, (_, minute) => BEGIN.add({ minutes: minute }));

const as = (subject: string, ...roles: Role[]): Actor => ({
  subject,
  clientId: 'x',
  scopes: SCOPES,
  roles,
  agency: AGENCY,
});
const cashierNamed = new Map(CASHIERS.map((name) => [name, as(name, 'cashier')] as const));
const leaderNamed = new Map(LEADERS.map((name) => [name, as(name, 'leader', 'cashier')] as const));
const CITIZEN: Actor = {
  subject: 'citizen-1',
  clientId: 'x',
  scopes: SCOPES,
  roles: ['citizen'],
  applicantRef: 'ref-1',
};

const none = undefined as never;
const config = { accountNumber: '3511.0.1234567', orderHours: 24, orderDays: 15 } as PaymentConfig;
const reach = none as MoneyReach;
const gateway = {
  answerTo: (outcome: string, reference: string) => `${outcome} ${reference}`,
} as unknown as PaymentGateway;
const KINDS = {
  placeOrder: new PlaceOrder(reach, config),
  collectCash: new CollectCash(reach, config),
  confirmTransfer: new ConfirmTransfer(reach, config),
  confirm: new ConfirmKnownPayment(gateway),
  allocate: new AllocateMoney(reach, config),
  propose: new ProposeRefund(reach),
  approve: new ApproveRefund(reach),
  payOut: new PayOutRefund(reach),
  proposeReversal: new ProposeReversal(reach),
  decideReversal: new DecideReversal(reach),
  open: new OpenCashDay(),
  bringAway: new BringCashAway(none),
  count: new CountCashDay(none),
  confirmDay: new ConfirmCashDay(none),
};

const LINES = [
  { code: 'PHI', kind: 'phi', net: 115, collectedAt: 'beforeAcceptance' },
  { code: 'LP', kind: 'lePhi', net: 30, collectedAt: 'beforeAcceptance' },
  { code: 'LP-2', kind: 'lePhi', net: 20, collectedAt: 'beforeReturn' },
] as const;

const lineOf = ({
  code,
  kind,
  net,
  collectedAt,
}: {
  code: string;
  kind: FeeKind;
  net: number;
  collectedAt: CollectionTime;
}) => ({
  ...{ code, kind, net, collectedAt, name: code, base: net, reduction: null },
});

const newMoney = (dossierId: string): Money => ({
  account: {
    ...{
      dossierId,
      version: 1,
      code: dossierId,
      procedureCode: '1.001686',
      procedureName: 'x',
      receivingAgency: AGENCY,
    },
    ...{ agencies: [AGENCY], applicantRef: 'ref-1', submittedBy: 'citizen-1', parties: [], partyRefs: [] },
    ...{ lines: LINES.map(lineOf), total: 165, paid: [], ended: null, unallocated: 0, namedCashReceipt: null },
    ...{ assessedAt: BEGIN, demandedAt: null },
  },
  ...{ orders: [], confirmations: [], entries: [], receipts: [], refunds: [], breaks: [], reversals: [] },
});

/** What happened that must not. */
export class NotRight extends Error {
  override readonly name = 'NotRight';
}

function right(truth: boolean, what: string, ...evidence: readonly unknown[]): void {
  if (!truth) throw new NotRight(`${what}: ${JSON.stringify(evidence)}`);
}

const HOLDS_MONEY = /^(?:drawer\/|cashShort\/|writtenOff\/|bank$|clearing$)/;

/**
 * Two dossiers, two cashiers with a drawer each, leaders, a bank and a platform, as what they really have, and the books as the
 * service's own decisions write them. Whatever is done, the books are held against what really happened.
 */
export class PureBooks {
  private readonly chance: () => number;
  private readonly dossiers = new Map(['D1', 'D2'].map((id) => [id, newMoney(id)]));
  private readonly days = new Map<string, StoredCashDay>();
  private readonly left = new Map<string, number>();
  private readonly moved = new Map<string, number>();
  private readonly closed = new Map<string, string>();
  private readonly balances = new Map<string, number>();
  private readonly loose: LooseMoney[] = [];
  private readonly depositNumbers = new Set<string>();
  private readonly log: string[] = [];
  private serial = 0;
  private minute = 0;

  // What really is where.
  private readonly inHand = new Map<string, number>(CASHIERS.map((name) => [name, 0]));
  private atBank = 0;
  /** Of what is at the bank, the cash that was brought there and has not gone back. */
  private cashAtBank = 0;
  private atPlatform = 0;
  /** Missing in a drawer, or too much, and not in the books yet. */
  private readonly unexplained = new Map<string, number>(CASHIERS.map((name) => [name, 0]));
  /** By number: the most that was said of it, and how much of it is here for an order. */
  private readonly charged = new Map<string, { said: number; here: number }>();

  constructor(seed: number) {
    this.chance = seeded(seed);
  }

  /** @throws NotRight */
  play(acts: number): void {
    try {
      for (let n = 0; n < acts; n += 1) this.act();
      this.check();
    } catch (error) {
      throw new NotRight(`${String(error)}\n${this.log.join('\n')}`);
    }
  }

  private act(): void {
    this.minute = Math.min(this.minute + 1, MINUTES - 1);
    const acts = [
      ...[this.order, this.order, this.callback, this.callback, this.query, this.transfer, this.cash, this.cash],
      ...[this.stray, this.allocate, this.propose, this.approve, this.approve, this.payOut, this.payOut],
      ...[this.proposeReversal, this.decideReversal, this.demand, this.openDay, this.deposit, this.countDay],
      ...[this.countDay, this.confirmDay, this.confirmDay],
    ];
    if (this.one(40) === 0) this.end();
    else acts[this.one(acts.length)]!.call(this);
  }

  // ——— what people and machines do

  private order(): void {
    const money = this.anyDossier();
    const method = this.pick(['nationalPlatform', 'counter', 'transfer'] as const);
    const collect: readonly CollectionTime[] | undefined = this.pick([
      undefined,
      ['beforeAcceptance', 'beforeReturn'],
      ['beforeReturn'],
      ['onDemand'],
    ]);
    const command = {
      id: this.id(),
      dossierId: money.account.dossierId,
      method,
      actor: CITIZEN,
      ...(collect && { collect }),
    };
    const facts = { money, within: WITHIN, serial: ++this.serial, askAt: BEGIN, collectors: new Map() };
    this.run('order', KINDS.placeOrder, facts, command);
  }

  /** The platform says that a payment succeeded: once or again, with the right amount or another, with its number or another. */
  private callback(): void {
    const order = this.anyOrder('nationalPlatform');
    if (!order) return;
    const success = this.one(6) > 0;
    const transaction = `GD-${order.reference}-${this.one(5) === 0 ? 2 : 1}`;
    const amount = this.one(5) === 0 ? 1 + this.one(200) : order.amount;
    const confirmation = { reference: order.reference, success, amount, transaction };
    const isTaken = this.run('callback', KINDS.confirm, this.moneyOf(order), {
      orderId: order.id,
      confirmation,
      newId: this.id,
    });
    if (isTaken && success) this.charge(`${order.reference} ${transaction}`, amount, 'platform');
  }

  /** The platform is asked about a payment that it has, and answers with its number. */
  private query(): void {
    const order = this.anyOrder('nationalPlatform');
    if (!order) return;
    const transaction = `GD-${order.reference}-1`;
    const amount = this.charged.get(`${order.reference} ${transaction}`)?.said ?? order.amount;
    const confirmation = { reference: order.reference, success: true, amount, transaction };
    const isTaken = this.run('query', TAKE_STATUS, this.moneyOf(order), {
      orderId: order.id,
      confirmation,
      newId: this.id,
    });
    if (isTaken) this.charge(`${order.reference} ${transaction}`, amount, 'platform');
  }

  private transfer(): void {
    const order = this.anyOrder('transfer');
    if (!order) return;
    // A number of the bank is one sum; it may be entered for another order by mistake.
    const transaction = `FT-${this.one(6)}`;
    const usedFor = this.all((money) =>
      money.confirmations.filter((one) => one.transaction === transaction && !one.numberFree),
    ).flatMap(({ orderId }) => orderId ?? []);
    const amount = this.one(3) === 0 ? 1 + this.one(200) : order.due || order.amount;
    const facts = { money: this.moneyOf(order), within: WITHIN, used: { orders: usedFor, looseMoney: null } };
    const actor = this.cashier();
    const command = { orderId: order.id, version: order.version, transaction, amount, actor, newId: this.id };
    if (this.run('transfer', KINDS.confirmTransfer, facts, command))
      this.charge(`${order.reference} ${transaction}`, amount, 'bank');
  }

  private cash(): void {
    const order = this.anyOrder('counter');
    if (!order) return;
    const receiptNumber = `BL-${this.one(8)}`;
    const usedAt = this.all((money) =>
      money.confirmations.filter((one) => one.transaction === receiptNumber && !one.numberFree),
    ).map(() => AGENCY);
    const isInDrawer = this.one(2) === 0;
    const amount = isInDrawer ? 1 + this.one(200) : order.due;
    const actor = this.cashier();
    const facts = { money: this.moneyOf(order), within: WITHIN, usedAt, drawer: this.drawerOf(actor.subject) };
    const command = {
      orderId: order.id,
      version: order.version,
      receiptNumber,
      amount,
      isInDrawer,
      actor,
      newId: this.id,
    };
    if (this.run('cash', KINDS.collectCash, facts, command)) {
      this.charge(`${order.reference} ${receiptNumber}`, amount, 'hand');
      this.hand(actor.subject, amount);
    }
  }

  /** Money under a reference that is none of ours. */
  private stray(): void {
    const amount = 1 + this.one(100);
    const id = this.id();
    const money: LooseMoney = {
      ...{ id, version: 1, method: 'nationalPlatform', reference: `X-${id}`, transaction: `GDX-${id}`, amount },
      ...{ receivedAt: this.now, status: 'open', orderId: null, allocatedAt: null, allocatedBy: null, note: null },
    };
    this.log.push(`stray ${amount}`);
    this.loose.push(money);
    this.atPlatform += amount;
    this.book([looseMoneyPosting({ before: null, after: money })]);
  }

  private allocate(): void {
    const loose = this.loose[this.one(Math.max(1, this.loose.length))];
    const orders = this.all((money) => money.orders);
    const order = orders[this.one(Math.max(1, orders.length))];
    if (!loose || !order) return;
    const facts = { money: this.moneyOf(order), within: WITHIN, loose, breaks: [] };
    const actor = this.cashier();
    const command = { id: loose.id, version: loose.version, orderId: order.id, note: 'x', actor, newId: this.id };
    if (this.run('allocate', KINDS.allocate, facts, command))
      this.charged.set(`${loose.reference} ${loose.transaction}`, { said: loose.amount, here: loose.amount });
  }

  private propose(): void {
    const [money, refund] = this.anyOf(({ refunds }) => refunds);
    if (!refund) return;
    const amount = this.one(2) === 0 ? refund.amount : 1 + this.one(refund.amount);
    const decision = this.pick(['refund', 'refund', 'keep'] as const);
    const command = { id: refund.id, version: refund.version, decision, amount, note: 'x', actor: this.cashier() };
    this.run('propose', KINDS.propose, { money, within: WITHIN, drawer: null }, command);
  }

  private approve(): void {
    const [money, refund] = this.anyOf(({ refunds }) => refunds);
    if (!refund) return;
    const actor = this.leader();
    const command = {
      id: refund.id,
      version: refund.version,
      approved: this.one(5) > 0,
      note: 'x',
      actor,
      newId: this.id,
    };
    if (!this.run('approve', KINDS.approve, { money, within: WITHIN, drawer: null }, command)) return;
    right(refund.proposal?.by !== actor.subject, 'one person proposed and approved a refund', refund);
  }

  private payOut(): void {
    const [money, refund] = this.anyOf(({ refunds }) => refunds);
    if (!refund) return;
    const actor = this.cashier();
    const cashFrom = this.pick(['drawer', 'drawer', 'account'] as const);
    const transaction = this.one(5) === 0 ? null : `UNC-${this.id()}`;
    // Nobody has a number of the bank for money that the bank does not have.
    if (transaction !== null && cashFrom === 'account' && this.atBank < refund.amount) return;
    const drawer = transaction === null || cashFrom === 'account' ? null : this.drawerOf(actor.subject);
    const command = { id: refund.id, version: refund.version, transaction, cashFrom, actor, newId: this.id };
    const deposited = new Map([[AGENCY, this.cashAtBank]]);
    const facts = { money, within: WITHIN, drawer, deposited };
    const isPaid = this.run('payOut', KINDS.payOut, facts, command);
    if (!isPaid || transaction === null) return;
    for (const { kind, method, amount, transaction: of, orderId } of this.moneyById(money.account.dossierId).entries) {
      if (kind !== 'refund' || of !== transaction) continue;
      const came = money.orders.find(({ id }) => id === orderId);
      if (method === 'transfer' && came?.method === 'counter') this.cashAtBank -= amount;
      if (method === 'counter') this.hand(actor.subject, -amount);
      else if (method === 'transfer') this.atBank -= amount;
      else this.atPlatform -= amount;
    }
  }

  private proposeReversal(): void {
    const [money, entry] = this.anyOf(({ entries }) => entries);
    if (!entry) return;
    const reason = this.pick(['wrongOrder', 'mistypedNumber', 'cashGivenBack'] as const);
    const command = { id: this.id(), transactionId: entry.id, reason, note: 'x', actor: this.cashier() };
    this.run('proposeReversal', KINDS.proposeReversal, { money, within: WITHIN }, command);
  }

  private decideReversal(): void {
    const [money, reversal] = this.anyOf(({ reversals }) => reversals);
    if (!reversal) return;
    const actor = this.leader();
    const approved = this.one(4) > 0;
    const entry = money.entries.find(({ confirmationId }) => confirmationId === reversal.confirmationId)!;
    const inCash = entry.method === 'counter';
    const drawer = approved && inCash ? this.drawerOf(entry.collectedBy!) : null;
    const command = { id: reversal.id, version: reversal.version, approved, note: 'x', actor, newId: this.id };
    if (!this.run('decideReversal', KINDS.decideReversal, { money, within: WITHIN, drawer }, command) || !approved)
      return;
    // It never came, or it is handed back: what still stands of its number is what was said of it beside.
    const stands = this.moneyById(money.account.dossierId).confirmations.filter(
      ({ reference, transaction, reversedAt }) =>
        reference === entry.reference && transaction === entry.transaction && reversedAt === null,
    );
    const charged = this.charged.get(`${entry.reference} ${entry.transaction}`)!;
    charged.here -= reversal.amount;
    charged.said = Math.max(0, ...stands.map(({ amount }) => amount));
    right(charged.said === charged.here, 'the books have another amount than the number brought', charged, reversal);
    if (inCash) this.hand(entry.collectedBy!, -reversal.amount);
    else this.atBank -= reversal.amount;
  }

  private demand(): void {
    const money = this.anyDossier();
    const net = 10 + this.one(40);
    const lines = [lineOf({ code: `D-${this.serial++}`, kind: 'phi', net, collectedAt: 'onDemand' })];
    const { dossierId } = money.account;
    this.run('demand', DEMAND_FEE, money, { dossierId, at: this.now, lines, newId: this.id });
  }

  private end(): void {
    const money = this.anyDossier();
    const { dossierId } = money.account;
    this.run('end', END_ACCOUNT, money, { dossierId, at: this.now, ended: 'withdrawn', newId: this.id }, 'once');
  }

  private openDay(): void {
    const actor = this.cashier();
    const advance = this.one(3) === 0 ? { number: `PT-${this.id()}`, amount: 1 + this.one(100) } : null;
    const sum = this.inHand.get(actor.subject)! + (advance?.amount ?? 0);
    const command = { count: countCash({ sum }), note: null, advance, newId: this.id, actor };
    if (this.runDay('open', KINDS.open, { drawer: this.drawerOf(actor.subject), isNumberUsed: false }, command))
      this.inHand.set(actor.subject, sum);
  }

  private deposit(): void {
    const day = this.anyDay();
    if (!day) return;
    const [who, number] = [
      this.one(5) === 0 ? this.cashier() : cashierNamed.get(day.cashier as 'lan')!,
      `GNT-${this.one(20)}`,
    ];
    const really = this.inHand.get(day.cashier)!;
    if (really < 1) return;
    const amount = 1 + this.one(really);
    const kind = this.pick(['deposited', 'deposited', 'returned'] as const);
    const isNumberUsed = this.depositNumbers.has(number);
    const advanced = -(this.balances.get(`advanced/${AGENCY}/${day.cashier}`) ?? 0);
    const facts = { day, drawer: this.drawerOf(day.cashier), within: WITHIN, isNumberUsed, advanced };
    const command = {
      id: day.id,
      version: day.version,
      kind,
      number,
      amount,
      dated: '2026-11-24',
      actor: who,
      newId: this.id,
    };
    if (!this.runDay('deposit', KINDS.bringAway, facts, command)) return;
    this.depositNumbers.add(number);
    this.inHand.set(day.cashier, really - amount);
    if (kind !== 'deposited') return;
    this.atBank += amount;
    this.cashAtBank += amount;
  }

  private countDay(): void {
    const day = this.anyDay();
    if (!day) return;
    // Now and then a note is lost, or found.
    const change = this.one(4) === 0 ? this.one(21) - 10 : 0;
    const really = Math.max(0, this.inHand.get(day.cashier)! + change);
    this.unexplained.set(day.cashier, this.unexplained.get(day.cashier)! + really - this.inHand.get(day.cashier)!);
    this.inHand.set(day.cashier, really);
    const facts = { day, drawer: this.drawerOf(day.cashier), within: WITHIN };
    const actor = cashierNamed.get(day.cashier as 'lan')!;
    const command = { id: day.id, version: day.version, count: countCash({ sum: really }), note: null, actor };
    if (!this.runDay('count', KINDS.count, facts, command)) return;
    const after = this.days.get(day.cashier);
    right(
      after?.status === 'counted' || this.unexplained.get(day.cashier) === 0,
      'a difference was closed by one person',
      day,
    );
  }

  private confirmDay(): void {
    const day = this.anyDay();
    if (!day) return;
    const [actor, confirmed] = [this.leader(), this.one(4) > 0];
    const facts = { day, drawer: this.drawerOf(day.cashier), within: WITHIN };
    const command = { id: day.id, version: day.version, confirmed, note: 'x', actor };
    if (!this.runDay('confirm', KINDS.confirmDay, facts, command) || !confirmed) return;
    right(actor.subject !== day.cashier, 'a cashier confirmed the own difference', day);
    this.unexplained.set(day.cashier, this.unexplained.get(day.cashier)! - day.difference!);
  }

  // ——— how it is done

  /**
   * Once; or the process dies before the commit, so that nothing of it is true; or it dies after, and the same is asked again.
   * Answers whether it was done.
   */
  private run<Command, Facts extends object>(
    what: string,
    kind: CommandKind<Command, Facts, MoneyChange>,
    facts: Facts,
    command: Command,
    fate = this.fate(),
  ): boolean {
    const change = this.decided(what, () => kind.decide(facts, command, this.now));
    if (change === null || fate === 'rolledBack') return false;
    this.apply(change);
    if (fate === 'twice') this.again(what, kind, facts, command);
    return true;
  }

  private again<Command, Facts extends object>(
    what: string,
    kind: CommandKind<Command, Facts, MoneyChange>,
    facts: Facts,
    command: Command,
  ): void {
    // A placed order and a proposal are new things each time: the key of the request keeps them from being asked twice.
    if (what === 'order' || what === 'proposeReversal' || what === 'demand') return;
    const money = 'account' in facts ? (facts as unknown as Money) : (facts as unknown as { money: Money }).money;
    const now = this.moneyById(money.account.dossierId);
    const drawer = 'drawer' in facts && facts.drawer ? this.drawerOf((facts.drawer as Drawer).cashier) : null;
    const loose = 'loose' in facts ? this.loose.find(({ id }) => id === (facts.loose as LooseMoney).id)! : null;
    const next =
      'account' in facts ? now : { ...facts, money: now, ...(drawer && { drawer }), ...(loose && { loose }) };
    const change = this.decided(`${what} again`, () => kind.decide(next as Facts, command, this.now));
    if (change === null) return;
    const had = standing(now.entries).length;
    right(standing(change.after.entries).length === had, 'what was asked twice moved money twice', what, command);
    this.apply(change);
  }

  private runDay<Command, Facts>(
    what: string,
    kind: CommandKind<Command, Facts, CashDayChange>,
    facts: Facts,
    command: Command,
  ): boolean {
    const change = this.decided(what, () => kind.decide(facts, command, this.now));
    if (change === null || this.fate() === 'rolledBack') return false;
    const { before, after } = change;
    if (before === null) this.days.set(after.cashier, after);
    this.book(cashDayPostings(change));
    if (after.status === 'closed') this.close(after);
    else this.days.set(after.cashier, after);
    return true;
  }

  private decided<Change>(what: string, decide: () => Change | Unchanged): Change | null {
    try {
      const change = decide();
      const isChange = !(change instanceof Unchanged);
      this.log.push(`${what}: ${isChange ? JSON.stringify((change as { detail?: unknown }).detail) : 'unchanged'}`);
      return isChange ? change : null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.log.push(`${what}: ${error.code}`);
      return null;
    }
  }

  private apply(change: MoneyChange): void {
    const { before, after, receipts, loose, opens } = change;
    if (opens && !this.days.has(opens.cashier)) this.days.set(opens.cashier, opens);
    const issued = receipts.map((receipt) => {
      const number = `R-${++this.serial}`;
      return { ...receipt, number, form: '01BLP0-001', symbol: 'PH-26E', serial: this.serial, lookupCode: number };
    });
    this.book([...postingsOf(before, after, receipts), ...(loose ? [looseMoneyPosting(loose)] : [])]);
    if (loose) this.loose[this.loose.findIndex(({ id }) => id === loose.after.id)] = loose.after;
    this.dossiers.set(after.account.dossierId, { ...after, receipts: [...after.receipts, ...issued] });
  }

  private close(day: StoredCashDay): void {
    this.days.delete(day.cashier);
    this.left.set(day.cashier, day.closingCount!.sum);
    this.closed.set(day.id, JSON.stringify([day, this.moved.get(day.id) ?? 0]));
    right(
      day.carried + (this.moved.get(day.id) ?? 0) === day.closingCount!.sum,
      'a closed day is not what was counted',
      day,
    );
  }

  private book(postings: readonly StoredPosting[]): void {
    for (const { debit, credit, amount, cashDayId, why, at } of postings) {
      right(amount > 0, 'a posting moves nothing', debit, credit);
      const sides = [
        [debit, amount],
        [credit, -amount],
      ] as const;
      for (const [account, moved] of sides) {
        this.balances.set(account, (this.balances.get(account) ?? 0) + moved);
        if (!account.startsWith('drawer/')) continue;
        right(cashDayId !== null, 'cash moved in no day', account);
        right(!this.closed.has(cashDayId!), 'a closed day has changed', account, why);
        const day = this.days.get(account.split('/')[2]!);
        right(day?.id === cashDayId, 'cash moved in the day of another drawer', account, cashDayId);
        right(
          day!.status === 'open' || why === 'counted',
          'cash moved while it was counted',
          account,
          why,
          at.toString(),
        );
        this.moved.set(cashDayId!, (this.moved.get(cashDayId!) ?? 0) + moved);
      }
    }
    for (const { debit, credit } of postings)
      for (const account of [debit, credit]) {
        const balance = this.balances.get(account)!;
        right(
          HOLDS_MONEY.test(account) ? balance >= 0 : balance <= 0,
          'something was paid out that did not come in',
          account,
          balance,
        );
      }
  }

  // ——— what must be true

  private check(): void {
    let sum = 0;
    for (const balance of this.balances.values()) sum += balance;
    right(sum === 0, 'the books do not balance', sum);
    const of = (account: string): number => this.balances.get(account) ?? 0;
    right(of('bank') === this.atBank, 'the bank has another amount', of('bank'), this.atBank);
    right(of('clearing') === this.atPlatform, 'the platform has another amount', of('clearing'), this.atPlatform);
    for (const cashier of CASHIERS) {
      const [drawer, really] = [of(drawerAccount({ agency: AGENCY, cashier })), this.inHand.get(cashier)!];
      right(
        drawer + this.unexplained.get(cashier)! === really,
        'a drawer holds another amount',
        cashier,
        drawer,
        really,
      );
      const { holds } = this.drawerOf(cashier);
      right(holds === drawer, 'a day does not know what its drawer holds', cashier, holds, drawer);
    }
    for (const [id, shown] of this.closed)
      right(
        shown === JSON.stringify([(JSON.parse(shown) as unknown[])[0], this.moved.get(id) ?? 0]),
        'a closed day has changed',
        id,
      );
    for (const money of this.dossiers.values()) this.checkDossier(money, of);
    const counted = new Map<string, number>();
    for (const { kind, reference, transaction, amount } of this.all(({ entries }) => standing(entries))) {
      const name = `${reference} ${transaction}`;
      if (kind !== 'refund') counted.set(name, (counted.get(name) ?? 0) + amount);
    }
    const here = [...this.charged].flatMap(([name, one]) => (one.here > 0 ? [[name, one.here] as const] : []));
    for (const [name, amount] of here)
      right(counted.get(name) === amount, 'money was lost or counted twice', name, amount, counted.get(name));
    right(counted.size === here.length, 'money was counted that never came', [...counted.keys()], here);
  }

  private checkDossier({ account, entries, receipts, refunds }: Money, of: (account: string) => number): void {
    const { dossierId, lines, paid, ended, unallocated } = account;
    const sumOf = (rows: readonly { readonly amount: number }[]): number =>
      rows.reduce((sum, { amount }) => sum + amount, 0);
    const open = sumOf(refunds.filter(({ status }) => isOpenRefund(status)));
    right(-of(`payer/${dossierId}`) === open, 'a payer is not owed what is listed', of(`payer/${dossierId}`), open);
    right(-of(`unallocated/${dossierId}`) === unallocated, 'what settles nothing yet is another amount', unallocated);
    const valid = validOf(receipts);
    const settledLines = lines.filter(({ collectedAt, settled }) => settled ?? paid.includes(collectedAt));
    const due = settledLines.reduce((sum, { net }) => sum + net, 0);
    right(sumOf(valid) === due, 'somebody paid twice, or has no receipt', dossierId, sumOf(valid), due);
    const stands = standing(entries);
    const { received, refunded, listed, kept } = balanceOf(stands, refunds);
    right(
      refunded <= received && listed + kept + refunded <= received,
      'more went back than came',
      received,
      refunded,
      listed,
      kept,
    );
    if (ended !== null) {
      right(
        listed + kept + refunded === received,
        'what an ended dossier paid is not listed',
        received,
        listed,
        kept,
        refunded,
      );
      return;
    }
    const used = sumOf(stands.filter(({ kind }) => kind === 'payment'));
    const unneeded = sumOf(
      refunds.filter(
        ({ reason, status, orderId }) => reason === 'unneeded' && orderId === null && status !== 'reversed',
      ),
    );
    right(used === due + unallocated + unneeded, 'what came for what is owed is not all of it', used, due, unallocated);
    const owed = Object.values(stillOwed(lines, paid)).reduce((sum, net) => sum + net, 0);
    const asked = Object.values(outstanding(account)).reduce((sum, net) => sum + net, 0);
    right(asked === Math.max(0, owed - unallocated), 'something is owed that was paid', asked, owed, unallocated);
  }

  // ——— what there is

  private get now(): Temporal.Instant {
    return INSTANTS[this.minute]!;
  }

  private readonly id = (): string => String(++this.serial).padStart(8, '0');

  private one(of: number): number {
    return Math.floor(this.chance() * of);
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.one(from.length)]!;
  }

  private fate(): 'once' | 'rolledBack' | 'twice' {
    return this.pick(['once', 'once', 'once', 'once', 'twice', 'rolledBack'] as const);
  }

  private readonly cashier = (): Actor => cashierNamed.get(this.pick(CASHIERS))!;
  private readonly leader = (): Actor => leaderNamed.get(this.pick(LEADERS))!;

  private all<Row>(rows: (money: Money) => readonly Row[]): readonly Row[] {
    return [...this.dossiers.values()].flatMap(rows);
  }

  private anyDossier(): Money {
    return this.pick([...this.dossiers.values()]);
  }

  private anyOf<Row>(rows: (money: Money) => readonly Row[]): [Money, Row | undefined] {
    const money = this.anyDossier();
    const of = rows(money);
    return [money, of[this.one(Math.max(1, of.length))]];
  }

  private anyOrder(method: StoredOrder['method']): StoredOrder | undefined {
    const orders = this.all(({ orders: of }) => of.filter((one) => one.method === method));
    return orders[this.one(Math.max(1, orders.length))];
  }

  private anyDay(): StoredCashDay | undefined {
    const days = [...this.days.values()];
    return days[this.one(Math.max(1, days.length))];
  }

  private moneyById(id: string): Money {
    return this.dossiers.get(id)!;
  }

  private moneyOf({ dossierId }: StoredOrder): Money {
    return this.moneyById(dossierId);
  }

  private drawerOf(cashier: string): Drawer {
    const day = this.days.get(cashier) ?? null;
    const holds = day ? day.carried + (this.moved.get(day.id) ?? 0) : (this.left.get(cashier) ?? 0);
    return { agency: AGENCY, cashier, day, holds, nextDay: this.id() };
  }

  private hand(cashier: string, amount: number): void {
    this.inHand.set(cashier, this.inHand.get(cashier)! + amount);
  }

  /** A number is one sum of money: the most that was said of it. */
  private charge(name: string, amount: number, where: 'platform' | 'bank' | 'hand'): void {
    const { said, here } = this.charged.get(name) ?? { said: 0, here: 0 };
    const more = Math.max(0, amount - said);
    this.charged.set(name, { said: said + more, here: here + more });
    if (where === 'platform') this.atPlatform += more;
    if (where === 'bank') this.atBank += more;
  }
}
