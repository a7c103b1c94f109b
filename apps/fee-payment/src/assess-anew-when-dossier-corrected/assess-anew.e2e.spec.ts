import { DossierCorrectedV1, sampleOf } from '@motcua/contracts';
import { identityHash } from '@motcua/platform';
import { type ApiClient, eventually, type Json } from '@motcua/testing';
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
    await at.system.foreign.deliver(DossierCorrectedV1, dossierId, data);
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

  it('pays back what one kind is less by under a receipt that adjusts the receipt of that kind', async () => {
    const CHARGE = { code: 'LP', kind: 'lePhi' as const, net: 20_000 };
    const dossierId = await at.submit([CHARGE, FEE]);
    const { reference } = await order(dossierId, 'nationalPlatform');
    await at.platform.pay(reference as string);
    const feeLines = [
      { ...line!, code: 'LP', kind: 'lePhi', base: 5_000, net: 5_000, reduction: null },
      { ...line!, code: 'PHI', kind: 'phi', base: 115_000, net: 115_000, reduction: null },
    ];
    await correct(dossierId, [120_000], { feeLines });
    const [{ id }] = (await refunds(dossierId)) as [Json];
    const step = async (who: ApiClient, what: string, body: object): Promise<void> => {
      const { etag } = await at.admin.get(`/payment/v1/refunds/${id}`);
      expect((await who.post(`/payment/v1/refunds/${id}/${what}`, body, { ifMatch: etag })).status).toBe(201);
    };
    await step(at.cashier, 'proposal', { decision: 'refund', note: 'Đính chính số thành viên' });
    await step(at.leader, 'approval', { approved: true, note: 'Đồng ý' });
    await step(at.cashier, 'payout', { transaction: 'UNC-DC' });
    const { items } = (await at.cashier.get(`/payment/v1/receipts?dossierId=${dossierId}`)).body;
    const charge = items.find(({ kind, adjusts }: Json) => kind === 'lePhi' && adjusts === null);
    expect([charge.amount, charge.refunded]).toEqual([20_000, 15_000]);
    expect(items.filter(({ adjusts }: Json) => adjusts !== null)).toMatchObject([
      { kind: 'lePhi', amount: 15_000, adjusts: charge.id, adjustsBecause: 'Đính chính số thành viên' },
    ]);
    expect(await verifyLedger({ query: (statement) => at.system.sql(statement) })).toEqual([]);
  });

  it('is read by who has a part in the dossier, and paid by them as the authorisation says (R19, R23)', async () => {
    const refOf = (number: string): string =>
      identityHash('identity-key-of-the-test-run-000000000', 'citizenId', number);
    const citizen = (number: string) => at.system.as({ sub: number, roles: ['citizen'], citizen_id: number });
    const [spouse, nephew] = [await citizen('051099000024'), await citizen('051185000031')];
    const coApplicant = { ref: refOf('051099000024'), role: 'coApplicant', powers: [] };
    const authorised = (...powers: string[]) => ({ ref: refOf('051185000031'), role: 'authorisedPerson', powers });
    const dossierId = await at.submit([FEE]);
    const path = `/payment/v1/assessments/${dossierId}`;
    expect([(await spouse.get(path)).status, (await nephew.get(path)).status]).toEqual([404, 404]);
    await correct(dossierId, [115_001], { parties: [coApplicant, authorised('collect')] });
    expect([(await spouse.get(path)).status, (await nephew.get(path)).status]).toEqual([200, 200]);
    const body = { dossierId, method: 'counter' };
    expect((await nephew.post('/payment/v1/orders', body)).status).toBe(404);
    const { status, body: placed } = await spouse.post('/payment/v1/orders', body);
    expect([status, placed.amount]).toEqual([201, 115_001]);
    await correct(dossierId, [115_002], { parties: [authorised('pay')] });
    expect((await nephew.post('/payment/v1/orders', body)).status).toBe(201);
    // What was ordered goes with the dossier, not with who ordered it.
    const orders = async (of: typeof spouse): Promise<number[]> =>
      (await of.get('/payment/v1/orders')).body.items.map(({ amount }: Json) => amount);
    expect([await orders(nephew), await orders(spouse)]).toEqual([[115_002, 115_001], []]);
    const order1 = `/payment/v1/orders/${placed.id}`;
    expect([(await nephew.get(order1)).status, (await spouse.get(order1)).status]).toEqual([200, 404]);
  });

  it('belongs to the office that has it now', async () => {
    const dossierId = await at.submit([FEE]);
    const other = await at.system.as({ sub: 'cashier-9', roles: ['cashier'], agency: 'H48.13' });
    expect((await other.get(`/payment/v1/assessments/${dossierId}`)).status).toBe(404);
    await correct(dossierId, [300_000], { receivingAgency: 'H48.13' });
    expect((await other.get(`/payment/v1/assessments/${dossierId}`)).status).toBe(200);
  });
});
