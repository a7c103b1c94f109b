import { DossierAcceptedV1, sampleOf } from '@motcua/contracts';
import { eventually, type Json } from '@motcua/testing';
import { verifyLedger } from '../persistence/verify-ledger.js';
import { FEE, type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

describe('the cash receipt that the accepting officer named', () => {
  let at: PaymentSystem;

  beforeAll(async () => {
    at = await startPaymentSystem();
  });

  afterAll(() => at.stop());

  const accept = (dossierId: string, cashReceiptNumber: string | null) =>
    at.system.foreign.deliver(DossierAcceptedV1, dossierId, {
      ...sampleOf(DossierAcceptedV1),
      dossierId,
      cashReceiptNumber,
    });
  const applied = (dossierId: string, sequence: number) =>
    eventually(async () => {
      const rows = await at.system.sql(
        'SELECT FROM payment.inbox_position WHERE key = $1 AND topic = $2 AND last_sequence >= $3',
        [dossierId, 'motcua.dossier', sequence],
      );
      return rows.length === 1;
    });
  const collect = async (dossierId: string, receiptNumber: string, amount = 115_000): Promise<Json> => {
    const { body } = await at.clerk.post('/payment/v1/orders', { dossierId, method: 'counter' });
    return at.cashier.post(`/payment/v1/orders/${body.id}/cash-receipt`, { receiptNumber, amount }, { ifMatch: '"1"' });
  };
  const breaks = async (dossierId: string): Promise<Json[]> =>
    (await at.cashier.get(`/payment/v1/breaks?dossierId=${dossierId}`)).body.items;
  const told = async (dossierId: string): Promise<Json[]> =>
    (await at.published(dossierId)).filter(({ type }) => type === 'vn.motcua.payment.break-found.v1');

  it('agrees with the one that the cashier wrote before', async () => {
    const dossierId = await at.submit([FEE]);
    expect(await collect(dossierId, 'BL-100')).toMatchObject({
      status: 201,
      body: { status: 'paid', transaction: 'BL-100' },
    });
    await accept(dossierId, 'BL-100');
    await applied(dossierId, 2);
    expect(await breaks(dossierId)).toEqual([]);
  });

  it("is an open break until the cashier's comes, and then resolves itself; others are not told", async () => {
    const dossierId = await at.submit([FEE]);
    const message = await accept(dossierId, 'BL-200');
    await applied(dossierId, 2);
    await at.system.foreign.redeliver(message);
    await accept(dossierId, null);
    await applied(dossierId, 3);
    expect(await breaks(dossierId)).toMatchObject([
      { kind: 'cashReceiptMismatch', ours: null, theirs: 'BL-200', status: 'open', occurrences: 1 },
    ]);
    await collect(dossierId, 'BL-200');
    expect(await breaks(dossierId)).toMatchObject([{ status: 'resolved', note: 'recorded' }]);
    expect(await told(dossierId)).toEqual([]);
  });

  it('that differs from the one written is shown to the cashier and told to others, whichever is known first', async () => {
    const [before, after] = [await at.submit([FEE]), await at.submit([FEE])];
    await collect(before, 'BL-300');
    await accept(before, 'BL-301');
    await applied(before, 2);
    await accept(after, 'BL-401');
    await applied(after, 2);
    await collect(after, 'BL-400');
    for (const [dossierId, ours, theirs] of [
      [before, 'BL-300', 'BL-301'],
      [after, 'BL-400', 'BL-401'],
    ] as const) {
      const open = (await breaks(dossierId)).filter(({ status }) => status === 'open');
      expect(open).toMatchObject([{ kind: 'cashReceiptMismatch', ours, theirs }]);
      expect(await told(dossierId)).toMatchObject([{ data: { kind: 'cashReceiptMismatch', ours, theirs } }]);
    }
  });

  it('is written once, for the amount that is owed, on an order of the counter', async () => {
    const dossierId = await at.submit([FEE]);
    expect(await collect(dossierId, 'BL-500', 100_000)).toMatchObject({
      status: 422,
      body: { code: 'PAYMENT.AMOUNT_DIFFERS', owed: 115_000, received: 100_000 },
    });
    expect((await collect(dossierId, 'BL-500')).status).toBe(201);
    const other = await at.submit([FEE]);
    // However it is typed.
    for (const number of ['BL-500', ' bl–500 '])
      expect(await collect(other, number)).toMatchObject({ status: 409, body: { code: 'PAYMENT.CASH_RECEIPT_USED' } });
    const { body: online } = await at.citizen.post('/payment/v1/orders', {
      dossierId: other,
      method: 'nationalPlatform',
    });
    const path = `/payment/v1/orders/${online.id}/cash-receipt`;
    const body = { receiptNumber: 'BL-501', amount: 115_000 };
    expect(await at.cashier.post(path, body, { ifMatch: '"2"' })).toMatchObject({
      status: 409,
      body: { code: 'PAYMENT.WRONG_METHOD' },
    });
    expect((await at.cashier.post(path, body)).status).toBe(428);
    expect((await at.cashier.post(path, body, { ifMatch: '"1"' })).status).toBe(412);
    expect((await at.citizen.post(path, body, { ifMatch: '"2"' })).status).toBe(403);
    const elsewhere = await at.system.as({ sub: 'cashier-2', roles: ['cashier'], agency: 'H48.13' });
    expect((await elsewhere.post(path, body, { ifMatch: '"2"' })).status).toBe(404);
  });

  it('of a fee that was paid online meanwhile is refused, so that the cash is handed back; in the drawer already, it is booked', async () => {
    const dossierId = await at.submit([FEE]);
    const { body: counter } = await at.clerk.post('/payment/v1/orders', { dossierId, method: 'counter' });
    const { body: online } = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    await at.platform.pay(online.reference);
    const cash = await at.cashier.post(
      `/payment/v1/orders/${counter.id}/cash-receipt`,
      { receiptNumber: 'BL-600', amount: 115_000 },
      { ifMatch: '"2"' },
    );
    expect(cash).toMatchObject({ status: 409, body: { code: 'PAYMENT.ALREADY_PAID' } });
    // Its receipt is written, and it lies in the drawer: then it is booked, and listed for refund.
    const taken = await at.cashier.post(
      `/payment/v1/orders/${counter.id}/cash-receipt`,
      { receiptNumber: 'BL-600', amount: 115_000, isInDrawer: true },
      { ifMatch: '"2"' },
    );
    expect(taken).toMatchObject({ status: 201, body: { status: 'refundable', cashReceiptNumber: 'BL-600' } });
    expect((await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}`)).body.items).toMatchObject([
      { amount: 115_000, reason: 'lateSuccess', status: 'listed' },
    ]);
    expect(await verifyLedger({ query: (statement) => at.system.sql(statement) })).toEqual([]);
  });
});
