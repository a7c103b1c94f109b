import { CaseFeeDemandedV1, DossierWithdrawnV1, sampleOf } from '@motcua/contracts';
import type { Faults } from '@motcua/payment-platform-simulator';
import { withOffset } from '@motcua/kernel';
import { type ApiClient, eventually, type Json } from '@motcua/testing';
import fc from 'fast-check';
import { verifyLedger } from '../persistence/verify-ledger.js';
import type { PaymentSystem } from './payment-system.fixture.js';

/** What a payer, a cashier or the platform does next. `order` is taken modulo the number of orders there are. */
export type Act =
  | { readonly does: 'order'; readonly method: 'nationalPlatform' | 'counter' | 'transfer'; readonly all: boolean }
  | { readonly does: 'pay'; readonly order: number; readonly how: Faults }
  | { readonly does: 'cancel'; readonly order: number }
  | { readonly does: 'confirmAgain'; readonly order: number }
  | { readonly does: 'cash'; readonly order: number }
  | { readonly does: 'transfer'; readonly order: number; readonly number: number; readonly amount: number | undefined }
  /** Cash that lies in the drawer already: a part, or more than is owed. */
  | { readonly does: 'part'; readonly order: number; readonly amount: number }
  /** The next step of a refund, of a mistake of the counter, or of the drawer. */
  | { readonly does: 'refund'; readonly nth: number; readonly yes: boolean }
  | { readonly does: 'mistake'; readonly nth: number; readonly yes: boolean }
  | { readonly does: 'drawer'; readonly yes: boolean }
  | { readonly does: 'demand'; readonly amount: number }
  | { readonly does: 'sweep' }
  | { readonly does: 'withdraw' };

const order = fc.nat(5);
const faults: fc.Arbitrary<Faults> = fc.oneof(
  fc.constant({}),
  fc.record({ times: fc.integer({ min: 2, max: 4 }), concurrently: fc.boolean() }),
  fc.record({ amount: fc.integer({ min: 1, max: 200_000 }) }),
  fc.constantFrom<Faults[]>(
    { badHash: true },
    { lose: true },
    { fail: '24' },
    { chargeTwice: true },
    { chargeTwice: true, times: 2, concurrently: true },
  ),
);

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('order' as const),
      method: fc.constantFrom('nationalPlatform' as const, 'nationalPlatform', 'counter', 'transfer'),
      all: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('pay' as const), order, how: faults }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('cancel' as const, 'confirmAgain' as const), order }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('cash' as const), order }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('transfer' as const),
      order,
      number: fc.nat(2),
      amount: fc.option(fc.nat(200_000), { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('part' as const), order, amount: fc.integer({ min: 1, max: 200_000 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.oneof(
      { weight: 2, arbitrary: fc.record({ does: fc.constant('refund' as const), nth: fc.nat(3), yes: fc.boolean() }) },
      { weight: 1, arbitrary: fc.record({ does: fc.constant('mistake' as const), nth: fc.nat(3), yes: fc.boolean() }) },
      { weight: 2, arbitrary: fc.record({ does: fc.constant('drawer' as const), yes: fc.boolean() }) },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('demand' as const), amount: fc.integer({ min: 1, max: 90_000 }) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('sweep' as const, 'withdraw' as const) }) },
);

/** Rounds of acts; the acts of one round happen at the same time. */
export const stories = fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 8 });

const DAYS = '/payment/v1/cash-days';

const FEES = [
  { code: 'PHI', kind: 'phi', net: 115_000 },
  { code: 'LP', kind: 'lePhi', net: 20_000, collectedAt: 'beforeReturn' },
] as const;

/** One dossier through a story; then everything that must be true of its money. */
export class Story {
  private readonly orders: Json[] = [];
  /** Money that was really taken: `reference transaction` → amount. */
  private readonly taken = new Map<string, number>();
  private readonly answers = new Map<string, Set<string>>();
  private dossierId = '';
  private cash = 0;
  private demanded = false;
  private undone = false;

