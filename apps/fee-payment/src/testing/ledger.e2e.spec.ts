import { DossierWithdrawnV1, sampleOf } from '@motcua/contracts';
import { eventually, type Json } from '@motcua/testing';
import { type LedgerFault, verifyLedger } from '../persistence/verify-ledger.js';
import { FEE, type PaymentSystem, startPaymentSystem } from './payment-system.fixture.js';

describe('the double-entry ledger', () => {
  let at: PaymentSystem;

  beforeAll(async () => {
    at = await startPaymentSystem();
  });

  afterAll(() => at.stop());

  const faults = (): Promise<readonly LedgerFault[]> =>
    verifyLedger({ query: (statement) => at.system.sql(statement) });

  const balances = async (dossierId: string): Promise<Record<string, number>> => {
    const rows = await at.system.sql(
      `SELECT account, sum(amount)::text AS balance FROM (
         SELECT debit AS account, amount FROM payment.ledger_posting WHERE dossier_id = $1
         UNION ALL SELECT credit, -amount FROM payment.ledger_posting WHERE dossier_id = $1) AS sides
       GROUP BY account HAVING sum(amount) <> 0`,
      [dossierId],
    );
    return Object.fromEntries(rows.map(({ account, balance }) => [account, Number(balance)]));
  };

  const orderOf = async (dossierId: string, method: string): Promise<Json> =>
    (await at.citizen.post('/payment/v1/orders', { dossierId, method })).body;

  const payCash = async (order: Json, receiptNumber: string): Promise<void> => {
    const { etag } = await at.cashier.get(`/payment/v1/orders/${order.id}`);
    const path = `/payment/v1/orders/${order.id}/cash-receipt`;
    const { status } = await at.cashier.post(path, { receiptNumber, amount: order.amount }, { ifMatch: etag });
    expect(status).toBe(201);
  };

  const withdraw = async (dossierId: string): Promise<void> => {
    await at.system.foreign.deliver(DossierWithdrawnV1, dossierId, { ...sampleOf(DossierWithdrawnV1), dossierId });
    await eventually(
      async () => (await at.citizen.get(`/payment/v1/assessments/${dossierId}`)).body.ended === 'withdrawn',
    );
  };

  const decide = async (dossierId: string, proposal: object): Promise<void> => {
    const [refund] = (await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}&status=listed`)).body.items;
    const leader = await at.system.as({ sub: 'leader-1', roles: ['leader'], agency: 'H48.12' });
    const steps = [
      [at.cashier, 'proposal', { note: 'QĐ 12', ...proposal }],
      [leader, 'approval', { note: 'QĐ 12', approved: true }],
      [at.cashier, 'payout', { transaction: `UNC-${refund.id}` }],
    ] as const;
    for (const [who, step, body] of steps) {
      const { etag } = await at.cashier.get(`/payment/v1/refunds/${refund.id}`);
      expect((await who.post(`/payment/v1/refunds/${refund.id}/${step}`, body, { ifMatch: etag })).status).toBe(201);
    }
  };

  it('has cash in the drawer of who took it, and what is due to the treasury by kind', async () => {
    const dossierId = await at.submit([FEE, { code: 'LP', kind: 'lePhi', net: 20_000 }]);
    await payCash(await orderOf(dossierId, 'counter'), 'BL-L-1');
    expect(await balances(dossierId)).toEqual({
      'drawer/H48.12/cashier-1': 135_000,
      'due/H48.12/phi': -115_000,
      'due/H48.12/lePhi': -20_000,
    });
    expect(await faults()).toEqual([]);
  });

  it('pays a mixed payment back by each way that it came, and to nobody more than came', async () => {
    const dossierId = await at.submit([FEE, { code: 'LP', kind: 'lePhi', net: 20_000, collectedAt: 'beforeReturn' }]);
    await at.platform.pay((await orderOf(dossierId, 'nationalPlatform')).reference);
    await payCash(await orderOf(dossierId, 'counter'), 'BL-L-2');
    await withdraw(dossierId);
    const listed = { clearing: 115_000, 'drawer/H48.12/cashier-1': 20_000, [`payer/${dossierId}`]: -135_000 };
    expect(await balances(dossierId)).toEqual(listed);
    await decide(dossierId, { decision: 'refund', amount: 100_000 });
    expect(await balances(dossierId)).toEqual({ clearing: 35_000, [`payer/${dossierId}`]: -35_000 });
    const refunds = (await at.admin.get(`/payment/v1/transactions?dossierId=${dossierId}&kind=refund`)).body.items;
    expect(refunds.map(({ method, amount }: Json) => [method, amount]).sort()).toEqual([
      ['counter', 20_000],
      ['nationalPlatform', 80_000],
    ]);
    expect(await faults()).toEqual([]);
  });

  it('is never changed: the database refuses it', async () => {
    await expect(at.system.sql('UPDATE payment.ledger_posting SET amount = amount + 1')).rejects.toThrow(
      'a posting is never changed',
    );
    await expect(at.system.sql('DELETE FROM payment.ledger_posting')).rejects.toThrow('a posting is never changed');
  });

  it('undoes a mistake of the counter with a second person: owed again, void, and the receipt number is free for the right dossier', async () => {
    const [wrong, right] = [await at.submit([FEE]), await at.submit([FEE])];
    const order = await orderOf(wrong, 'counter');
    await payCash(order, 'BL-SAI');
    const [entry] = (await at.cashier.get(`/payment/v1/transactions?dossierId=${wrong}`)).body.items as Json[];
    const note = 'Ghi nhầm vào hồ sơ khác';
    const body = { transactionId: entry!['id'], reason: 'wrongOrder', note };
    expect((await at.citizen.post('/payment/v1/reversals', body)).status).toBe(403);
    const proposed = await at.cashier.post('/payment/v1/reversals', body);
    expect(proposed).toMatchObject({
      status: 201,
      body: { status: 'proposed', amount: 115_000, proposedBy: 'cashier-1' },
    });
    expect(await at.cashier.post('/payment/v1/reversals', body)).toMatchObject({
      status: 409,
      body: { code: 'PAYMENT.REVERSAL_PROPOSED' },
    });
    const both = await at.system.as({ sub: 'cashier-1', roles: ['cashier', 'leader'], agency: 'H48.12' });
    const leader = await at.system.as({ sub: 'leader-1', roles: ['leader'], agency: 'H48.12' });
    const approve = (who: typeof leader) =>
      who.post(`/payment/v1/reversals/${proposed.body.id}/approval`, { approved: true, note }, { ifMatch: '"1"' });
    expect((await approve(at.cashier)).status).toBe(403);
    expect(await approve(both)).toMatchObject({ status: 403, body: { code: 'PAYMENT.SAME_PERSON' } });
    expect(await approve(leader)).toMatchObject({ status: 201, body: { status: 'done', decidedBy: 'leader-1' } });

    expect(await balances(wrong)).toEqual({});
    expect((await at.citizen.get(`/payment/v1/assessments/${wrong}`)).body).toMatchObject({
      owed: 115_000,
      balance: 0,
    });
    const [receipt] = (await at.citizen.get(`/payment/v1/receipts?dossierId=${wrong}`)).body.items as Json[];
    expect(receipt).toMatchObject({ refunded: 0, voidedAt: expect.any(String) });
    expect((await at.published(wrong)).filter(({ type }) => type === 'vn.motcua.payment.reversed.v1')).toMatchObject([
      { data: { amount: 115_000, collectedAt: ['beforeAcceptance'], voidReceipts: [receipt!['number']], note } },
    ]);
    await payCash(await orderOf(right, 'counter'), 'BL-SAI');
    // The order waits for its own money again, and its receipt has the next number: the void one stays used.
    await payCash(order, 'BL-DUNG');
    const numbers = (await at.citizen.get(`/payment/v1/receipts?dossierId=${wrong}`)).body.items as Json[];
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(2);
    expect(await balances(wrong)).toEqual({ 'drawer/H48.12/cashier-1': 115_000, 'due/H48.12/phi': -115_000 });
    expect(await faults()).toEqual([]);
  });

  it('names an entry that somebody wrote past it', async () => {
    const dossierId = await at.submit([FEE]);
    const { id, reference } = await orderOf(dossierId, 'counter');
    const [entry] = await at.system.sql(
      `INSERT INTO payment.ledger_entry (id, dossier_id, order_id, reference, method, kind, amount, transaction, at, agencies, applicant_ref, submitted_by)
       VALUES (gen_random_uuid(), $1, $2, $3, 'counter', 'surplus', 5000, 'PAST', now(), '{H48.12}', 'ref-1', 'citizen-1') RETURNING id`,
      [dossierId, id, reference],
    );
    expect((await faults()).map(({ check, of }) => [check, of])).toEqual([
      ['every entry is posted, with its amount', entry!['id']],
      ['receipts net of what adjusts them are the money that is here for what was owed', dossierId],
    ]);
  });
});
