import { OfficerChangedV1, sampleOf } from '@motcua/contracts';
import { eventually, type Json } from '@motcua/testing';
import { FEE, type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

const PERIOD = { from: '2026-11-24T00:00:00+07:00', until: '2026-11-25T00:00:00+07:00' };

describe('a reconciliation', () => {
  let at: PaymentSystem;

  beforeAll(async () => {
    at = await startPaymentSystem();
  });

  afterAll(() => at.stop());

  const order = async (): Promise<Json> => {
    const dossierId = await at.submit([FEE]);
    return (await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' })).body;
  };

  it('names what matches, what differs, what only one side has; and asks the platform about what only it has', async () => {
    const [matched, differs, onlyOurs, lost] = [await order(), await order(), await order(), await order()];
    for (const { reference } of [matched, differs, onlyOurs]) await at.platform.pay(reference);
    at.platform.misbehave({ lose: true });
    await at.platform.pay(lost.reference);
    at.platform.misbehave({});
    const row = ({ reference }: Json, amount = 115_000) => ({
      reference,
      transaction: at.platform.payments.get(reference)!.transaction,
      amount,
    });
    const rows = [row(matched), row(differs, 15_000), row(lost), { reference: 'H000', transaction: 'GD-?', amount: 1 }];
    const made = await at.cashier.post('/payment/v1/reconciliations', { ...PERIOD, rows });
    expect(made).toMatchObject({
      status: 201,
      body: {
        method: 'nationalPlatform',
        counts: { matched: 1, amountDiffers: 1, onlyOurs: 1, onlyTheirs: 2 },
        rows: [
          { outcome: 'matched', reference: matched.reference, ours: 115_000, theirs: 115_000 },
          { outcome: 'amountDiffers', reference: differs.reference, ours: 115_000, theirs: 15_000 },
          { outcome: 'onlyTheirs', reference: lost.reference, ours: null, theirs: 115_000 },
          { outcome: 'onlyTheirs', reference: 'H000', ours: null, theirs: 1 },
          { outcome: 'onlyOurs', reference: onlyOurs.reference, ours: 115_000, theirs: null },
        ],
      },
    });
    expect((await at.cashier.get(`/payment/v1/reconciliations/${made.body.id}`)).body).toEqual(made.body);
    const reconciled = (await at.cashier.get('/payment/v1/transactions?limit=200')).body.items.filter(
      (one: Json) => one.reconciled,
    );
    expect(reconciled).toMatchObject([{ reference: matched.reference }]);
    await at.sweep(0);
    expect((await at.citizen.get(`/payment/v1/orders/${lost.id}`)).body.status).toBe('paid');
  });

  it("does not hold another agency's payments against a cashier", async () => {
    await at.platform.pay((await order()).reference);
    const elsewhere = await at.system.as({ sub: 'cashier-2', roles: ['cashier'], agency: 'H48.13' });
    expect((await elsewhere.post('/payment/v1/reconciliations', { ...PERIOD, rows: [] })).body.counts).toMatchObject({
      onlyOurs: 0,
    });
    expect(
      (await at.cashier.post('/payment/v1/reconciliations', { ...PERIOD, rows: [] })).body.counts.onlyOurs,
    ).toBeGreaterThan(0);
  });

  it("tells a cashier nothing of another agency's payments, and marks none of them", async () => {
    const { reference } = await order();
    await at.platform.pay(reference);
    const { transaction, amount } = at.platform.payments.get(reference)!;
    const elsewhere = await at.system.as({ sub: 'cashier-2', roles: ['cashier'], agency: 'H48.13' });
    const rows = [{ reference, transaction, amount }];
    const made = await elsewhere.post('/payment/v1/reconciliations', { ...PERIOD, rows });
    expect(made.body.rows).toEqual([{ outcome: 'onlyTheirs', reference, transaction, ours: null, theirs: amount }]);
    const marks = `SELECT reconciliation_id AS id FROM payment.ledger_entry WHERE reference = $1`;
    expect(await at.system.sql(marks, [reference])).toEqual([{ id: null }]);
    const own = await at.cashier.post('/payment/v1/reconciliations', { ...PERIOD, rows });
    const listed = async (who: typeof at.cashier): Promise<Json[]> =>
      (await who.get('/payment/v1/reconciliations')).body.items.map(({ id }: Json) => id);
    expect((await listed(at.cashier))[0]).toBe(own.body.id);
    expect(await listed(elsewhere)).not.toContain(own.body.id);
    expect(await at.system.sql(marks, [reference])).toEqual([{ id: own.body.id }]);
  });

  it('is made by a cashier of several agencies for each that the register names (R23)', async () => {
    await at.platform.pay((await order()).reference);
    const ofTwo = await at.system.as({ sub: 'cashier-of-two', roles: ['cashier'], agency: 'H48.13' });
    const onlyOurs = async (): Promise<number> =>
      (await ofTwo.post('/payment/v1/reconciliations', { ...PERIOD, rows: [] })).body.counts.onlyOurs;
    expect(await onlyOurs()).toBe(0);
    const registered = { ...sampleOf(OfficerChangedV1), subject: 'cashier-of-two', agencies: ['H48.13', 'H48.12'] };
    await at.system.foreign.deliver(OfficerChangedV1, 'cashier-of-two', registered);
    await at.system.foreign.deliver(OfficerChangedV1, 'cashier-of-two', registered);
    await eventually(async () => (await onlyOurs()) > 0);
    expect((await ofTwo.get('/payment/v1/transactions')).body.items.length).toBeGreaterThan(0);
  });

  it('is refused for an empty period, and to whoever is no cashier', async () => {
    const backwards = { from: PERIOD.until, until: PERIOD.from, rows: [] };
    expect(await at.cashier.post('/payment/v1/reconciliations', backwards)).toMatchObject({
      status: 422,
      body: { code: 'PAYMENT.PERIOD_EMPTY' },
    });
    expect((await at.clerk.post('/payment/v1/reconciliations', { ...PERIOD, rows: [] })).status).toBe(403);
    const wrong = await at.cashier.post('/payment/v1/reconciliations', {
      ...PERIOD,
      rows: [{ reference: '', transaction: 'x', amount: -1 }],
    });
    expect(wrong.body.errors.map(({ pointer }: Json) => pointer)).toEqual(
      expect.arrayContaining(['/rows/0/reference', '/rows/0/amount']),
    );
  });
});