  constructor(private readonly at: PaymentSystem) {}

  async play(rounds: readonly (readonly Act[])[]): Promise<void> {
    this.dossierId = await this.at.submit(FEES);
    for (const round of rounds) await Promise.all(round.map((one) => this.do(one)));
    await this.tellTheTruth();
  }

  async check(): Promise<void> {
    const { admin } = this.at;
    const of = async (what: string): Promise<Json[]> =>
      (await admin.get(`/payment/v1/${what}?dossierId=${this.dossierId}&limit=200`)).body.items;
    const [entries, refunds, receipts, breaks] = [
      await of('transactions'),
      await of('refunds'),
      await of('receipts'),
      await of('breaks'),
    ];
    const sum = (rows: Json[]): number => rows.reduce<number>((total, { amount }) => total + Number(amount), 0);
    const surplus = entries.filter(({ kind }) => kind === 'surplus');
    const gone = entries.filter(({ kind }) => kind === 'refund');
    const sign = ({ kind }: Json): number => (kind === 'refund' ? 0 : kind === 'reversal' ? -1 : 1);
    const stands = entries.reduce<number>((total, one) => total + sign(one) * Number(one.amount), 0);

    // Nothing lost, nothing twice: the ledger holds each transaction that was taken, with its amount, and no other.
    const counted = new Map<string, number>();
    for (const one of entries) {
      const payment = `${one.reference} ${one.transaction}`;
      if (one.kind !== 'refund') counted.set(payment, (counted.get(payment) ?? 0) + sign(one) * Number(one.amount));
    }
    const here = [...counted].filter(([, amount]) => amount !== 0);
    expect(new Map(here)).toEqual(this.taken);

    // Each collection time is settled once at most; what came beyond that is listed for refund.
    const { body: assessment } = await admin.get(`/payment/v1/assessments/${this.dossierId}`);
    const paid = assessment.collections.filter(({ status }: Json) => status === 'paid');
    const listed = sum(refunds.filter(({ status }) => status !== 'reversed'));
    if (assessment.ended === 'withdrawn')
      expect({ owed: assessment.owed, listed }).toEqual({ owed: 0, listed: stands });
    else expect(assessment.total - assessment.owed).toBe(stands - listed);
    const isVoid = ({ voidedAt, refunded, amount }: Json): boolean => voidedAt !== null && refunded < amount;
    const valid = receipts.filter((one) => !isVoid(one));
    if (!this.demanded) expect(sum(valid)).toBe(sum(paid));
    expect(sum(gone)).toBeLessThanOrEqual(stands);
    expect(assessment.balance).toBe(stands - sum(gone));

    // Always visible: every surplus, wrong amount and wrong hash left a break.
    for (const { orderId } of surplus) expect(breaks.map((one) => one.orderId)).toContain(orderId);
    const published = (await this.at.published(this.dossierId)).filter(
      ({ type }) => type === 'vn.motcua.payment.received.v1',
    );
    // What was undone had been told, and is told again once it is paid.
    if (!this.undone) expect(sum(published.map(({ data }) => data))).toBe(sum(valid));
    await this.checkDrawers();
    for (const [message, given] of this.answers) expect([message, given.size]).toEqual([message, 1]);
    for (const { sent, status } of this.at.platform.callbacks.filter(({ reference }) =>
      this.orders.some((one) => one.reference === reference),
    )) {
      expect([sent['MaLoi'], status === 200 || status === 403]).toEqual([sent['MaLoi'], true]);
    }
    await this.checkBreaks(breaks);
    const { system } = this.at;
    expect(await verifyLedger({ query: (statement) => system.sql(statement) })).toEqual([]);
  }

