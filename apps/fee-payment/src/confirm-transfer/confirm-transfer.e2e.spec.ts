import { type Json } from '@motcua/testing';
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
