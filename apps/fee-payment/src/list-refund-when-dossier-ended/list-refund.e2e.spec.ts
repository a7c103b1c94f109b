import { CaseStoppedV1, CaseWithdrawnV1, DossierRefusedV1, DossierWithdrawnV1, sampleOf } from '@motcua/contracts';
import { type ApiClient, eventually, type Json } from '@motcua/testing';
import { verifyLedger } from '../persistence/verify-ledger.js';
import { FEE, type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

describe('when a dossier ends', () => {
  let at: PaymentSystem;

  let leader: ApiClient;

  beforeAll(async () => {
    at = await startPaymentSystem();
    leader = await at.system.as({ sub: 'leader-1', roles: ['leader'], agency: 'H48.12' });
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
      expect(await refunds(dossierId)).toMatchObject([
        { amount: 115_000, reason: how, status: 'listed', proposal: null },
      ]);
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

  it('unpaid, nothing is listed, and nothing is to pay any more; money that comes afterwards is', async () => {
    const dossierId = await at.submit([FEE]);
    const { body } = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    const counter = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'counter' });
    await at.system.foreign.deliver(DossierWithdrawnV1, dossierId, { ...sampleOf(DossierWithdrawnV1), dossierId });
    await ended(dossierId, 'withdrawn');
    expect(await refunds(dossierId)).toEqual([]);
    const { body: account } = await at.cashier.get(`/payment/v1/assessments/${dossierId}`);
    expect(account).toMatchObject({ owed: 0, collections: [{ status: 'nothingToPay' }, {}, {}] });
    await at.platform.pay(body.reference);
    expect(await refunds(dossierId)).toMatchObject([{ amount: 115_000, reason: 'lateSuccess' }]);
    const cash = await at.cashier.post(
      `/payment/v1/orders/${counter.body.id}/cash-receipt`,
      { receiptNumber: 'BL-E', amount: 115_000 },
      { ifMatch: '"2"' },
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

  const step = async (who: ApiClient, id: string, what: string, body: object) => {
    const { etag } = await at.admin.get(`/payment/v1/refunds/${id}`);
    return who.post(`/payment/v1/refunds/${id}/${what}`, body, { ifMatch: etag });
  };
  const receipts = async (dossierId: string): Promise<Json[]> =>
    (await at.citizen.get(`/payment/v1/receipts?dossierId=${dossierId}`)).body.items;
  const faults = () => verifyLedger({ query: (statement) => at.system.sql(statement) });
  const note = 'Hoàn trả theo quy định';

  it('a refund is proposed by the cashier, approved by another, and paid back under its number; the rest stays listed', async () => {
    const dossierId = await at.submit([FEE]);
    await pay(dossierId);
    await at.system.foreign.deliver(DossierRefusedV1, dossierId, { ...sampleOf(DossierRefusedV1), dossierId });
    await ended(dossierId, 'refused');
    const [{ id }] = (await refunds(dossierId)) as [Json];
    expect((await at.citizen.get(`/payment/v1/refunds/${id}`)).status).toBe(403);
    expect((await step(at.clerk, id, 'proposal', { decision: 'refund', note })).status).toBe(403);
    expect(await step(at.cashier, id, 'proposal', { decision: 'refund', amount: 115_001, note })).toMatchObject({
      status: 422,
      body: { code: 'PAYMENT.REFUND_TOO_LARGE', listed: 115_000 },
    });
    expect(await step(at.cashier, id, 'payout', { transaction: 'UNC-1' })).toMatchObject({
      status: 409,
      body: { code: 'PAYMENT.REFUND_DECIDED', refundStatus: 'listed' },
    });
    expect(await step(at.cashier, id, 'proposal', { decision: 'refund', amount: 100_000, note })).toMatchObject({
      status: 201,
      body: { status: 'proposed', proposal: { decision: 'refund', amount: 100_000, by: 'cashier-1' } },
    });
    expect((await step(at.cashier, id, 'approval', { approved: true, note })).status).toBe(403);
    expect(await step(leader, id, 'approval', { approved: true, note })).toMatchObject({
      status: 201,
      body: { status: 'approved', amount: 100_000, decidedBy: 'leader-1' },
    });
    const failed = { note: 'Tài khoản đã đóng' };
    expect((await step(at.cashier, id, 'failure', failed)).body).toMatchObject({ status: 'failed', ...failed });
    expect((await step(at.cashier, id, 'payout', { transaction: 'UNC-1' })).body).toMatchObject({
      status: 'refunded',
      decidedBy: 'cashier-1',
      proposal: { by: 'cashier-1', approvedBy: 'leader-1', note },
    });
    expect((await at.cashier.get(`/payment/v1/transactions?dossierId=${dossierId}`)).body.items).toMatchObject([
      { kind: 'refund', amount: 100_000, method: 'nationalPlatform', transaction: 'UNC-1' },
      { kind: 'payment', amount: 115_000 },
    ]);
    const issued = await receipts(dossierId);
    expect(issued).toMatchObject([
      { amount: 100_000, refunded: 0, voidedAt: null, adjusts: issued[1]!['id'], refundId: id },
      { amount: 115_000, refunded: 100_000, voidedAt: null, adjusts: null },
    ]);
    const rest = (await refunds(dossierId)).find(({ restOf }) => restOf === id)!;
    expect(rest).toMatchObject({ amount: 15_000, status: 'listed', reason: 'refused' });
    expect(await faults()).toEqual([]);

    await step(at.cashier, rest['id'], 'proposal', { decision: 'refund', note });
    await step(leader, rest['id'], 'approval', { approved: true, note });
    await step(at.cashier, rest['id'], 'payout', { transaction: 'UNC-2' });
    // What was adjusted once is adjusted to the end.
    expect(await receipts(dossierId)).toMatchObject([
      { amount: 15_000, adjusts: issued[1]!['id'], refundId: rest['id'] },
      { amount: 100_000 },
      { refunded: 115_000, voidedAt: null },
    ]);
    expect((await at.citizen.get(`/payment/v1/assessments/${dossierId}`)).body.balance).toBe(0);
    expect(await faults()).toEqual([]);
    const told = (await at.published(dossierId)).filter(({ type }) => type === 'vn.motcua.payment.refund-moved.v1');
    expect(told.map(({ data }) => [data.status, data.amount, data.adjustedBy])).toEqual([
      ['approved', 100_000, []],
      ['failed', 100_000, []],
      ['refunded', 100_000, [issued[0]!['number']]],
      ['approved', 15_000, []],
      ['refunded', 15_000, [(await receipts(dossierId))[0]!['number']]],
    ]);
  });

  it('all of it paid back at once, its receipt is cancelled, and none adjusts it', async () => {
    const dossierId = await at.submit([FEE]);
    await pay(dossierId);
    await at.system.foreign.deliver(DossierRefusedV1, dossierId, { ...sampleOf(DossierRefusedV1), dossierId });
    await ended(dossierId, 'refused');
    const [{ id }] = (await refunds(dossierId)) as [Json];
    await step(at.cashier, id, 'proposal', { decision: 'refund', note });
    await step(leader, id, 'approval', { approved: true, note });
    await step(at.cashier, id, 'payout', { transaction: 'UNC-ALL' });
    expect(await receipts(dossierId)).toMatchObject([
      { amount: 115_000, refunded: 115_000, voidedAt: expect.any(String), adjusts: null },
    ]);
    expect(await faults()).toEqual([]);
  });

  it('what is kept of money that came twice holds back no receipt of what is paid back', async () => {
    const dossierId = await at.submit([FEE]);
    const twice = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    await pay(dossierId);
    await at.platform.pay(twice.body.reference);
    await at.system.foreign.deliver(DossierRefusedV1, dossierId, { ...sampleOf(DossierRefusedV1), dossierId });
    await ended(dossierId, 'refused');
    const listed = await refunds(dossierId);
    const surplus = listed.find(({ reason }) => reason !== 'refused')!;
    await step(at.cashier, surplus['id'], 'proposal', { decision: 'keep', amount: 15_000, note });
    await step(leader, surplus['id'], 'approval', { approved: true, note });
    const { id } = listed.find(({ reason }) => reason === 'refused')!;
    await step(at.cashier, id, 'proposal', { decision: 'refund', note });
    await step(leader, id, 'approval', { approved: true, note });
    await step(at.cashier, id, 'payout', { transaction: 'UNC-KEPT' });
    expect(await receipts(dossierId)).toMatchObject([{ refunded: 115_000, voidedAt: expect.any(String) }]);
    expect(await faults()).toEqual([]);
  });

  it('who took the money approves no refund of it, and a proposal that is sent back may be made anew', async () => {
    const dossierId = await at.submit([FEE]);
    const { body: order } = await at.clerk.post('/payment/v1/orders', { dossierId, method: 'counter' });
    const both = await at.system.as({ sub: 'both-1', roles: ['cashier', 'leader'], agency: 'H48.12' });
    const cash = { receiptNumber: 'BL-BOTH', amount: 115_000 };
    expect((await both.post(`/payment/v1/orders/${order.id}/cash-receipt`, cash, { ifMatch: '"1"' })).status).toBe(201);
    await at.system.foreign.deliver(DossierRefusedV1, dossierId, { ...sampleOf(DossierRefusedV1), dossierId });
    await ended(dossierId, 'refused');
    const [{ id }] = (await refunds(dossierId)) as [Json];
    await step(at.cashier, id, 'proposal', { decision: 'refund', note });
    expect(await step(both, id, 'approval', { approved: true, note })).toMatchObject({
      status: 403,
      body: { code: 'PAYMENT.SAME_PERSON' },
    });
    expect((await step(leader, id, 'approval', { approved: false, note: 'thiếu căn cứ' })).body).toMatchObject({
      status: 'listed',
      proposal: null,
    });
    await step(at.cashier, id, 'proposal', { decision: 'keep', note });
    expect((await step(leader, id, 'approval', { approved: true, note })).body).toMatchObject({ status: 'kept' });
    expect(await receipts(dossierId)).toMatchObject([{ refunded: 0, voidedAt: null }]);
    expect(await faults()).toEqual([]);
  });

  it('money goes back once under a number, also from two cashiers in one instant: neither a second refund nor a transfer has it', async () => {
    const approved = async (): Promise<string> => {
      const dossierId = await at.submit([FEE]);
      await pay(dossierId);
      await at.system.foreign.deliver(DossierRefusedV1, dossierId, { ...sampleOf(DossierRefusedV1), dossierId });
      await ended(dossierId, 'refused');
      const [{ id }] = (await refunds(dossierId)) as [Json];
      await step(at.cashier, id, 'proposal', { decision: 'refund', note });
      await step(leader, id, 'approval', { approved: true, note });
      return id;
    };
    const [one, other, third] = [await approved(), await approved(), await approved()];
    const answers = await Promise.all([
      step(at.cashier, one, 'payout', { transaction: 'UNC-77' }),
      step(at.cashier, other, 'payout', { transaction: 'unc- 77' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('PAYMENT.TRANSACTION_USED');
    expect(await step(at.cashier, third, 'payout', { transaction: 'UNC-77' })).toMatchObject({
      status: 409,
      body: { code: 'PAYMENT.TRANSACTION_USED', transaction: 'UNC-77' },
    });
    expect((await step(at.cashier, third, 'payout', { transaction: 'UNC-78' })).status).toBe(201);

    const byTransfer = async (): Promise<Json> => {
      const dossierId = await at.submit([FEE]);
      return (await at.citizen.post('/payment/v1/orders', { dossierId, method: 'transfer' })).body;
    };
    const confirm = ({ id }: Json, transaction: string) =>
      at.cashier.post(
        `/payment/v1/orders/${id}/transfer-confirmations`,
        { transaction, amount: 115_000 },
        { ifMatch: '"1"' },
      );
    const transfer = await byTransfer();
    expect((await confirm(transfer, 'FT-771')).status).toBe(201);
    await at.system.foreign.deliver(DossierRefusedV1, transfer.dossierId, {
      ...sampleOf(DossierRefusedV1),
      dossierId: transfer.dossierId,
    });
    await ended(transfer.dossierId, 'refused');
    const [{ id }] = (await refunds(transfer.dossierId)) as [Json];
    await step(at.cashier, id, 'proposal', { decision: 'refund', note });
    await step(leader, id, 'approval', { approved: true, note });
    // That of the transfer that it gives back is used, too.
    expect((await step(at.cashier, id, 'payout', { transaction: 'FT-771' })).body.code).toBe(
      'PAYMENT.TRANSACTION_USED',
    );
    expect((await step(at.cashier, id, 'payout', { transaction: 'FT-772' })).status).toBe(201);
    expect((await confirm(await byTransfer(), 'FT-772')).body.code).toBe('PAYMENT.TRANSACTION_USED');
    expect(await faults()).toEqual([]);
  });

  it('two cashiers who propose at once: one wins', async () => {
    const dossierId = await at.submit([FEE]);
    await pay(dossierId);
    await at.system.foreign.deliver(DossierRefusedV1, dossierId, { ...sampleOf(DossierRefusedV1), dossierId });
    await ended(dossierId, 'refused');
    const [{ id }] = (await refunds(dossierId)) as [Json];
    const propose = (decision: string) =>
      at.cashier.post(`/payment/v1/refunds/${id}/proposal`, { decision, note: 'x' }, { ifMatch: '"1"' });
    const answers = await Promise.all([propose('refund'), propose('keep'), propose('refund')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412]);
  });
});