  private async checkBreaks(breaks: Json[]): Promise<void> {
    for (const { id, reference, amount } of this.orders) {
      const sent = this.at.platform.callbacks.filter((one) => one.reference === reference);
      const wrong = new Set(
        sent
          .filter((one) => one.status === 200 && one.sent['MaLoi'] === '00' && Number(one.sent['SoTien']) !== amount)
          .map((one) => one.sent['SoTien']),
      );
      const ofOrder = breaks.filter((one) => one.orderId === id);
      const differing = [...wrong, ...(this.wrongTransfers.get(id) ?? [])];
      // Where nothing was owed any more, it is named for that.
      expect(ofOrder.map(({ theirs }) => theirs)).toEqual(expect.arrayContaining(differing));
      const found = ofOrder.filter(({ kind }) => kind === 'amountDiffers').map(({ theirs }) => theirs);
      expect(differing).toEqual(expect.arrayContaining(found));
      expect(breaks.some((one) => one.orderId === id && one.kind === 'badHash')).toBe(
        sent.some(({ status }) => status === 403),
      );
    }
  }

  /** A closed day is what it was when it was closed. */
  private async checkDrawers(): Promise<void> {
    for (const [id, was] of this.at.closedDays) expect((await this.at.cashier.get(`${DAYS}/${id}`)).text).toBe(was);
  }

  private readonly wrongTransfers = new Map<string, Set<string>>();

  private async do(one: Act): Promise<void> {
    if (one.does === 'order') return this.order(one.method, one.all);
    if (one.does === 'sweep') return this.at.sweep();
    if (one.does === 'withdraw') return this.withdraw();
    if (one.does === 'demand') return this.demand(one.amount);
    if (one.does === 'refund') return this.refund(one.nth, one.yes);
    if (one.does === 'mistake') return this.mistake(one.nth, one.yes);
    if (one.does === 'drawer') return this.drawer(one.yes);
    const order = this.orders[one.order % Math.max(1, this.orders.length)];
    if (!order) return;
    if (one.does === 'cash') return this.payCash(order);
    if (one.does === 'part') return this.payCash(order, one.amount);
    if (one.does === 'transfer') return this.transfer(order, `FT-${order.reference}-${one.number}`, one.amount);
    if (order.method !== 'nationalPlatform') return;
    if (one.does === 'cancel') return this.heard(await this.at.platform.cancel(order.reference));
    if (one.does === 'confirmAgain') return this.heard([await this.at.platform.confirmAgain(order.reference)]);
    await this.pay(order, one.how);
  }

  private async order(method: string, all: boolean): Promise<void> {
    const collect = all ? { collect: ['beforeAcceptance', 'beforeReturn'] } : {};
    const { status, body } = await this.at.citizen.post('/payment/v1/orders', {
      dossierId: this.dossierId,
      method,
      ...collect,
    });
    if (status === 201) this.orders.push(body);
    else expect(['PAYMENT.ALREADY_PAID', 'PAYMENT.DOSSIER_ENDED']).toContain(body.code);
  }

  private async pay({ reference }: Json, how: Faults): Promise<void> {
    // The platform's conduct is one for all payments; what others do at the same time may be bent by it too.
    this.at.platform.misbehave(how);
    this.heard(await this.at.platform.pay(reference));
    this.at.platform.misbehave({});
  }

  private async payCash(order: Json, part?: number): Promise<void> {
    const receiptNumber = `BL-${this.dossierId}-${++this.cash}`.toUpperCase();
    const { body } = await this.at.citizen.get(`/payment/v1/orders/${order.id}`);
    const { etag } = await this.at.cashier.get(`/payment/v1/orders/${order.id}`);
    const { status } = await this.at.cashier.post(
      `/payment/v1/orders/${order.id}/cash-receipt`,
      { receiptNumber, amount: part ?? body.stillOwed, isInDrawer: part !== undefined },
      { ifMatch: etag },
    );
    if (status === 201) this.take(order.reference, receiptNumber, part ?? body.stillOwed);
    if (status === 201 && part !== undefined) this.partial(order.id, part, order.amount);
    // 422: meanwhile less is owed than the cashier was shown.
    else expect([409, 412, 422]).toContain(status);
  }

