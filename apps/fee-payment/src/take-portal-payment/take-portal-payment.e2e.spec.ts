import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DossierSubmittedV1, PortalPaymentReceivedV1, sampleOf } from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { type ApiClient, eventually, type Json } from '@motcua/testing';
import { type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

describe('a payment that the national portal took', () => {
  let at: PaymentSystem;
  let admin: ApiClient;
  beforeAll(async () => {
    at = await startPaymentSystem();
    admin = await at.system.as({ sub: 'admin', roles: ['admin'] });
  });
  afterAll(() => at.stop());

  const submitted = async (): Promise<string> => {
    const id = newId();
    const sample = sampleOf(DossierSubmittedV1);
    await at.system.foreign.deliver(DossierSubmittedV1, id, { ...sample, dossierId: id }, { time: sample.submittedAt });
    return id;
  };
  const paid = async (id: string, change: object): Promise<void> => {
    const data = { ...sampleOf(PortalPaymentReceivedV1), dossierId: id, amount: 115_000, ...change };
    await at.system.foreign.deliver(PortalPaymentReceivedV1, id, data);
  };
  const orders = async (id: string): Promise<Json[]> =>
    (await admin.get(`/payment/v1/orders?dossierId=${id}`)).body.items;

  it('settles the fee once, however often and under whatever request it comes', async () => {
    const id = await submitted();
    await paid(id, { requestId: 'YC-1', transaction: 'GD-1' });
    await paid(id, { requestId: 'YC-2', transaction: 'GD-1' });
    const [order, ...more] = await eventually(async () => {
      const found = await orders(id);
      return found.length > 0 && found;
    });
    expect(more).toEqual([]);
    expect(order).toMatchObject({ method: 'nationalPortal', status: 'paid', amount: 115_000 });
    const received = await at.system.sql<{ data: Json }>(
      `SELECT data FROM payment.outbox WHERE key = $1 AND type = 'vn.motcua.payment.received.v1'`,
      [id],
    );
    expect(received.map(({ data }) => data)).toMatchObject([
      { method: 'nationalPortal', amount: 115_000, transaction: 'GD-1', dueNothingMore: { beforeAcceptance: true } },
    ]);
  });

  it('of another amount settles nothing, and is a break', async () => {
    const id = await submitted();
    await paid(id, { requestId: 'YC-3', transaction: 'GD-3', amount: 7 });
    await eventually(async () => (await admin.get(`/payment/v1/breaks?dossierId=${id}`)).body.items.length === 1);
    expect((await orders(id)).map(({ status }) => status)).toEqual(['pending']);
  });

  it('for which nothing is owed any more is listed for refund', async () => {
    const id = await submitted();
    await paid(id, { requestId: 'YC-4', transaction: 'GD-4' });
    await paid(id, { requestId: 'YC-5', transaction: 'GD-5' });
    await eventually(async () => (await admin.get(`/payment/v1/refunds?dossierId=${id}`)).body.items.length === 1);
  });
});
