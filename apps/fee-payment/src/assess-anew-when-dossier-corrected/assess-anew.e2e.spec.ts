import { DossierCorrectedV1, sampleOf } from '@motcua/contracts';
import { eventually, type Json } from '@motcua/testing';
import { verifyLedger } from '../persistence/verify-ledger.js';
import { FEE, type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

describe('when a dossier is corrected', () => {
  let at: PaymentSystem;
  beforeAll(async () => {
    at = await startPaymentSystem();
  });
  afterAll(() => at.stop());

  const [line] = sampleOf(DossierCorrectedV1).feeLines;
  /** Twice, as a bus may. */
  const correct = async (dossierId: string, amounts: readonly number[], change: object = {}): Promise<void> => {
    const data = {
      ...sampleOf(DossierCorrectedV1),
      dossierId,
      applicantRef: 'ref-1',
      feeLines: amounts.map((net, index) => ({ ...line!, code: `PHI-${index}`, base: net, net, reduction: null })),
      ...change,
    };
    await at.system.foreign.redeliver(await at.system.foreign.deliver(DossierCorrectedV1, dossierId, data));
    const total = amounts.reduce((sum, net) => sum + net, 0);
    await eventually(async () => (await assessment(dossierId)).total === total);
  };
  const assessment = async (id: string): Promise<Json> => (await at.cashier.get(`/payment/v1/assessments/${id}`)).body;
  const order = async (dossierId: string, method = 'counter'): Promise<Json> =>
    (await at.clerk.post('/payment/v1/orders', { dossierId, method })).body;
  const refunds = async (dossierId: string): Promise<Json[]> =>
    (await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}`)).body.items;

  it('owes what the correction says, also on an order of the former amount', async () => {
    const dossierId = await at.submit([FEE]);
    const old = await order(dossierId);
    await correct(dossierId, [300_000]);
    expect((await assessment(dossierId)).owed).toBe(300_000);
    const path = `/payment/v1/orders/${old['id']}/cash-receipt`;
    const cash = await at.cashier.post(path, { receiptNumber: 'BL-1', amount: 115_000 }, { ifMatch: '"1"' });
    expect(cash).toMatchObject({ status: 422, body: { code: 'PAYMENT.AMOUNT_DIFFERS', owed: 300_000 } });
    const anew = await order(dossierId);
    expect(anew['amount']).toBe(300_000);
  });

  it('money of a former order that comes all the same is a part of what is owed now, and never lost', async () => {
    const dossierId = await at.submit([FEE]);
    const { reference } = await order(dossierId, 'nationalPlatform');
    await correct(dossierId, [300_000]);
    await at.platform.pay(reference as string);
    expect(await assessment(dossierId)).toMatchObject({ owed: 185_000, unallocated: 115_000 });
    expect(await refunds(dossierId)).toEqual([]);
    // Corrected once more, what is here is enough, and the rest is the payer's.
    await correct(dossierId, [100_000]);
    expect(await assessment(dossierId)).toMatchObject({ owed: 0, unallocated: 0 });
    expect(await refunds(dossierId)).toMatchObject([{ amount: 15_000, reason: 'unneeded', status: 'listed' }]);
    expect(await verifyLedger({ query: (statement) => at.system.sql(statement) })).toEqual([]);
  });

  it('lists once what was paid beyond what is owed now, for the cashier to decide (R16)', async () => {
    const dossierId = await at.submit([FEE]);
    const { reference } = await order(dossierId, 'nationalPlatform');
    await at.platform.pay(reference as string);
    await correct(dossierId, [100_000]);
    await correct(dossierId, [100_000]);
    expect(await refunds(dossierId)).toMatchObject([{ amount: 15_000, reason: 'corrected', status: 'listed' }]);
    expect(await verifyLedger({ query: (statement) => at.system.sql(statement) })).toEqual([]);
  });

  it('belongs to the office that has it now', async () => {
    const dossierId = await at.submit([FEE]);
    const other = await at.system.as({ sub: 'cashier-9', roles: ['cashier'], agency: 'H48.13' });
    expect((await other.get(`/payment/v1/assessments/${dossierId}`)).status).toBe(404);
    await correct(dossierId, [300_000], { receivingAgency: 'H48.13' });
    expect((await other.get(`/payment/v1/assessments/${dossierId}`)).status).toBe(200);
  });
});
