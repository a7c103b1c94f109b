import { eventually } from '@motcua/testing';
import { FEE, type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

describe('asking the platform', () => {
  let at: PaymentSystem;

  beforeAll(async () => {
    at = await startPaymentSystem({ MOTCUA_PAYMENT_ASK_AFTER_SECONDS: '1' });
  });

  afterAll(() => at.stop());

  const order = async () => {
    const dossierId = await at.submit([FEE]);
    return (await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' })).body;
  };
  const statusOf = async (id: string): Promise<string> =>
    (await at.citizen.get(`/payment/v1/orders/${id}`)).body.status;

  it('goes on by itself, also after the platform was away, until the payment is known', async () => {
    const { id, reference } = await order();
    at.platform.misbehave({ lose: true, requests: 'garbled' });
    await at.platform.pay(reference);
    const asked = async (atLeast: number) =>
      (await at.system.sql('SELECT FROM payment.payment_order WHERE id = $1 AND asked >= $2', [id, atLeast])).length ===
      1;
    await eventually(() => asked(1));
    expect(await statusOf(id)).toBe('pending');
    at.platform.misbehave({});
    await eventually(async () => (await statusOf(id)) === 'paid');
  });

  it('is not paid back a payment whose number comes later than the payment', async () => {
    const { id, dossierId, reference } = await order();
    at.platform.misbehave({ lose: true });
    await at.platform.pay(reference);
    const payment = at.platform.payments.get(reference)!;
    at.platform.payments.set(reference, { ...payment, transaction: '' });
    await at.sweep();
    expect(await statusOf(id)).toBe('paid');
    at.platform.payments.set(reference, payment);
    at.platform.misbehave({});
    expect((await at.platform.confirmAgain(reference)).status).toBe(200);
    const entries = (await at.admin.get(`/payment/v1/transactions?dossierId=${dossierId}`)).body.items;
    expect(entries).toMatchObject([{ kind: 'payment', amount: 115_000, transaction: payment.transaction }]);
    expect((await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}`)).body.items).toEqual([]);
    expect((await at.citizen.get(`/payment/v1/orders/${id}`)).body.transaction).toBe(payment.transaction);
  });

  it('asks in one sweep about every payment that is due, however many one citizen has', async () => {
    const [first, second] = [await at.submit([FEE]), await at.submit([FEE])];
    const place = (dossierId: string) =>
      at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    for (let n = 0; n < 13; n += 1) for (const dossierId of [first, second]) await place(dossierId);
    await at.system.sql('UPDATE payment.payment_order SET asked = 0 WHERE dossier_id = ANY ($1)', [[first, second]]);
    await at.sweep();
    const [never] = await at.system.sql(
      'SELECT count(*)::int AS n FROM payment.payment_order WHERE asked = 0 AND dossier_id = ANY ($1)',
      [[first, second]],
    );
    expect(never).toEqual({ n: 0 });
  });

  it('asks first about one payment of each dossier: many of one hold up nobody, also while the platform is down', async () => {
    const many = await at.submit([FEE]);
    const place = (dossierId: string) =>
      at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    for (let n = 0; n < 20; n += 1) await place(many);
    const { id } = await order();
    at.platform.misbehave({ requests: 'down' });
    await at.system.sql('UPDATE payment.payment_order SET asked = 0 WHERE id = $1 OR dossier_id = $2', [id, many]);
    await at.sweep();
    at.platform.misbehave({});
    const [asked] = await at.system.sql('SELECT asked FROM payment.payment_order WHERE id = $1', [id]);
    expect(asked!['asked']).toBeGreaterThan(0);
  });

  it('delays nobody while the platform hangs: neither the others that are asked about, nor the counter', async () => {
    const waiting = await Promise.all(Array.from({ length: 5 }, () => order()));
    const ids = waiting.map(({ id }) => id);
    at.platform.misbehave({ requests: 'hang' });
    await at.system.sql('UPDATE payment.payment_order SET asked = 0 WHERE id = ANY ($1)', [ids]);
    let isOver = false;
    const sweeping = at.sweep().finally(() => (isOver = true));
    const asked = async (): Promise<number> =>
      (await at.system.sql('SELECT FROM payment.payment_order WHERE id = ANY ($1) AND asked > 0', [ids])).length;
    await eventually(async () => (await asked()) === 5);
    const dossierId = await at.submit([FEE]);
    const { body } = await at.clerk.post('/payment/v1/orders', { dossierId, method: 'counter' });
    const cash = { receiptNumber: 'BL-WHILE-IT-HANGS', amount: 115_000 };
    expect((await at.cashier.post(`/payment/v1/orders/${body.id}/cash-receipt`, cash, { ifMatch: '"1"' })).status).toBe(
      201,
    );
    // Nobody has been answered: all of them wait at once.
    expect(isOver).toBe(false);
    at.platform.misbehave({});
    await sweeping;
  });

  it('asks less and less often, and no longer once it has its answer or the days are over', async () => {
    const [pending, given] = [await order(), await order()];
    const wait = async (id: string): Promise<number | null> => {
      const [row] = await at.system.sql<{ seconds: number | null }>(
        'SELECT round(extract(epoch FROM ask_at - now()))::int AS seconds FROM payment.payment_order WHERE id = $1',
        [id],
      );
      return row!.seconds;
    };
    await at.system.sql('UPDATE payment.payment_order SET asked = 9 WHERE id = $1', [pending.id]);
    await at.sweep(100);
    const seconds = await wait(pending.id);
    expect(seconds).toBeGreaterThan(500);
    expect(seconds).toBeLessThanOrEqual(512);
    await at.system.sql(
      `UPDATE payment.payment_order SET asked = 40, recorded_at = now() - interval '13 days' WHERE id = $1`,
      [pending.id],
    );
    await at.sweep(100_000);
    expect(await wait(pending.id)).toBeGreaterThan(21_000);
    await at.system.sql(`UPDATE payment.payment_order SET recorded_at = now() - interval '15 days' WHERE id = $1`, [
      pending.id,
    ]);
    await at.sweep(100_000);
    expect(await wait(pending.id)).toBeNull();
    await at.platform.pay(given.reference);
    expect(await wait(given.id)).toBeNull();
  });
});
