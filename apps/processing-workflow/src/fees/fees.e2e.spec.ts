import { PaymentReceivedV1, sampleOf } from '@motcua/contracts';
import { type ApiResponse, eventually, type Json, type TestSystem } from '@motcua/testing';
import { caseOf, type Officers, officersOf, openCase, published, startWorkflow } from '../testing/workflow.fixture.js';

const DEMAND = {
  lines: [{ kind: 'phi', name: 'Phí thẩm định bổ sung', amount: 150_000 }],
  reason: 'Phải thẩm định thêm một địa điểm',
  legalBasis: 'Thông tư số 44/2018/TT-BTC',
};

describe('a fee that arises in the course of a case', () => {
  let system: TestSystem;
  let officers: Officers;
  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
  });
  afterAll(() => system.stop());

  const demand = async (dossierId: string, body: object = DEMAND): Promise<ApiResponse> => {
    const { etag } = await caseOf(officers.admin, dossierId);
    return officers.leader.post(`/workflow/v1/cases/${dossierId}/fee-demands`, body, { ifMatch: etag });
  };
  const pay = async (dossierId: string, change: object = {}): Promise<void> => {
    await system.foreign.deliver(PaymentReceivedV1, dossierId, {
      ...sampleOf(PaymentReceivedV1),
      dossierId,
      collectedAt: ['onDemand'],
      demandedAt: system.clock.now().toString(),
      paidAt: system.clock.now().toString(),
      ...change,
    });
  };
  const shown = async (dossierId: string): Promise<Json> => (await caseOf(officers.admin, dossierId)).body;

  it('stops the work and the clock until it is paid, and is told with its lines (R8, R16)', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    const asked = await demand(dossierId);
    expect([asked.status, asked.body]).toEqual([
      201,
      expect.objectContaining({
        status: 'awaitingPayment',
        promisedDueAt: null,
        statutoryDueAt: null,
        allowedActions: ['stop', 'escalate'],
        feeDemands: [expect.objectContaining({ number: 1, reason: DEMAND.reason, paidAt: null })],
      }),
    ]);
    const told = (await published(system, dossierId)).find(({ type }) => type === 'fee-demanded');
    expect(told?.data.demand.lines).toEqual([
      {
        code: 'PHAT-SINH-1-1',
        kind: 'phi',
        name: 'Phí thẩm định bổ sung',
        base: 150_000,
        net: 150_000,
        collectedAt: 'onDemand',
        reduction: null,
      },
    ]);
    expect((await demand(dossierId)).body).toMatchObject({
      status: 409,
      code: 'CASE.ACTION_NOT_ALLOWED',
      caseStatus: 'awaitingPayment',
    });
    // What was owed before the return is another matter.
    await pay(dossierId, { collectedAt: ['beforeReturn'], demandedAt: null });
    // Nor is what the one-stop demanded before there was a case.
    await pay(dossierId, { demandedAt: '2026-11-02T09:00:00+07:00' });
    await pay(dossierId, { paidAt: '2026-11-30T10:00:00+07:00' });
    await eventually(async () => (await shown(dossierId)).status === 'open');
    expect(await shown(dossierId)).toMatchObject({
      promisedDueAt: expect.any(String),
      feeDemands: [{ paidAt: '2026-11-30T10:00:00+07:00' }],
    });
  });

  it('lets the clock run where the procedure says so', async () => {
    const { dossierId, promisedDueAt } = await openCase(system, officers.leader, { paymentPausesTerm: false });
    expect((await demand(dossierId)).body).toMatchObject({ status: 'awaitingPayment', promisedDueAt });
  });

  it('of a dossier that was paid before there was a case concerns none', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    await pay('019aa0c8-4b2e-7c31-9d6e-3f1a2b4c5d00');
    await demand(dossierId);
    await pay(dossierId);
    await eventually(async () => (await shown(dossierId)).status === 'open');
    expect(await system.sql('SELECT FROM workflow.inbox_parked')).toEqual([]);
  });
});
