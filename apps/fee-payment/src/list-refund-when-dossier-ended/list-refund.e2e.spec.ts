import { CaseStoppedV1, CaseWithdrawnV1, DossierRefusedV1, DossierWithdrawnV1, sampleOf } from '@motcua/contracts';
import { eventually, type Json } from '@motcua/testing';
import { FEE, type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

describe('when a dossier ends', () => {
  let at: PaymentSystem;

  beforeAll(async () => {
    at = await startPaymentSystem();
  });

  afterAll(() => at.stop());

  const pay = async (dossierId: string): Promise<Json> => {
    const { body } = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    await at.platform.pay(body.reference);
    return body;
  };
  const refunds = async (dossierId: string): Promise<Json[]> =>
    (await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}`)).body.items;
  const ended = (dossierId: string, how: string) =>
    eventually(async () => (await at.citizen.get(`/payment/v1/assessments/${dossierId}`)).body.ended === how);
  const position = async (dossierId: string, topic: string): Promise<number> => {
    const [row] = await at.system.sql<{ n: number }>(
      'SELECT last_sequence AS n FROM payment.inbox_position WHERE key = $1 AND topic = $2',
      [dossierId, topic],
    );
    return row?.n ?? 0;
  };

  it.each([
    ['refused', DossierRefusedV1],
    ['withdrawn', DossierWithdrawnV1],
    ['stopped', CaseStoppedV1],
    ['withdrawn', CaseWithdrawnV1],
  ] as const)(
    '%s by %p, what was paid is listed once, however often the event comes, and nothing is paid back',
    async (how, contract) => {
      const dossierId = await at.submit([FEE]);
      await pay(dossierId);
      const message = await at.system.foreign.deliver<object>(contract, dossierId, {
        ...sampleOf<object>(contract),
        dossierId,
      });
      await ended(dossierId, how);
      await at.system.foreign.redeliver(message);
      // A later event of the same topic shows that the repetition was passed.
      const before = await position(dossierId, contract.topic);
      await at.system.foreign.deliver<object>(contract, dossierId, { ...sampleOf<object>(contract), dossierId });
      await eventually(async () => (await position(dossierId, contract.topic)) > before);
      expect(await refunds(dossierId)).toMatchObject([{ amount: 115_000, reason: how, status: 'listed', refunded: 0 }]);
      expect(
        (await at.published(dossierId)).filter(({ type }) => type === 'vn.motcua.payment.refund-listed.v1'),
      ).toMatchObject([{ data: { dossierId, amount: 115_000, reason: how } }]);
      expect((await at.citizen.get(`/payment/v1/assessments/${dossierId}`)).body).toMatchObject({
        owed: 0,
        balance: 115_000,
      });
      expect(await at.citizen.post('/payment/v1/orders', { dossierId, method: 'counter' })).toMatchObject({
        status: 409,
        body: { code: expect.stringMatching(/^PAYMENT\.DOSSIER_ENDED$/) },
      });
    },
  );

  it('unpaid, nothing is listed; money that comes afterwards is', async () => {
    const dossierId = await at.submit([FEE]);
    const { body } = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    const counter = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'counter' });
    await at.system.foreign.deliver(DossierWithdrawnV1, dossierId, { ...sampleOf(DossierWithdrawnV1), dossierId });
    await ended(dossierId, 'withdrawn');
    expect(await refunds(dossierId)).toEqual([]);
    await at.platform.pay(body.reference);
    expect(await refunds(dossierId)).toMatchObject([{ amount: 115_000, reason: 'lateSuccess' }]);
    const cash = await at.cashier.post(
      `/payment/v1/orders/${counter.body.id}/cash-receipt`,
      { receiptNumber: 'BL-E', amount: 115_000 },
      { ifMatch: '"1"' },
    );
    expect(cash).toMatchObject({ status: 409, body: { code: 'PAYMENT.DOSSIER_ENDED' } });
  });

  it('before its submission is known here, the end waits for it', async () => {
    const other = await at.submit([FEE]);
    const dossierId = crypto.randomUUID();
    await at.system.foreign.deliver(CaseStoppedV1, dossierId, { ...sampleOf(CaseStoppedV1), dossierId });
    await eventually(
      async () => (await at.system.sql('SELECT FROM payment.inbox_parked WHERE key = $1', [dossierId])).length === 1,
    );
    expect(
      await at.system.sql('SELECT state, waits_for FROM payment.inbox_parked WHERE key = $1', [dossierId]),
    ).toMatchObject([{ state: 'waiting', waits_for: `fee assessment of dossier ${dossierId}` }]);
    expect((await at.citizen.get(`/payment/v1/assessments/${other}`)).body.ended).toBeNull();
  });

  it('the cashier decides a listed refund once, within what was listed', async () => {
    const dossierId = await at.submit([FEE]);
    await pay(dossierId);
    await at.system.foreign.deliver(DossierRefusedV1, dossierId, { ...sampleOf(DossierRefusedV1), dossierId });
    const [{ id }] = (await eventually(async () => {
      const found = await refunds(dossierId);
      return found.length > 0 && found;
    })) as [Json];
    const { etag } = await at.cashier.get(`/payment/v1/refunds/${id}`);
    const path = `/payment/v1/refunds/${id}/decision`;
    const note = 'Hoàn trả theo quy định';
    const decide = (body: object, request = { ifMatch: etag }) => at.cashier.post(path, body, request);
    expect((await at.citizen.get(`/payment/v1/refunds/${id}`)).status).toBe(403);
    expect((await at.clerk.post(path, { decision: 'refund', note }, { ifMatch: etag })).status).toBe(403);
    expect(await decide({ decision: 'refund', amount: 115_001, note })).toMatchObject({
      status: 422,
      body: { code: 'PAYMENT.REFUND_TOO_LARGE', listed: 115_000 },
    });
    expect((await decide({ decision: 'refund', note }, { ifMatch: '"7"' })).status).toBe(412);
    expect(await decide({ decision: 'refund', amount: 100_000, note })).toMatchObject({
      status: 201,
      body: { status: 'refunded', refunded: 100_000, decidedBy: 'cashier-1', note },
    });
    expect(await decide({ decision: 'keep', note }, { ifMatch: '"2"' })).toMatchObject({
      status: 409,
      body: { code: 'PAYMENT.REFUND_DECIDED' },
    });
    expect((await at.cashier.get(`/payment/v1/transactions?dossierId=${dossierId}`)).body.items).toMatchObject([
      { kind: 'refund', amount: 100_000, method: 'nationalPlatform', transaction: id },
      { kind: 'payment', amount: 115_000 },
    ]);
    expect((await at.citizen.get(`/payment/v1/assessments/${dossierId}`)).body.balance).toBe(15_000);
  });

  it('two cashiers who decide at once: one wins', async () => {
    const dossierId = await at.submit([FEE]);
    await pay(dossierId);
    await at.system.foreign.deliver(DossierRefusedV1, dossierId, { ...sampleOf(DossierRefusedV1), dossierId });
    await ended(dossierId, 'refused');
    const [{ id }] = (await refunds(dossierId)) as [Json];
    const decide = (decision: string) =>
      at.cashier.post(`/payment/v1/refunds/${id}/decision`, { decision, note: 'x' }, { ifMatch: '"1"' });
    const answers = await Promise.all([decide('refund'), decide('keep'), decide('refund')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412]);
  });
});
