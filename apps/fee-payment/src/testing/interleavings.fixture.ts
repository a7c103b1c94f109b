import { DossierWithdrawnV1, sampleOf } from '@motcua/contracts';
import type { Faults } from '@motcua/payment-platform-simulator';
import { eventually, type Json } from '@motcua/testing';
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
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('sweep' as const, 'withdraw' as const) }) },
);

/** Rounds of acts; the acts of one round happen at the same time. */
export const stories = fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 8 });

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
    const payments = entries.filter(({ kind }) => kind === 'payment');
    const surplus = entries.filter(({ kind }) => kind === 'surplus');

    // Nothing lost, nothing twice: the ledger holds each transaction that was taken, with its amount, and no other.
    const counted = new Map<string, number>();
    for (const { reference, transaction, amount } of entries) {
      const payment = `${reference} ${transaction}`;
      counted.set(payment, (counted.get(payment) ?? 0) + Number(amount));
    }
    expect(counted).toEqual(this.taken);

    // Each collection time is settled once at most; what came beyond that is listed for refund.
    const { body: assessment } = await admin.get(`/payment/v1/assessments/${this.dossierId}`);
    const paid = assessment.collections.filter(({ status }: Json) => status === 'paid');
    const isListed = refunds.some(({ orderId }) => orderId === null);
    const unallocated = isListed ? sum(payments) - sum(paid) : Number(assessment.unallocated);
    expect(sum(payments)).toBe(sum(paid) + unallocated);
    expect(assessment.owed).toBe(
      assessment.ended ? 0 : sum(assessment.collections.filter(({ status }: Json) => status === 'owed')) - unallocated,
    );
    expect(sum(refunds.filter(({ orderId }) => orderId !== null))).toBe(sum(surplus));
    if (assessment.ended === 'withdrawn') expect(sum(refunds)).toBe(sum(entries));
    expect(sum(receipts)).toBe(sum(paid));
    expect(assessment.balance).toBe(sum(entries));

    // Always visible: every surplus, wrong amount and wrong hash left a break.
    for (const { orderId } of surplus) expect(breaks.map((one) => one.orderId)).toContain(orderId);
    const published = (await this.at.published(this.dossierId)).filter(
      ({ type }) => type === 'vn.motcua.payment.received.v1',
    );
    expect(sum(published.map(({ data }) => data))).toBe(sum(paid));
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

  private readonly wrongTransfers = new Map<string, Set<string>>();

  private async do(one: Act): Promise<void> {
    if (one.does === 'order') return this.order(one.method, one.all);
    if (one.does === 'sweep') return this.at.sweep();
    if (one.does === 'withdraw') return this.withdraw();
    const order = this.orders[one.order % Math.max(1, this.orders.length)];
    if (!order) return;
    if (one.does === 'cash') return this.payCash(order);
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

  private async payCash(order: Json): Promise<void> {
    const receiptNumber = `BL-${this.dossierId}-${++this.cash}`.toUpperCase();
    const { body } = await this.at.citizen.get(`/payment/v1/orders/${order.id}`);
    const { etag } = await this.at.cashier.get(`/payment/v1/orders/${order.id}`);
    const { status } = await this.at.cashier.post(
      `/payment/v1/orders/${order.id}/cash-receipt`,
      { receiptNumber, amount: body.stillOwed },
      { ifMatch: etag },
    );
    if (status === 201) this.take(order.reference, receiptNumber, body.stillOwed);
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
    if (amount !== order.amount)
      this.wrongTransfers.set(order.id, (this.wrongTransfers.get(order.id) ?? new Set()).add(String(amount)));
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
