import { randomUUID } from 'node:crypto';
import { eventually, type Json } from '@motcua/testing';
import { CloseAtPlatform } from '../close-at-platform/close-at-platform.js';
import { verifyLedger } from '../persistence/verify-ledger.js';
import { FEE, type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

describe('ordering a payment', () => {
  let at: PaymentSystem;

  beforeAll(async () => {
    at = await startPaymentSystem({
      MOTCUA_PAYMENT_RETURN_ORIGINS: 'https://dichvucong.example,http://localhost:8080',
    });
  });

  beforeEach(() => at.platform.misbehave({}));
  afterAll(() => at.stop());

  const ordersOf = async (dossierId: string) =>
    (await at.citizen.get(`/payment/v1/orders?dossierId=${dossierId}`)).body.items;
  const asked = (reference: string) =>
    at.platform.requests.filter((message) => message['MaThamChieu'] === reference && message['LoaiBanTin'] === 'INIT');

  it('gives the same order to the same key, and asks the platform once', async () => {
    const dossierId = await at.submit([FEE]);
    const key = randomUUID();
    const body = { dossierId, method: 'nationalPlatform' };
    const first = await at.citizen.post('/payment/v1/orders', body, { idempotencyKey: key });
    const again = await at.citizen.post('/payment/v1/orders', body, { idempotencyKey: key });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again).toMatchObject({ status: 201, body: first.body, etag: first.etag });
    expect(asked(first.body.reference)).toHaveLength(1);
    const reused = await at.citizen.post('/payment/v1/orders', { ...body, method: 'counter' }, { idempotencyKey: key });
    expect(reused).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY.KEY_REUSED' } });
    expect((await at.citizen.post('/payment/v1/orders', body, { idempotencyKey: null })).body.code).toBe(
      'IDEMPOTENCY.KEY_REQUIRED',
    );
    expect(await ordersOf(dossierId)).toHaveLength(1);
  });

  it('makes one order of six concurrent requests with one key', async () => {
    const dossierId = await at.submit([FEE]);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' }, { idempotencyKey: key }),
      ),
    );
    for (const { status, body } of answers) expect(status === 201 || body.code === 'IDEMPOTENCY.IN_FLIGHT').toBe(true);
    const [order, ...others] = await ordersOf(dossierId);
    expect(others).toEqual([]);
    expect(asked(order.reference)).toHaveLength(1);
  });

  it('is never locked by a pending attempt: each way stays open until one is paid', async () => {
    const dossierId = await at.submit([FEE]);
    const methods = ['nationalPlatform', 'nationalPlatform', 'counter', 'transfer'];
    for (const method of methods)
      expect((await at.citizen.post('/payment/v1/orders', { dossierId, method })).status).toBe(201);
    const [transfer, counter] = await ordersOf(dossierId);
    expect(transfer.instructions).toEqual({
      text: expect.stringContaining('Chuyển khoản'),
      content: transfer.reference,
      account: { number: '3511.0.1234567', name: 'Kho bạc Nhà nước Quảng Ngãi', bank: 'KBNN' },
      vietQr: null,
    });
    expect(counter).toMatchObject({ paymentUrl: null, status: 'pending', instructions: { account: null } });
    const paid = await at.cashier.post(
      `/payment/v1/orders/${counter.id}/cash-receipt`,
      { receiptNumber: 'BL-1', amount: 115_000 },
      { ifMatch: '"1"' },
    );
    expect(paid).toMatchObject({ status: 201, etag: '"2"', body: { status: 'paid' } });
    // The others lead nobody to pay any more.
    expect((await ordersOf(dossierId)).filter(({ id }: Json) => id !== counter.id)).toEqual(
      Array.from({ length: 3 }, () =>
        expect.objectContaining({ status: 'cancelled', stillOwed: 0, paymentUrl: null, instructions: null }),
      ),
    );
    for (const method of methods) {
      expect(await at.citizen.post('/payment/v1/orders', { dossierId, method })).toMatchObject({
        status: 409,
        body: { code: 'PAYMENT.ALREADY_PAID' },
      });
    }
  });

  it('for both times takes no more than what is still owed, and gives the rest back', async () => {
    const dossierId = await at.submit([
      { ...FEE, net: 12_500 },
      { code: 'LP', kind: 'lePhi', net: 50_000, collectedAt: 'beforeReturn' },
    ]);
    const ordered = async (body: object) =>
      (await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform', ...body })).body;
    const [first, both] = [await ordered({}), await ordered({ collect: ['beforeAcceptance', 'beforeReturn'] })];
    expect(both.amount).toBe(62_500);
    await at.platform.pay(first.reference);
    expect((await at.citizen.get(`/payment/v1/orders/${both.id}`)).body).toMatchObject({ stillOwed: 50_000 });
    await at.platform.pay(both.reference);
    expect((await at.citizen.get(`/payment/v1/assessments/${dossierId}`)).body).toMatchObject({ owed: 0 });
    expect((await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}`)).body.items).toMatchObject([
      { amount: 12_500, reason: 'paidTwice' },
    ]);
  });

  it('finds nothing to pay in a dossier that owes 0 đ', async () => {
    const dossierId = await at.submit([{ ...FEE, net: 0 }]);
    expect((await at.citizen.get(`/payment/v1/assessments/${dossierId}`)).body).toMatchObject({ total: 0, owed: 0 });
    for (const method of ['nationalPlatform', 'counter']) {
      const refused = await at.citizen.post('/payment/v1/orders', { dossierId, method });
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'PAYMENT.NOTHING_OWED', title: 'Hồ sơ không có khoản nào phải nộp' },
      });
    }
    expect(await ordersOf(dossierId)).toEqual([]);
  });

  it('collects what is due first, then what is due before the return, and each only once', async () => {
    const dossierId = await at.submit([FEE, { code: 'LP', kind: 'lePhi', net: 20_000, collectedAt: 'beforeReturn' }]);
    const pay = async (collect?: string[]) => {
      const { body } = await at.citizen.post('/payment/v1/orders', {
        dossierId,
        method: 'nationalPlatform',
        ...(collect && { collect }),
      });
      if (body.reference) await at.platform.pay(body.reference);
      return body;
    };
    expect(await pay()).toMatchObject({ amount: 115_000, collects: ['beforeAcceptance'] });
    expect(await pay(['beforeAcceptance'])).toMatchObject({
      code: 'PAYMENT.ALREADY_PAID',
      collects: ['beforeAcceptance'],
    });
    expect(await pay(['beforeAcceptance', 'beforeReturn'])).toMatchObject({
      amount: 20_000,
      collects: ['beforeReturn'],
    });
    expect(
      (await at.published(dossierId)).filter(({ type }) => type === 'vn.motcua.payment.received.v1'),
    ).toMatchObject([
      {
        data: {
          collectedAt: ['beforeAcceptance'],
          dueNothingMore: { beforeAcceptance: true, onDemand: true, beforeReturn: false },
        },
      },
      {
        data: {
          collectedAt: ['beforeReturn'],
          dueNothingMore: { beforeAcceptance: true, onDemand: true, beforeReturn: true },
        },
      },
    ]);
    expect(await pay()).toMatchObject({ code: 'PAYMENT.ALREADY_PAID' });
  });

  it.each(['down', 'hang', 'garbled'] as const)(
    'goes on with the same order when the platform was %s, and offers other ways',
    async (requests) => {
      const dossierId = await at.submit([FEE]);
      const key = randomUUID();
      const body = { dossierId, method: 'nationalPlatform' };
      at.platform.misbehave({ requests });
      const refused = await at.citizen.post('/payment/v1/orders', body, { idempotencyKey: key });
      expect(refused).toMatchObject({
        status: 503,
        body: { code: 'PAYMENT.PLATFORM_UNAVAILABLE', alternatives: ['counter', 'transfer'] },
      });
      expect(refused.headers.get('retry-after')).toBe('5');
      expect(await at.citizen.get(`/payment/v1/orders/${refused.body.orderId}`)).toMatchObject({
        status: 200,
        body: { status: 'created', paymentUrl: null },
      });
      expect((await at.citizen.post('/payment/v1/orders', { dossierId, method: 'counter' })).status).toBe(201);

      at.platform.misbehave({});
      const again = await at.citizen.post('/payment/v1/orders', body, { idempotencyKey: key });
      expect(again).toMatchObject({
        status: 201,
        body: { id: refused.body.orderId, status: 'pending', paymentUrl: expect.stringContaining('/pay/') },
      });
      expect(await ordersOf(dossierId)).toHaveLength(2);
    },
  );

  it('is opened by the sweep when nobody asks again, unless it was paid another way', async () => {
    const [waiting, paid] = [await at.submit([FEE]), await at.submit([FEE])];
    at.platform.misbehave({ requests: 'down' });
    for (const dossierId of [waiting, paid])
      await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    const counter = await at.citizen.post('/payment/v1/orders', { dossierId: paid, method: 'counter' });
    await at.cashier.post(
      `/payment/v1/orders/${counter.body.id}/cash-receipt`,
      { receiptNumber: 'BL-7', amount: 115_000 },
      { ifMatch: '"1"' },
    );
    at.platform.misbehave({});
    await at.sweep();
    expect(await ordersOf(waiting)).toMatchObject([
      { status: 'pending', paymentUrl: expect.stringContaining('/pay/') },
    ]);
    expect(await ordersOf(paid)).toMatchObject([{ status: 'paid' }, { status: 'cancelled', paymentUrl: null }]);
  });

  it('goes on where a process died: after the order, and after the platform answered', async () => {
    const dossierId = await at.submit([FEE]);
    const key = randomUUID();
    const body = { dossierId, method: 'nationalPlatform' };
    const first = await at.citizen.post('/payment/v1/orders', body, { idempotencyKey: key });
    // Died before the answer was kept.
    await at.system.sql('DELETE FROM payment.idempotency WHERE key = $1', [key]);
    expect((await at.citizen.post('/payment/v1/orders', body, { idempotencyKey: key })).body).toEqual(first.body);
    // Died while the platform was asked: the lease of the dead process holds for a while.
    await at.system.sql('DELETE FROM payment.idempotency WHERE key = $1', [key]);
    await at.system.sql(
      `UPDATE payment.payment_order SET status = 'created', payment_url = NULL, opening_until = now() + interval '1 minute' WHERE id = $1`,
      [first.body.id],
    );
    expect(await at.citizen.post('/payment/v1/orders', body, { idempotencyKey: key })).toMatchObject({
      status: 409,
      body: { code: 'IDEMPOTENCY.IN_FLIGHT' },
    });
    await at.system.sql('UPDATE payment.payment_order SET opening_until = now() WHERE id = $1', [first.body.id]);
    const last = await at.citizen.post('/payment/v1/orders', body, { idempotencyKey: key });
    expect(last).toMatchObject({
      status: 201,
      body: { id: first.body.id, reference: first.body.reference, paymentUrl: first.body.paymentUrl },
    });
    expect(await ordersOf(dossierId)).toHaveLength(1);
  });

  it('says what the platform says when that refuses, and leaves other ways open', async () => {
    const dossierId = await at.submit([FEE]);
    at.platform.misbehave({ requests: 'refuse' });
    const refused = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    expect(refused).toMatchObject({ status: 502, body: { code: 'PAYMENT.PLATFORM_REFUSED', platformCode: '96' } });
    expect(await ordersOf(dossierId)).toMatchObject([{ status: 'failed' }]);
    expect((await at.citizen.post('/payment/v1/orders', { dossierId, method: 'counter' })).status).toBe(201);
  });

  it('tells every wrong field at once', async () => {
    const { status, body } = await at.citizen.post('/payment/v1/orders', {
      dossierId: 'x',
      method: 'gold',
      collect: ['never'],
      amount: 1,
    });
    expect(status).toBe(422);
    expect(body.code).toBe('REQUEST.INVALID');
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/amount',
      '/collect',
      '/dossierId',
      '/method',
    ]);
  });

  it('is refused to strangers, without a token, and for a dossier that is not known yet', async () => {
    const dossierId = await at.submit([FEE]);
    const body = { dossierId, method: 'counter' };
    expect((await at.stranger.post('/payment/v1/orders', body)).status).toBe(404);
    expect((await at.system.anonymous().post('/payment/v1/orders', body)).status).toBe(401);
    expect((await at.admin.post('/payment/v1/orders', body)).status).toBe(403);
    const unknown = await at.citizen.post('/payment/v1/orders', { ...body, dossierId: randomUUID() });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'NOT_YET_KNOWN' } });
    const { body: placed } = await at.clerk.post('/payment/v1/orders', body);
    expect((await at.stranger.get(`/payment/v1/orders/${placed.id}`)).status).toBe(404);
    expect((await at.stranger.get(`/payment/v1/orders?dossierId=${dossierId}`)).body.items).toEqual([]);
    expect((await at.stranger.get(`/payment/v1/assessments/${dossierId}`)).status).toBe(404);
    expect((await at.citizen.get(`/payment/v1/orders/${placed.id}`)).status).toBe(200);
  });

  it.each([
    ['/payment/v1/orders?surprise=1', 400],
    ["/payment/v1/orders?status=' OR 1=1 --", 400],
    ['/payment/v1/receipts?dossierId=1;DROP TABLE receipt', 400],
    ['/payment/v1/transactions?cursor=bm90IG91cnM', 400],
    [`/payment/v1/transactions?cursor=${Buffer.from('["\' OR 1=1"]').toString('base64url')}`, 400],
    ['/payment/v1/transactions?limit=0', 400],
    ['/payment/v1/orders/not-a-uuid', 400],
  ])('refuses the parameters of %s', async (path, status) => {
    expect((await at.citizen.get(path)).status).toBe(status);
  });

  it('pages through a list with a cursor and a Link', async () => {
    const dossierId = await at.submit([FEE]);
    for (let count = 0; count < 5; count++)
      await at.citizen.post('/payment/v1/orders', { dossierId, method: 'counter' });
    const seen: string[] = [];
    let path: string | undefined = `/payment/v1/orders?dossierId=${dossierId}&limit=2`;
    while (path !== undefined) {
      const page = await at.citizen.get(path);
      seen.push(...page.body.items.map(({ id }: { id: string }) => id));
      path = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('is refused when twenty orders of the dossier are open', async () => {
    const dossierId = await at.submit([FEE]);
    const place = () => at.citizen.post('/payment/v1/orders', { dossierId, method: 'counter' });
    for (let n = 0; n < 20; n += 1) expect((await place()).status).toBe(201);
    expect(await place()).toMatchObject({ status: 409, body: { code: 'PAYMENT.TOO_MANY_OPEN_ORDERS', open: 20 } });
  });

  it('leads a payer back only to an origin that the province allows', async () => {
    const dossierId = await at.submit([FEE]);
    const order = (returnUrl: string) =>
      at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform', returnUrl });
    for (const elsewhere of [
      ...[
        'https://dichvucong.example.attacker.example/',
        'https://dichvucong.example@attacker.example/',
        'http://dichvucong.example/',
      ],
      ...['https://dichvucong.example:444/', 'https://attacker.example/https://dichvucong.example'],
    ]) {
      const { status, body } = await order(elsewhere);
      expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'PAYMENT.RETURN_NOT_ALLOWED', '/returnUrl']);
    }
    expect((await order('javascript:alert(1)')).body.code).toBe('REQUEST.INVALID');
    const { status, body } = await order('https://dichvucong.example/ho-so?ma=H48.12');
    expect([status, body.returnUrl]).toEqual([201, 'https://dichvucong.example/ho-so?ma=H48.12']);
    const paid = await fetch(body.paymentUrl, { method: 'POST', redirect: 'manual' });
    expect([paid.status, paid.headers.get('location')]).toEqual([303, 'https://dichvucong.example/ho-so?ma=H48.12']);
    expect((await at.citizen.get(`/payment/v1/orders/${body.id}`)).body.status).toBe('paid');
  });

  it("shows a transfer to the agency's own account of the day, with a VietQR code of what is still owed", async () => {
    const account = {
      number: '0351.1012.34',
      name: 'SO NONG NGHIEP VA MOI TRUONG',
      bank: 'Vietcombank',
      bankBin: '970436',
    };
    const terms = { series: [], accounts: [{ ...account, validFrom: '2026-11-24', validTo: null }] };
    expect((await at.admin.put('/payment/v1/collectors/H48.12', terms)).status).toBe(201);
    const dossierId = await at.submit([FEE]);
    const { body: order } = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'transfer' });
    const { number, name, bank } = account;
    expect(order.instructions).toMatchObject({ content: order.reference, account: { number, name, bank } });
    // Account, amount and reference, object by object; what the text is made of is its own spec's.
    const payee = '38540010A00000072701240006970436011003511012340208QRIBFTTA';
    expect(order.instructions.vietQr).toMatch(
      new RegExp(`^000201010212${payee}530370454061150005802VN62210817${order.reference}6304[0-9A-F]{4}$`),
    );
    const picture = await at.citizen.get(`/payment/v1/orders/${order.id}/vietqr`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    const again = await at.cashier.post(
      `/payment/v1/orders/${order.id}/transfer-confirmations`,
      { transaction: 'FT-PART-1', amount: 15_000 },
      { ifMatch: '"1"' },
    );
    expect(again.status).toBe(201);
    const part = (await at.citizen.get(`/payment/v1/orders/${order.id}`)).body;
    expect(part.instructions.vietQr).toContain('5406100000');
    const counter = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'counter' });
    expect(counter.body.instructions.vietQr).toBeNull();
    expect((await at.citizen.get(`/payment/v1/orders/${counter.body.id}/vietqr`)).body.code).toBe('PAYMENT.NO_VIETQR');
    const platform = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    const init = at.platform.requests.findLast(({ MaThamChieu }) => MaThamChieu === platform.body.reference)!;
    expect(JSON.parse(init['ThongTinBienLai']!)).toMatchObject({ TaiKhoanThuHuong: number, TenTaiKhoanThuHuong: name });
  });

  const closed = (reference: string) =>
    at.platform.requests.filter(
      (message) => message['MaThamChieu'] === reference && message['LoaiBanTin'] === 'CANCEL',
    );
  const close = async (): Promise<void> => {
    await at.system.sql(`UPDATE payment.payment_order SET close_at = now() - interval '1 second'`);
    await at.system.get('payment', CloseAtPlatform).sweep();
  };

  it('ends at the platform too once nothing is owed, also where the platform was away meanwhile', async () => {
    const dossierId = await at.submit([FEE]);
    const online = (await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' })).body;
    const counter = (await at.citizen.post('/payment/v1/orders', { dossierId, method: 'counter' })).body;
    const cash = { receiptNumber: 'BL-ENDS-1', amount: 115_000 };
    await at.cashier.post(`/payment/v1/orders/${counter.id}/cash-receipt`, cash, { ifMatch: '"1"' });
    at.platform.misbehave({ requests: 'down' });
    await close();
    expect(closed(online.reference)).toEqual([]);
    at.platform.misbehave({});
    await close();
    await close();
    expect(closed(online.reference)).toHaveLength(1);
    expect(await at.platform.pay(online.reference)).toEqual([]);
    const [row] = await at.system.sql('SELECT ask_at FROM payment.payment_order WHERE id = $1', [online.id]);
    expect(row).toEqual({ ask_at: null });
  });

  it('ends when its time is over: nobody is led to pay it, and what comes all the same is booked', async () => {
    const [late, still] = [await at.submit([FEE]), await at.submit([FEE])];
    const place = async (dossierId: string, method: string): Promise<Json> =>
      (await at.citizen.post('/payment/v1/orders', { dossierId, method })).body;
    const [online, transfer, paidThere, elsewhere] = [
      await place(late, 'nationalPlatform'),
      await place(late, 'transfer'),
      await place(still, 'nationalPlatform'),
      await place(still, 'counter'),
    ];
    const now = at.system.clock.now();
    expect(Temporal.Instant.from(online.expiresAt).since(now).total('hours')).toBeCloseTo(24, 0);
    expect(Temporal.Instant.from(transfer.expiresAt).since(now).total('hours')).toBeCloseTo(720, 0);
    // Paid there, and we do not hear of it.
    at.platform.misbehave({ lose: true });
    await at.platform.pay(paidThere.reference);
    at.platform.misbehave({});
    const statusOf = async ({ id }: Json): Promise<string> =>
      (await at.citizen.get(`/payment/v1/orders/${id}`)).body.status;
    await at.system.passTo(now.add({ hours: 25 }));
    await eventually(async () => (await statusOf(online)) === 'expired' && (await statusOf(paidThere)) === 'expired');
    expect([await statusOf(transfer), await statusOf(elsewhere)]).toEqual(['pending', 'pending']);
    expect((await at.citizen.get(`/payment/v1/orders/${online.id}`)).body).toMatchObject({
      paymentUrl: null,
      stillOwed: 115_000,
    });
    await close();
    expect([closed(online.reference), closed(paidThere.reference)].map(({ length }) => length)).toEqual([1, 1]);
    // The platform says that it was paid: it is asked, and the money settles what is owed.
    await at.sweep();
    expect(await statusOf(paidThere)).toBe('paid');
    expect(await statusOf(elsewhere)).toBe('cancelled');

    await at.system.passTo(now.add({ hours: 24 * 31 }));
    await eventually(async () => (await statusOf(transfer)) === 'expired');
    expect((await at.citizen.get(`/payment/v1/orders/${transfer.id}`)).body.instructions).toBeNull();
    // A transfer takes its days; a part of what is owed stays unallocated, the rest settles it.
    const confirm = async (transaction: string, amount: number) => {
      const { etag } = await at.cashier.get(`/payment/v1/orders/${transfer.id}`);
      const body = { transaction, amount };
      return at.cashier.post(`/payment/v1/orders/${transfer.id}/transfer-confirmations`, body, { ifMatch: etag });
    };
    expect((await confirm('FT-LATE-1', 15_000)).status).toBe(201);
    expect((await at.citizen.get(`/payment/v1/assessments/${late}`)).body).toMatchObject({
      unallocated: 15_000,
      owed: 100_000,
    });
    expect((await confirm('FT-LATE-2', 100_000)).body.order.status).toBe('paid');
    expect((await at.citizen.get(`/payment/v1/assessments/${late}`)).body).toMatchObject({ unallocated: 0, owed: 0 });
    expect(await verifyLedger({ query: (statement) => at.system.sql(statement) as never })).toEqual([]);
  });
});