  private async transfer(order: Json, transaction: string, amount = order.amount as number): Promise<void> {
    if (order.method !== 'transfer' || amount === 0) return;
    const { etag } = await this.at.cashier.get(`/payment/v1/orders/${order.id}`);
    const { status } = await this.at.cashier.post(
      `/payment/v1/orders/${order.id}/transfer-confirmations`,
      { transaction, amount },
      { ifMatch: etag },
    );
    if (status !== 201) return expect(status).toBe(412);
    this.take(order.reference, transaction, amount);
    this.partial(order.id, amount, order.amount);
  }

  private partial(orderId: string, amount: number, ordered: number): void {
    if (amount !== ordered)
      this.wrongTransfers.set(orderId, (this.wrongTransfers.get(orderId) ?? new Set()).add(String(amount)));
  }

  /** A fee arises; the payment service hears of it. */
  private async demand(amount: number): Promise<void> {
    this.demanded = true;
    const sample = sampleOf(CaseFeeDemandedV1);
    const lines = [{ ...sample.demand.lines[0]!, base: amount, net: amount, reduction: null }];
    await this.at.system.foreign.deliver(CaseFeeDemandedV1, this.dossierId, {
      ...sample,
      dossierId: this.dossierId,
      demand: { ...sample.demand, demandedAt: withOffset(this.at.system.clock.now()), lines },
    });
  }

  private async nth(path: string, nth: number, more = ''): Promise<Json> {
    const { body } = await this.at.admin.get(`/payment/v1/${path}?dossierId=${this.dossierId}${more}`);
    return body.items[nth % Math.max(1, body.items.length)];
  }

  private async step(who: ApiClient, path: string, name: string, body: object): Promise<number> {
    const { etag } = await this.at.cashier.get(path);
    const { status } = await who.post(`${path}/${name}`, body, { ifMatch: etag });
    expect([201, 403, 409, 412]).toContain(status);
    return status;
  }

  /** Whatever comes next of a refund: proposed, approved or sent back, paid or failed. */
  private async refund(nth: number, yes: boolean): Promise<void> {
    const { cashier } = this.at;
    const refund = await this.nth('refunds', nth);
    if (!refund) return;
    const path = `/payment/v1/refunds/${refund.id}`;
    const note = 'x';
    if (refund.status === 'listed')
      await this.step(cashier, path, 'proposal', {
        decision: yes ? 'refund' : 'keep',
        amount: Math.ceil(refund.amount / 2),
        note,
      });
    else if (refund.status === 'proposed') await this.step(this.at.leader, path, 'approval', { approved: yes, note });
    else if (yes) await this.step(cashier, path, 'payout', { transaction: `UNC-${refund.id}` });
    else await this.step(cashier, path, 'failure', { note });
  }

  /** What an officer entered is said to be a mistake, and then undone or not. */
  private async mistake(nth: number, yes: boolean): Promise<void> {
    const { cashier, leader, admin } = this.at;
    const { body } = await admin.get(`/payment/v1/reversals?dossierId=${this.dossierId}&status=proposed`);
    const [open] = body.items as Json[];
    if (!open) {
      const entry = await this.nth('transactions', nth, '&method=counter');
      const asked = { transactionId: entry?.id, reason: 'wrongOrder', note: 'x' };
      if (entry) expect([201, 409]).toContain((await cashier.post('/payment/v1/reversals', asked)).status);
      return;
    }
    const approved = { approved: yes, note: 'x' };
    const answer = await leader.post(`/payment/v1/reversals/${open.id}/approval`, approved, { ifMatch: '"1"' });
    expect([201, 409, 412]).toContain(answer.status);
    if (answer.status !== 201 || !yes) return;
    this.undone = true;
    const entries = (await admin.get(`/payment/v1/transactions?dossierId=${this.dossierId}&kind=reversal&limit=200`))
      .body.items as Json[];
    for (const { id, reference, transaction, amount } of entries) {
      if (this.reversals.has(id)) continue;
      this.reversals.add(id);
      this.untake(`${reference} ${transaction}`, Number(amount));
    }
  }

