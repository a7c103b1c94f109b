import { DossierWithdrawnV1, sampleOf } from '@motcua/contracts';
import { eventually, type Json } from '@motcua/testing';
import { verifyLedger } from '../persistence/verify-ledger.js';
import { FEE, type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

describe('a transfer that has arrived', () => {
  let at: PaymentSystem;

  beforeAll(async () => {
    at = await startPaymentSystem();
  });

  afterAll(() => at.stop());

  const order = async (dossierId: string): Promise<Json> =>
    (await at.citizen.post('/payment/v1/orders', { dossierId, method: 'transfer' })).body;
  const confirm = (id: string, version: number, body: object) =>
    at.cashier.post(`/payment/v1/orders/${id}/transfer-confirmations`, body, { ifMatch: `"${version}"` });

  it('settles the fee; told again it changes nothing; another one is listed for refund', async () => {
    const dossierId = await at.submit([FEE]);
    const { id } = await order(dossierId);
    const body = { transaction: 'FT-1', amount: 115_000 };
    expect(await confirm(id, 1, body)).toMatchObject({
      status: 201,
      etag: '"2"',
      body: { outcome: 'paid', order: { status: 'paid', transaction: 'FT-1' } },
    });
    expect(await confirm(id, 2, body)).toMatchObject({ status: 201, body: { outcome: 'repeated' } });
    expect(await confirm(id, 2, { ...body, transaction: 'FT-2' })).toMatchObject({
      status: 201,
      body: { outcome: 'paidTwice' },
    });
    expect((await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}`)).body.items).toMatchObject([
      { amount: 115_000, reason: 'paidTwice' },
    ]);
  });

  it('has a bank number that no other payment can use, at the same time neither, nor after another amount', async () => {
    const dossiers = [await at.submit([FEE]), await at.submit([FEE]), await at.submit([FEE])];
    const orders = await Promise.all(dossiers.map((dossierId) => order(dossierId)));
    const body = { transaction: 'FT-ONE', amount: 115_000 };
    const answers = await Promise.all(orders.map(({ id }) => confirm(id, 1, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('PAYMENT.TRANSACTION_USED');
    const [entered] = await at.system.sql(
      `SELECT count(*)::int AS n FROM payment.ledger_entry WHERE transaction = 'FT-ONE'`,
    );
    expect(entered).toEqual({ n: 1 });
    const [part, whole] = [await order(await at.submit([FEE])), await order(await at.submit([FEE]))];
    expect((await confirm(part.id, 1, { transaction: 'FT-PART', amount: 100_000 })).status).toBe(201);
    expect((await confirm(whole.id, 1, { transaction: 'FT-PART', amount: 115_000 })).status).toBe(409);
  });

  it('in parts pays parts: what is still owed is shown and ordered, and what makes it up settles it', async () => {
    const dossierId = await at.submit([FEE]);
    const shown = async (): Promise<Json> => (await at.citizen.get(`/payment/v1/assessments/${dossierId}`)).body;
    const { id } = await order(dossierId);
    expect((await confirm(id, 1, { transaction: 'FT-P1', amount: 100_000 })).body).toMatchObject({
      outcome: 'amountDiffers',
      order: { status: 'pending', amount: 115_000, stillOwed: 15_000 },
    });
    expect(await shown()).toMatchObject({ owed: 15_000, unallocated: 100_000, balance: 100_000 });
    const { body: rest } = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    expect(rest).toMatchObject({ amount: 15_000, stillOwed: 15_000 });
    await at.platform.pay(rest.reference);
    expect(await shown()).toMatchObject({ owed: 0, unallocated: 0, balance: 115_000 });
    expect((await at.citizen.get(`/payment/v1/receipts?dossierId=${dossierId}`)).body.items).toMatchObject([
      { kind: 'phi', amount: 115_000 },
    ]);
    const events = (await at.published(dossierId)).filter(({ type }) => type === 'vn.motcua.payment.received.v1');
    expect(events.map(({ data }) => data)).toMatchObject([
      { amount: 115_000, collectedAt: ['beforeAcceptance'], method: 'nationalPlatform' },
    ]);
    expect((await at.citizen.get(`/payment/v1/orders/${id}`)).body).toMatchObject({ stillOwed: 0 });
    // What settles nothing yet is told, and that it is none any more before what it has settled.
    const told = (await at.published(dossierId)).filter(({ type }) =>
      /unallocated-changed|payment.received/.test(type),
    );
    expect(told.map(({ type, data }) => data.unallocated ?? type)).toEqual([
      100_000,
      0,
      'vn.motcua.payment.received.v1',
    ]);
    expect(await verifyLedger({ query: (statement) => at.system.sql(statement) })).toEqual([]);
  });

  it('with too much settles the fee, and the rest is listed for refund', async () => {
    const dossierId = await at.submit([FEE]);
    const { id } = await order(dossierId);
    expect((await confirm(id, 1, { transaction: 'FT-M', amount: 120_000 })).body.outcome).toBe('paid');
    expect((await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}`)).body.items).toMatchObject([
      { amount: 5_000, reason: 'tooMuch', orderId: id },
    ]);
    expect(await verifyLedger({ query: (statement) => at.system.sql(statement) })).toEqual([]);
  });

  it('entered with a mistyped amount is reversed with its surplus, and its number is free; that of cash given back is not', async () => {
    const leader = await at.system.as({ sub: 'leader-1', roles: ['leader'], agency: 'H48.12' });
    const reverse = async (dossierId: string, reason: string): Promise<number> => {
      const [{ id: transactionId }] = (await at.cashier.get(`/payment/v1/transactions?dossierId=${dossierId}`)).body
        .items as [{ id: string }];
      const body = { transactionId, reason, note: 'Nhập nhầm' };
      const { body: proposed } = await at.cashier.post('/payment/v1/reversals', body);
      const approval = { approved: true, note: 'Đúng' };
      return (await leader.post(`/payment/v1/reversals/${proposed.id}/approval`, approval, { ifMatch: '"1"' })).status;
    };
    const [dossierId, other] = [await at.submit([FEE]), await at.submit([FEE])];
    const { id } = await order(dossierId);
    await confirm(id, 1, { transaction: 'FT-NHAM', amount: 151_000 });
    expect(await reverse(dossierId, 'mistypedNumber')).toBe(201);
    expect((await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}`)).body.items).toMatchObject([
      { amount: 36_000, status: 'reversed' },
    ]);
    // What was undone counts no more: the same number with its right amount pays the same order.
    const { etag: open } = await at.cashier.get(`/payment/v1/orders/${id}`);
    const anew = { transaction: 'FT-NHAM', amount: 115_000 };
    expect(
      (await at.cashier.post(`/payment/v1/orders/${id}/transfer-confirmations`, anew, { ifMatch: open })).body,
    ).toMatchObject({
      outcome: 'paid',
      order: { status: 'paid', transaction: 'FT-NHAM' },
    });

    const { body: counter } = await at.citizen.post('/payment/v1/orders', { dossierId: other, method: 'counter' });
    const pay = async () => {
      const { etag } = await at.cashier.get(`/payment/v1/orders/${counter.id}`);
      const cash = { receiptNumber: 'BL-TRA', amount: 115_000 };
      return at.cashier.post(`/payment/v1/orders/${counter.id}/cash-receipt`, cash, { ifMatch: etag });
    };
    expect((await pay()).status).toBe(201);
    expect(await reverse(other, 'cashGivenBack')).toBe(201);
    expect(await pay()).toMatchObject({ status: 409, body: { code: 'PAYMENT.CASH_RECEIPT_USED' } });
    expect(await verifyLedger({ query: (statement) => at.system.sql(statement) })).toEqual([]);
  });

  it('has one bank number however it is typed: in small letters, in groups, with the hyphen of a telephone', async () => {
    const [one, other] = [await order(await at.submit([FEE])), await order(await at.submit([FEE]))];
    expect((await confirm(one.id, 1, { transaction: 'ft 26334\u2011000888', amount: 115_000 })).body).toMatchObject({
      order: { transaction: 'FT26334-000888' },
    });
    for (const transaction of ['FT26334-000888', 'Ft26334-000888 ', 'FT 26334-000 888'])
      expect((await confirm(other.id, 1, { transaction, amount: 115_000 })).body.code).toBe('PAYMENT.TRANSACTION_USED');
  });

  it('entered with two amounts is undone from the last one on, and what is said of its number again is money again', async () => {
    const leader = await at.system.as({ sub: 'leader-1', roles: ['leader'], agency: 'H48.12' });
    const dossierId = await at.submit([FEE]);
    const { id } = await order(dossierId);
    const say = async (amount: number): Promise<Json> => {
      const { etag } = await at.cashier.get(`/payment/v1/orders/${id}`);
      const body = { transaction: 'FT-HAI-SO', amount };
      return (await at.cashier.post(`/payment/v1/orders/${id}/transfer-confirmations`, body, { ifMatch: etag })).body;
    };
    const propose = async (amount: number) => {
      const entries: Json[] = (await at.cashier.get(`/payment/v1/transactions?dossierId=${dossierId}`)).body.items;
      const { id: transactionId } = entries.find((one) => one['kind'] === 'payment' && one['amount'] === amount)!;
      return at.cashier.post('/payment/v1/reversals', { transactionId, reason: 'mistypedNumber', note: 'Nhập nhầm' });
    };
    const undo = async (amount: number): Promise<number> => {
      const { body } = await propose(amount);
      const approval = { approved: true, note: 'Đúng' };
      return (await leader.post(`/payment/v1/reversals/${body.id}/approval`, approval, { ifMatch: '"1"' })).status;
    };
    const balance = async (): Promise<number> =>
      (await at.cashier.get(`/payment/v1/assessments/${dossierId}`)).body.balance;

    // The number brought 100,000 by what was said last, so that 40,000 stand for more than was said first.
    await say(60_000);
    await say(100_000);
    expect(await propose(60_000)).toMatchObject({
      status: 409,
      body: { code: 'PAYMENT.NOT_REVERSIBLE', because: 'saidAnew' },
    });
    expect(await undo(40_000)).toBe(201);
    expect(await balance()).toBe(60_000);
    // Less was said of the number, which brought nothing; with what did, that is undone as well.
    expect((await say(50_000)).outcome).toBe('amountDiffers');
    expect(await balance()).toBe(60_000);
    expect(await undo(60_000)).toBe(201);
    expect(await balance()).toBe(0);
    expect((await say(50_000)).outcome).toBe('amountDiffers');
    expect(await balance()).toBe(50_000);
    expect(await verifyLedger({ query: (statement) => at.system.sql(statement) })).toEqual([]);
  });

  it('with a part is listed for refund when the dossier ends', async () => {
    const dossierId = await at.submit([FEE]);
    const { id } = await order(dossierId);
    await confirm(id, 1, { transaction: 'FT-W', amount: 100_000 });
    await at.system.foreign.deliver(DossierWithdrawnV1, dossierId, { ...sampleOf(DossierWithdrawnV1), dossierId });
    await eventually(async () => (await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}`)).body.items[0]);
    expect((await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}`)).body.items).toMatchObject([
      { amount: 100_000, reason: 'withdrawn' },
    ]);
    expect(await verifyLedger({ query: (statement) => at.system.sql(statement) })).toEqual([]);
  });

  it('with another amount becomes a break, and the order stays open', async () => {
    const dossierId = await at.submit([FEE]);
    const { id } = await order(dossierId);
    expect(await confirm(id, 1, { transaction: 'FT-3', amount: 100_000 })).toMatchObject({
      status: 201,
      body: { outcome: 'amountDiffers', order: { status: 'pending' } },
    });
    expect((await at.cashier.get(`/payment/v1/breaks?dossierId=${dossierId}`)).body.items).toMatchObject([
      { kind: 'amountDiffers', ours: '115000', theirs: '100000' },
    ]);
  });

  it('has at most twelve digits, as cash and refunds have: a longer number is no money, but a code that was scanned into the field', async () => {
    const dossierId = await at.submit([FEE]);
    const { id } = await order(dossierId);
    const { body: counter } = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'counter' });
    const amount = 8_934_563_138_165;
    const inDrawer = { receiptNumber: 'BL-EAN', amount, isInDrawer: true };
    for (const answer of [
      await confirm(id, 1, { transaction: 'FT-EAN', amount }),
      await at.cashier.post(`/payment/v1/orders/${counter.id}/cash-receipt`, inDrawer, { ifMatch: '"1"' }),
    ])
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/amount', code: 'MAX' }] } });
    expect((await at.cashier.get(`/payment/v1/assessments/${dossierId}`)).body).toMatchObject({ balance: 0 });
  });

  it('is not confirmed by the payer, nor on an order of the counter', async () => {
    const dossierId = await at.submit([FEE]);
    const { id } = await order(dossierId);
    const body = { transaction: 'FT-4', amount: 115_000 };
    expect(
      (await at.citizen.post(`/payment/v1/orders/${id}/transfer-confirmations`, body, { ifMatch: '"1"' })).status,
    ).toBe(403);
    const { body: counter } = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'counter' });
    expect(await confirm(counter.id, 1, body)).toMatchObject({ status: 409, body: { code: 'PAYMENT.WRONG_METHOD' } });
  });
});
