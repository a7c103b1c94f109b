import { standing } from '../../persistence/ledger.js';
import { Refusal } from '@motcua/kernel';
import { type Actor, type CommandKind, Unchanged } from '@motcua/platform';
import { cashDayPostings, type CashDayChange, type StoredCashDay } from '../../persistence/cash-days.js';
import type { StoredCashSettlement } from '../../persistence/cash-settlements.js';
import type { MoneyChange } from '../../persistence/dossier-money.js';
import type { Drawer } from '../../persistence/drawers.js';
import { type LooseMoney, looseMoneyPosting } from '../../persistence/loose-money.js';
import type { Money } from '../../persistence/money.js';
import type { StoredOrder } from '../../persistence/orders.js';
import { postingsOf, type StoredPosting } from '../../persistence/postings.js';
import { AGENCY, cashierNamed, CASHIERS, INSTANTS, LEADERS, leaderNamed, MINUTES, newMoney } from './cast.fixture.js';
import { Lot } from './lot.fixture.js';
import { right } from './not-right.fixture.js';
import { Really } from './really.fixture.js';

const HOLDS_MONEY = /^(?:drawer\/|cashShort\/|writtenOff\/|bank$|clearing$)/;
const FATES = ['once', 'once', 'once', 'once', 'twice', 'rolledBack'] as const;
/** A placed order and a proposal are new things each time: the key of the request keeps them from being asked twice. */
const NEW_EACH_TIME = new Set(['order', 'proposeReversal', 'demand']);

/** What was done how often, and what came of it. */
export type Seen = Map<string, number>;

/** Two dossiers, their money as the service's own decisions write it, and the postings that follow. */
export class Books extends Lot {
  readonly really = new Really();
  readonly dossiers = new Map(['D1', 'D2'].map((id) => [id, newMoney(id)]));
  readonly days = new Map<string, StoredCashDay>();
  readonly closedDays: StoredCashDay[] = [];
  readonly moved = new Map<string, number>();
  readonly movedWhenClosed = new Map<string, number>();
  readonly balances = new Map<string, number>();
  readonly loose: LooseMoney[] = [];
  readonly settlements: StoredCashSettlement[] = [];
  /** Of vouchers and slips. */
  readonly usedNumbers = new Set<string>();
  /** `way number` of what went back. */
  readonly paidBackUnder = new Set<string>();
  readonly log: (readonly [what: string, outcome: unknown])[] = [];
  private readonly left = new Map<string, number>();
  private serial = 0;
  private minute = 0;

  constructor(
    seed: number,
    private readonly seen: Seen,
  ) {
    super(seed);
  }

  get now(): Temporal.Instant {
    return INSTANTS[this.minute]!;
  }

  passMinute(): void {
    this.minute = Math.min(this.minute + 1, MINUTES - 1);
  }

  readonly id = (): string => String(++this.serial).padStart(8, '0');

  next(): number {
    return ++this.serial;
  }

  note(what: string, outcome: string, detail: unknown = outcome): void {
    const name = `${what}: ${outcome}`;
    this.seen.set(name, (this.seen.get(name) ?? 0) + 1);
    this.log.push([what, detail]);
  }

  /**
   * Once; or the process dies before the commit, so that nothing of it is true; or it dies after, and the same is asked again.
   * Answers whether it was done.
   */
  run<Command, Facts extends object>(
    what: string,
    kind: CommandKind<Command, Facts, MoneyChange>,
    facts: Facts,
    command: Command,
    { fate = this.pick(FATES), at = this.now }: { fate?: (typeof FATES)[number]; at?: Temporal.Instant } = {},
  ): boolean {
    const change = this.decided(what, () => kind.decide(facts, command, at));
    if (change === null) return false;
    if (fate === 'rolledBack') {
      this.note('the process died before the commit', 'nothing of it is true');
      return false;
    }
    this.apply(change);
    if (fate === 'twice') this.again(what, kind, facts, command, at);
    return true;
  }

  runDay<Command, Facts>(
    what: string,
    kind: CommandKind<Command, Facts, CashDayChange>,
    facts: Facts,
    command: Command,
  ): boolean {
    const change = this.decided(what, () => kind.decide(facts, command, this.now));
    if (change === null || this.pick(FATES) === 'rolledBack') return false;
    const { before, after } = change;
    if (before === null) this.days.set(after.cashier, after);
    this.book(cashDayPostings(change));
    if (after.status === 'closed') this.close(after);
    else this.days.set(after.cashier, after);
    return true;
  }

  decided<Change>(what: string, decide: () => Change | Unchanged): Change | null {
    try {
      const change = decide();
      if (change instanceof Unchanged) {
        this.note(what, 'unchanged');
        return null;
      }
      this.note(what, 'done', (change as { detail?: unknown }).detail);
      return change;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.note(what, error.code);
      return null;
    }
  }

