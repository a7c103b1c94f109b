import { CaseFeeDemandedV1, FeeAssessedV1, PaymentReceivedV1, sampleOf } from '@motcua/contracts';
import { eventually, type Json } from '@motcua/testing';
import { type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

describe('when a fee arises after the submission', () => {
  let at: PaymentSystem;
  beforeAll(async () => {
    at = await startPaymentSystem();
  });
  afterAll(() => at.stop());

  const demand = async (dossierId: string, amount: number): Promise<void> => {
    const sample = sampleOf(CaseFeeDemandedV1);
    const [line] = sample.demand.lines;
    const message = await at.system.foreign.deliver(CaseFeeDemandedV1, dossierId, {
      ...sample,
      dossierId,
      demand: {
        ...sample.demand,
        demandedAt: at.system.clock.now().toString(),
        lines: [{ ...line, base: amount, net: amount, reduction: null }],
      },
    });
    await at.system.foreign.redeliver(message);
  };
  const assessment = async (dossierId: string): Promise<Json> =>
    (await at.citizen.get(`/payment/v1/assessments/${dossierId}`)).body;
  const order = async (dossierId: string): Promise<Json> =>
    (await at.citizen.post('/payment/v1/orders', { dossierId, method: 'counter' })).body;
  const collect = async ({ id, amount }: Json, receiptNumber: string): Promise<number> => {
    const { etag } = await at.cashier.get(`/payment/v1/orders/${id}`);
    const taken = await at.cashier.post(
      `/payment/v1/orders/${id}/cash-receipt`,
      { receiptNumber, amount },
      { ifMatch: etag },
    );
    return taken.status;
  };

  it('it is owed once however often it is told, is ordered and paid by itself, and is told with what is still due (R16)', async () => {
    const dossierId = await at.submit([]);
    await demand(dossierId, 150_000);
    await eventually(async () => (await assessment(dossierId)).owed === 150_000);
    const first = await order(dossierId);
    expect(first).toMatchObject({ amount: 150_000, collects: ['onDemand'] });
    expect(await collect(first, 'BL-1')).toBe(201);
    const events = await at.published(dossierId);
    expect(events.filter(({ type }) => type === FeeAssessedV1.type).map(({ data }) => data.total)).toEqual([
      0, 150_000,
    ]);
    expect(events.find(({ type }) => type === PaymentReceivedV1.type)?.data).toMatchObject({
      collectedAt: ['onDemand'],
      dueNothingMore: { beforeAcceptance: true, onDemand: true, beforeReturn: true },
    });

    await demand(dossierId, 30_000);
    await eventually(async () => (await assessment(dossierId)).owed === 30_000);
    expect(await order(dossierId)).toMatchObject({ amount: 30_000, collects: ['onDemand'] });
    expect(await assessment(dossierId)).toMatchObject({ total: 180_000 });
  });
});
