import { type Json } from '@motcua/testing';
import { verifyLedger } from '../persistence/verify-ledger.js';
import { CALLBACK, FEE, type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

describe('a confirmation of the platform', () => {
  let at: PaymentSystem;

  beforeAll(async () => {
    at = await startPaymentSystem();
  });

  beforeEach(() => at.platform.misbehave({}));
  afterAll(() => at.stop());

  const order = async (dossierId: string, method = 'nationalPlatform'): Promise<Json> =>
    (await at.citizen.post('/payment/v1/orders', { dossierId, method })).body;
  const send = (message: unknown) => at.system.anonymous().post(CALLBACK, message, { idempotencyKey: null });
  const ledger = async (dossierId: string): Promise<Json[]> =>
    (await at.cashier.get(`/payment/v1/transactions?dossierId=${dossierId}`)).body.items;
  const breaks = async (dossierId: string): Promise<Json[]> =>
    (await at.cashier.get(`/payment/v1/breaks?dossierId=${dossierId}`)).body.items;
  const refunds = async (dossierId: string): Promise<Json[]> =>
    (await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}`)).body.items;
  const types = async (dossierId: string): Promise<string[]> => (await at.published(dossierId)).map(({ type }) => type);
  const payByCash = async (dossierId: string, receiptNumber: string): Promise<Json> => {
    const { id } = await order(dossierId, 'counter');
    const body = { receiptNumber, amount: 115_000 };
    return (await at.cashier.post(`/payment/v1/orders/${id}/cash-receipt`, body, { ifMatch: '"1"' })).body;
  };

  it('that comes again gets the stored answer, byte for byte, and pays nothing twice', async () => {
    const dossierId = await at.submit([FEE]);
    const { reference } = await order(dossierId);
    const [first] = await at.platform.pay(reference);
    at.system.clock.moveTo(at.system.clock.now().add({ minutes: 5 }));
    const again = await at.platform.confirmAgain(reference);
    expect(JSON.parse(again.answer)).toMatchObject({
      MaLoi: '00',
      ThoiGianGD: expect.stringMatching(/^20261124\d{6}$/),
    });
    expect(again).toMatchObject({ status: 200, answer: first!.answer });
    expect(await ledger(dossierId)).toHaveLength(1);
  });

  it('that comes eight times at once pays once', async () => {
    const dossierId = await at.submit([FEE]);
    const { reference } = await order(dossierId);
    at.platform.misbehave({ times: 8, concurrently: true });
    const answers = await at.platform.pay(reference);
    expect(new Set(answers.map(({ status, answer }) => `${status} ${answer}`)).size).toBe(1);
    expect(await ledger(dossierId)).toMatchObject([{ kind: 'payment', amount: 115_000 }]);
    expect((await types(dossierId)).filter((type) => type === 'vn.motcua.payment.received.v1')).toHaveLength(1);
    expect((await at.citizen.get(`/payment/v1/receipts?dossierId=${dossierId}`)).body.items).toHaveLength(1);
  });

  it('with a hash that does not fit is refused, recorded, and changes nothing', async () => {
    const dossierId = await at.submit([FEE]);
    const { id, reference } = await order(dossierId);
    at.platform.misbehave({ badHash: true, times: 2 });
    const answers = await at.platform.pay(reference);
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect(JSON.parse(answers[0]!.answer)).toMatchObject({ MaLoi: '97', MaThamChieu: '', MaXacThuc: '' });
    expect(await breaks(dossierId)).toMatchObject([{ kind: 'badHash', orderId: id, status: 'open', occurrences: 1 }]);
    expect((await at.citizen.get(`/payment/v1/orders/${id}`)).body.status).toBe('pending');
    expect(await ledger(dossierId)).toEqual([]);
    // Anybody could have sent it: others are not told.
    expect(await types(dossierId)).toEqual(['vn.motcua.fee.assessed.v1']);
  });

  it('that is forged opens nothing that an officer has resolved, however often it comes', async () => {
    const dossierId = await at.submit([FEE]);
    const { reference } = await order(dossierId);
    at.platform.misbehave({ badHash: true });
    await at.platform.pay(reference);
    const [found] = await breaks(dossierId);
    const { etag } = await at.cashier.get(`/payment/v1/breaks/${found.id}`);
    await at.cashier.post(`/payment/v1/breaks/${found.id}/resolution`, { note: 'forged' }, { ifMatch: etag });
    at.platform.misbehave({ badHash: true, times: 20, concurrently: true });
    expect((await at.platform.pay(reference)).every(({ status }) => status === 403)).toBe(true);
    await at.system.sql(`UPDATE payment.payment_break SET last_seen_at = last_seen_at - interval '1 hour'`);
    await at.platform.pay(reference);
    expect(await breaks(dossierId)).toMatchObject([{ status: 'resolved', occurrences: 2, note: 'forged' }]);
  });

  it.each([
    ['an altered amount', (message: Record<string, string>) => ({ ...message, SoTien: '1' })],
    ['an altered outcome', (message: Record<string, string>) => ({ ...message, MaLoi: '24' })],
    ['another reference', (message: Record<string, string>) => ({ ...message, MaThamChieu: 'H4826112499999999' })],
    ['no hash', ({ MaXacThuc: _, ...message }: Record<string, string>) => message],
  ])('with %s under a right hash of something else is refused', async (_, alter) => {
    const dossierId = await at.submit([FEE]);
    const { id, reference } = await order(dossierId);
    at.platform.payments.get(reference)!.state = '1';
    const answer = await send(alter(at.platform.confirmationOf(reference)));
    expect(answer).toMatchObject({ status: 403, body: { MaLoi: '97' } });
    expect((await at.citizen.get(`/payment/v1/orders/${id}`)).body.status).toBe('pending');
  });

  it('whose field hides a separator is refused: its hash would fit other fields too', async () => {
    const dossierId = await at.submit([FEE]);
    const { id, reference } = await order(dossierId);
    const known = at.platform.payments.get(reference)!;
    at.platform.payments.set(reference, { ...known, state: '1', description: 'one|two' });
    const message = at.platform.confirmationOf(reference);
    // The same bytes are hashed when the border between the last two fields moves.
    const moved = { ...message, ThoiGianGD: `${message['ThoiGianGD']}|one`, ThongTinGiaoDich: 'two' };
    for (const one of [message, moved]) {
      expect(await send(one)).toMatchObject({ status: 400, body: { MaLoi: '99', MaXacThuc: '' } });
    }
    expect((await at.citizen.get(`/payment/v1/orders/${id}`)).body.status).toBe('pending');
  });

  it.each([[[]], [{ LoaiBanTin: { a: 1 } }], [{ MaThamChieu: 'x'.repeat(501) }]])(
    'that is no message at all (%j) is refused in its own words',
    async (body) => {
      expect(await send(body)).toMatchObject({ status: 400, body: { MaLoi: '99' } });
    },
  );

  it('with a wrong amount is a break, answered with another code, again and again the same', async () => {
    const dossierId = await at.submit([FEE]);
    const { id, reference } = await order(dossierId);
    at.platform.misbehave({ amount: 11_500, times: 3 });
    const answers = await at.platform.pay(reference);
    expect(new Set(answers.map(({ answer }) => answer)).size).toBe(1);
    expect(JSON.parse(answers[0]!.answer)).toMatchObject({ MaLoi: '02', MaThamChieu: reference });
    expect(await breaks(dossierId)).toMatchObject([
      { kind: 'amountDiffers', orderId: id, ours: '115000', theirs: '11500', occurrences: 1 },
    ]);
    // What came is in the books; its sender was told that the order is for more.
    expect(await ledger(dossierId)).toMatchObject([{ kind: 'payment', amount: 11_500 }]);
    expect((await at.citizen.get(`/payment/v1/assessments/${dossierId}`)).body).toMatchObject({
      owed: 103_500,
      unallocated: 11_500,
      balance: 11_500,
    });
    expect(await at.published(dossierId)).toMatchObject([
      {},
      { type: 'vn.motcua.payment.part-received.v1', data: { amount: 11_500, stillOwed: 103_500 } },
      { type: 'vn.motcua.payment.break-found.v1', data: { kind: 'amountDiffers', theirs: '11500' } },
      { type: 'vn.motcua.payment.unallocated-changed.v1', data: { unallocated: 11_500 } },
    ]);

    // The platform still knows what was really paid: asking for it settles the order, and the break stays visible.
    at.platform.misbehave({});
    await at.sweep();
    expect((await at.citizen.get(`/payment/v1/orders/${id}`)).body.status).toBe('paid');
    const entered = await ledger(dossierId);
    expect(entered.map(({ kind, amount, transaction }) => [kind, amount, transaction])).toEqual([
      ['payment', 103_500, entered[0]!.transaction],
      ['payment', 11_500, entered[0]!.transaction],
    ]);
  });

  it('of a reference that we never gave is a break that every cashier sees', async () => {
    const dossierId = await at.submit([FEE]);
    const { reference } = await order(dossierId);
    at.platform.payments.set('H0000000000000001', {
      ...at.platform.payments.get(reference)!,
      reference: 'H0000000000000001',
      state: '1',
      transaction: 'GD-X',
    });
    const first = await at.platform.confirmAgain('H0000000000000001');
    const second = await at.platform.confirmAgain('H0000000000000001');
    expect(JSON.parse(first.answer)).toMatchObject({ MaLoi: '01' });
    expect(second.answer).toBe(first.answer);
    const found = (await at.cashier.get('/payment/v1/breaks?kind=unknownReference')).body.items;
    expect(found).toMatchObject([
      { reference: 'H0000000000000001', dossierId: null, theirs: '115000', occurrences: 1 },
    ]);

    // The money is here: it is in the books once, and an officer finds for which order it was meant.
    const loose = async () =>
      (await at.cashier.get('/payment/v1/unallocated-money')).body.items.filter(
        (one: Json) => one.reference === 'H0000000000000001',
      );
    const [money] = await loose();
    expect(await loose()).toMatchObject([{ dossierId: null, amount: 115_000, transaction: 'GD-X' }]);
    const path = `/payment/v1/unallocated-money/${money.id}/allocation`;
    const body = { orderId: (await order(dossierId)).id, note: 'sao kê ghi tên người nộp' };
    expect((await at.citizen.post(path, body, { ifMatch: '"1"' })).status).toBe(403);
    expect(await at.cashier.post(path, body, { ifMatch: '"1"' })).toMatchObject({
      status: 201,
      body: { status: 'paid' },
    });
    expect((await at.cashier.post(path, body, { ifMatch: '"2"' })).body.code).toBe('PAYMENT.MONEY_ALLOCATED');
    expect(await loose()).toEqual([]);
    expect((await at.cashier.get('/payment/v1/breaks?kind=unknownReference')).body.items).toMatchObject([
      { status: 'resolved', bookedBy: { act: 'allocation' } },
    ]);
    // Under the reference that the platform's statement names.
    expect(await ledger(dossierId)).toMatchObject([
      { kind: 'payment', amount: 115_000, transaction: 'GD-X', reference: 'H0000000000000001' },
    ]);
    expect((await at.citizen.get(`/payment/v1/assessments/${dossierId}`)).body).toMatchObject({ owed: 0 });
    expect(await verifyLedger({ query: (statement) => at.system.sql(statement) })).toEqual([]);
  });

  it('that comes after the fee was paid at the counter is no second payment: its money is listed for refund', async () => {
    const dossierId = await at.submit([FEE]);
    const { id, reference } = await order(dossierId);
    expect(await payByCash(dossierId, 'BL-LATE-1')).toMatchObject({ status: 'paid', cashReceiptNumber: 'BL-LATE-1' });
    const [answer] = await at.platform.pay(reference);
    expect(JSON.parse(answer!.answer)).toMatchObject({ MaLoi: '00' });
    expect((await at.citizen.get(`/payment/v1/orders/${id}`)).body).toMatchObject({ status: 'refundable' });
    expect(await refunds(dossierId)).toMatchObject([
      { amount: 115_000, reason: 'lateSuccess', status: 'listed', orderId: id },
    ]);
    expect(await breaks(dossierId)).toMatchObject([{ kind: 'lateSuccess', orderId: id }]);
    expect((await at.citizen.get(`/payment/v1/assessments/${dossierId}`)).body).toMatchObject({
      owed: 0,
      balance: 230_000,
    });
    expect((await types(dossierId)).filter((type) => type === 'vn.motcua.payment.received.v1')).toHaveLength(1);
  });

  it('of a second charge of the same order is listed for refund', async () => {
    const dossierId = await at.submit([FEE]);
    const { id, reference } = await order(dossierId);
    at.platform.misbehave({ chargeTwice: true });
    await at.platform.pay(reference);
    expect((await ledger(dossierId)).map(({ kind }) => kind).sort()).toEqual(['payment', 'surplus']);
    expect(await refunds(dossierId)).toMatchObject([{ amount: 115_000, reason: 'paidTwice', orderId: id }]);
  });

  it('of a failure fails the order, and locks nobody out; a late success of it is still a payment', async () => {
    const dossierId = await at.submit([FEE]);
    const first = await order(dossierId);
    at.platform.misbehave({ fail: '24' });
    const [failed] = await at.platform.pay(first.reference);
    expect(JSON.parse(failed!.answer)).toMatchObject({ MaLoi: '00' });
    expect((await at.citizen.get(`/payment/v1/orders/${first.id}`)).body.status).toBe('failed');
    expect((await order(dossierId)).status).toBe('pending');
    at.platform.misbehave({});
    await at.platform.pay(first.reference);
    expect((await at.citizen.get(`/payment/v1/orders/${first.id}`)).body.status).toBe('paid');
  });

  it('that was lost loses no payment: the platform is asked, and the callback that comes in the end is known', async () => {
    const dossierId = await at.submit([FEE]);
    const { id, reference } = await order(dossierId);
    at.platform.misbehave({ lose: true });
    await at.platform.pay(reference);
    await at.sweep();
    expect((await at.citizen.get(`/payment/v1/orders/${id}`)).body.status).toBe('paid');
    const late = await at.platform.confirmAgain(reference);
    expect(JSON.parse(late.answer)).toMatchObject({ MaLoi: '00' });
    expect((await at.platform.confirmAgain(reference)).answer).toBe(late.answer);
    expect(await ledger(dossierId)).toHaveLength(1);
  });

  it('that overtakes the answer to INIT is kept', async () => {
    const dossierId = await at.submit([FEE]);
    at.platform.misbehave({ beforeInitAnswer: true });
    const placed = await order(dossierId);
    expect(placed).toMatchObject({ status: 'paid', paymentUrl: expect.stringContaining('/pay/') });
    expect(await ledger(dossierId)).toHaveLength(1);
  });

  it("leaves breaks that only the agency's cashier sees, and resolves with a note, once", async () => {
    const dossierId = await at.submit([FEE]);
    const { reference } = await order(dossierId);
    at.platform.misbehave({ amount: 5 });
    await at.platform.pay(reference);
    const [found] = await breaks(dossierId);
    const elsewhere = await at.system.as({ sub: 'cashier-2', roles: ['cashier'], agency: 'H48.13' });
    expect((await elsewhere.get(`/payment/v1/breaks?dossierId=${dossierId}`)).body.items).toEqual([]);
    expect((await elsewhere.get(`/payment/v1/breaks/${found.id}`)).status).toBe(404);
    expect((await at.citizen.get(`/payment/v1/breaks?dossierId=${dossierId}`)).status).toBe(403);
    const { etag } = await at.cashier.get(`/payment/v1/breaks/${found.id}`);
    const path = `/payment/v1/breaks/${found.id}/resolution`;
    expect((await elsewhere.post(path, { note: 'x' }, { ifMatch: etag })).status).toBe(404);
    expect((await at.cashier.post(path, { note: 'đã đối chiếu với nền tảng' })).status).toBe(428);
    expect(await at.cashier.post(path, { note: 'đã đối chiếu với nền tảng' }, { ifMatch: etag })).toMatchObject({
      status: 201,
      body: { status: 'resolved', resolvedBy: 'cashier-1', note: 'đã đối chiếu với nền tảng' },
    });
    expect(await at.cashier.post(path, { note: 'again' }, { ifMatch: '"2"' })).toMatchObject({
      status: 409,
      body: { code: 'PAYMENT.BREAK_RESOLVED' },
    });
  });
});