  private again<Command, Facts extends object>(
    what: string,
    kind: CommandKind<Command, Facts, MoneyChange>,
    facts: Facts,
    command: Command,
    at: Temporal.Instant,
  ): void {
    if (NEW_EACH_TIME.has(what)) return;
    const isMoney = 'account' in facts;
    const known = facts as { readonly account?: Money['account']; readonly money?: Money };
    const { dossierId } = (known.account ?? known.money?.account)!;
    const money = this.moneyById(dossierId);
    const drawer = 'drawer' in facts && facts.drawer ? this.drawerOf((facts.drawer as Drawer).cashier) : null;
    const loose = 'loose' in facts ? this.loose.find(({ id }) => id === (facts.loose as LooseMoney).id)! : null;
    const next = isMoney ? money : { ...facts, money, ...(drawer && { drawer }), ...(loose && { loose }) };
    const change = this.decided(`${what} again`, () => kind.decide(next as Facts, command, at));
    if (change === null) return;
    const had = standing(money.entries).length;
    right(standing(change.after.entries).length === had, 'what was asked twice moved money twice', what, command);
    this.apply(change);
  }

  private apply(change: MoneyChange): void {
    const { before, after, receipts, loose, opens } = change;
    if (opens && !this.days.has(opens.cashier)) this.days.set(opens.cashier, opens);
    const issued = receipts.map((receipt) => {
      const number = `R-${this.next()}`;
      return { ...receipt, number, form: '01BLP0-001', symbol: 'PH-26E', serial: this.serial, lookupCode: number };
    });
    this.book([...postingsOf(before, after, receipts), ...(loose ? [looseMoneyPosting(loose)] : [])]);
    if (loose) this.loose[this.loose.findIndex(({ id }) => id === loose.after.id)] = loose.after;
    this.dossiers.set(after.account.dossierId, { ...after, receipts: [...after.receipts, ...issued] });
  }

  private close(day: StoredCashDay): void {
    const moved = this.moved.get(day.id) ?? 0;
    this.days.delete(day.cashier);
    this.closedDays.push(day);
    this.left.set(day.cashier, day.closingCount!.sum);
    this.movedWhenClosed.set(day.id, moved);
    right(day.carried + moved === day.closingCount!.sum, 'a closed day is not what was counted', day);
  }

  book(postings: readonly StoredPosting[]): void {
    for (const posting of postings) {
      right(posting.amount > 0, 'a posting moves nothing', posting);
      this.enter(posting.debit, posting.amount, posting);
      this.enter(posting.credit, -posting.amount, posting);
    }
    for (const { debit, credit } of postings)
      for (const account of [debit, credit]) {
        const balance = this.balances.get(account)!;
        const isRight = HOLDS_MONEY.test(account) ? balance >= 0 : balance <= 0;
        right(isRight, 'something was paid out that did not come in', account, balance);
      }
  }

  private enter(account: string, amount: number, { cashDayId, why }: StoredPosting): void {
    this.balances.set(account, (this.balances.get(account) ?? 0) + amount);
    if (!account.startsWith('drawer/')) return;
    right(cashDayId !== null, 'cash moved in no day', account);
    right(!this.movedWhenClosed.has(cashDayId!), 'a closed day has changed', account, why);
    const day = this.days.get(account.split('/')[2]!);
    right(day?.id === cashDayId, 'cash moved in the day of another drawer', account, cashDayId);
    right(day!.status === 'open' || why === 'counted', 'cash moved while it was counted', account, why);
    this.moved.set(cashDayId!, (this.moved.get(cashDayId!) ?? 0) + amount);
  }

  // ——— what there is

  readonly cashier = (): Actor => cashierNamed(this.pick(CASHIERS));
  readonly leader = (): Actor => leaderNamed(this.pick(LEADERS));

  all<Row>(rows: (money: Money) => readonly Row[]): readonly Row[] {
    return [...this.dossiers.values()].flatMap(rows);
  }

  anyDossier(): Money {
    return this.pick([...this.dossiers.values()]);
  }

  anyOf<Row>(rows: (money: Money) => readonly Row[]): [Money, Row | undefined] {
    const money = this.anyDossier();
    return [money, this.any(rows(money))];
  }

  anyOrder(method: StoredOrder['method']): StoredOrder | undefined {
    return this.any(this.all(({ orders }) => orders.filter((one) => one.method === method)));
  }

  anyDay(): StoredCashDay | undefined {
    return this.any([...this.days.values()]);
  }

  moneyById(id: string): Money {
    return this.dossiers.get(id)!;
  }

  moneyOf({ dossierId }: Pick<StoredOrder, 'dossierId'>): Money {
    return this.moneyById(dossierId);
  }

  drawerOf(cashier: string): Drawer {
    const day = this.days.get(cashier) ?? null;
    const holds = day ? day.carried + (this.moved.get(day.id) ?? 0) : (this.left.get(cashier) ?? 0);
    return { agency: AGENCY, cashier, day, holds, nextDay: this.id() };
  }

  balance(account: string): number {
    return this.balances.get(account) ?? 0;
  }
}