  /** Whatever comes next of the cashier's drawer: opened, brought away or counted, confirmed or sent back. */
  private async drawer(yes: boolean): Promise<void> {
    const { cashier, leader, closedDays } = this.at;
    const { body } = await cashier.get(`${DAYS}?cashier=cashier-1&limit=1`);
    const [day] = body.items as Json[];
    if (!day || day.status === 'closed') {
      const sum = day?.closingCount.sum ?? 0;
      expect([201, 409]).toContain((await cashier.post(DAYS, { sum })).status);
      return;
    }
    const path = `${DAYS}/${day.id}`;
    const { body: sheet } = await cashier.get(path);
    if (day.status === 'counted') await this.step(leader, path, 'confirmation', { confirmed: yes, note: 'x' });
    else if (yes)
      await this.step(cashier, path, 'count', {
        sum: Number(sheet.holds) + (Number(sheet.movements.length) % 2) * 500,
      });
    else if (sheet.holds > 1_000) {
      const slip = { kind: 'deposited', number: `GNT-${day.id}-${sheet.vouchers.length}`, dated: '2026-11-24' };
      await this.step(cashier, path, 'vouchers', { ...slip, amount: Math.floor(sheet.holds / 2) });
    }
    const after = await cashier.get(path);
    if (after.body.day.status === 'closed') closedDays.set(day.id, after.text);
  }

  private async withdraw(): Promise<void> {
    await this.at.system.foreign.deliver(DossierWithdrawnV1, this.dossierId, {
      ...sampleOf(DossierWithdrawnV1),
      dossierId: this.dossierId,
    });
    await eventually(
      async () => (await this.at.citizen.get(`/payment/v1/assessments/${this.dossierId}`)).body.ended === 'withdrawn',
    );
  }

  private readonly reversals = new Set<string>();

  /** What is undone never came for this order. */
  private untake(payment: string, amount: number): void {
    const left = this.taken.get(payment)! - amount;
    if (left === 0) this.taken.delete(payment);
    else this.taken.set(payment, left);
  }

  /** A number is one sum of money: the most that was said of it. */
  private take(reference: string, transaction: string, amount: number): void {
    const payment = `${reference} ${transaction}`;
    this.taken.set(payment, Math.max(this.taken.get(payment) ?? 0, amount));
  }

  /** In the end the platform behaves, and is asked, and says everything again. */
  private async tellTheTruth(): Promise<void> {
    this.at.platform.misbehave({});
    await this.at.platform.settled();
    await this.at.sweep();
    for (const { reference } of this.orders) {
      const payment = this.at.platform.payments.get(reference);
      if (payment?.state === '1') this.take(reference, payment.transaction, payment.amount);
      if (payment?.state === '1') this.heard([await this.at.platform.confirmAgain(reference)]);
    }
    for (const { reference, sent, status } of this.at.platform.callbacks) {
      const isGenuine = status === 200 && sent['MaLoi'] === '00';
      if (isGenuine && this.orders.some((one) => one.reference === reference)) {
        this.take(reference, sent['MaGiaoDich']!, Number(sent['SoTien']));
      }
    }
  }

  private heard(
    callbacks: readonly { reference: string; sent: Readonly<Record<string, string>>; status: number; answer: string }[],
  ): void {
    for (const { sent, status, answer } of callbacks) {
      if (status !== 200) continue;
      const message = ['MaLoi', 'MaThamChieu', 'SoTien', 'MaGiaoDich'].map((name) => sent[name]).join(' ');
      this.answers.set(message, (this.answers.get(message) ?? new Set()).add(answer));
    }
  }
}
