import {
  CaseFeeDemandedV1,
  DossierCorrectedV1,
  FeeAssessedV1,
  PaymentReceivedV1,
  sampleOf,
  DossierFeeDemandedV1,
  DossierAgencyMovedV1,
} from '@motcua/contracts';
import { withOffset } from '@motcua/kernel';
import { eventually, type Json } from '@motcua/testing';
import { FEE, type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

describe('when a fee arises after the submission', () => {
  let at: PaymentSystem;
  beforeAll(async () => {
    at = await startPaymentSystem();
  });
  afterAll(() => at.stop());

  const demand = async (
    dossierId: string,
    amount: number,
    contract: typeof CaseFeeDemandedV1 | typeof DossierFeeDemandedV1 = CaseFeeDemandedV1,
  ): Promise<string> => {
    const demandedAt = withOffset(at.system.clock.now());
    const sample = sampleOf(CaseFeeDemandedV1);
    const [line] = sample.demand.lines;
    await at.system.foreign.deliver<object>(contract, dossierId, {
      ...sample,
      dossierId,
      demand: {
        ...sample.demand,
        demandedAt,
        lines: [{ ...line, base: amount, net: amount, reduction: null }],
      },
    });
    return demandedAt;
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
    const demandedAt = await demand(dossierId, 150_000);
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
      demandedAt,
      dueNothingMore: { beforeAcceptance: true, onDemand: true, beforeReturn: true },
    });

    await demand(dossierId, 30_000);
    await eventually(async () => (await assessment(dossierId)).owed === 30_000);
    expect(await order(dossierId)).toMatchObject({ amount: 30_000, collects: ['onDemand'] });
    expect(await assessment(dossierId)).toMatchObject({ total: 180_000 });
  });

  it('it is owed once beside what a correction says, whichever of the two comes first and knows of the other', async () => {
    const [before, after] = [await at.submit([FEE]), await at.submit([FEE])];
    const [assessed] = sampleOf(DossierCorrectedV1).feeLines;
    const [demanded] = sampleOf(CaseFeeDemandedV1).demand.lines;
    const lineOf = (line: object | undefined, net: number): object => ({ ...line, base: net, net, reduction: null });
    const correct = async (dossierId: string, feeLines: readonly object[]): Promise<void> => {
      const data = { ...sampleOf(DossierCorrectedV1), dossierId, applicantRef: 'ref-1', feeLines };
      await at.system.foreign.deliver(DossierCorrectedV1, dossierId, data);
    };
    await demand(before, 150_000);
    await eventually(async () => (await assessment(before)).total === 265_000);
    // Intake corrected before it had heard of the demand.
    await correct(before, [lineOf(assessed, 300_000)]);
    // Here intake had heard of it, and payment has not.
    await correct(after, [lineOf(assessed, 300_000), lineOf(demanded, 150_000)]);
    await eventually(async () => (await assessment(after)).total === 300_000);
    await demand(after, 150_000);
    for (const dossierId of [before, after])
      await eventually(async () => (await assessment(dossierId)).total === 450_000);
    for (const dossierId of [before, after]) expect(await assessment(dossierId)).toMatchObject({ owed: 450_000 });
  });

  it('it is owed once where the one-stop finds it before the acceptance', async () => {
    const dossierId = await at.submit([]);
    await demand(dossierId, 70_000, DossierFeeDemandedV1);
    await eventually(async () => (await assessment(dossierId)).owed === 70_000);
  });

  it('it is collected by the successor of an agency that has ended, and what was ordered stays (R23)', async () => {
    const dossierId = await at.submit([FEE]);
    const successor = await at.system.as({ sub: 'cashier-3', roles: ['cashier'], agency: 'H48.34' });
    const path = `/payment/v1/assessments/${dossierId}`;
    expect((await successor.get(path)).status).toBe(404);
    const moved = { ...sampleOf(DossierAgencyMovedV1), dossierId, from: 'H48.12', to: 'H48.34' };
    await at.system.foreign.deliver(DossierAgencyMovedV1, dossierId, moved);
    await eventually(async () => (await successor.get(path)).status === 200);
    expect((await at.cashier.get(path)).status).toBe(404);
    const lines = await at.system.sql(
      `SELECT FROM payment.history WHERE aggregate LIKE '%' || $1 AND action = 'agencyMoved'`,
      [dossierId],
    );
    expect(lines).toHaveLength(1);
  });
});
