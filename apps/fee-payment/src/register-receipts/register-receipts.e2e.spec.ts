import { DossierWithdrawnV1, sampleOf } from '@motcua/contracts';
import { type RunningReceiptProvider, startReceiptProvider } from '@motcua/payment-platform-simulator';
import { newId } from '@motcua/kernel';
import { type ApiClient, eventually, type Json, pdfText } from '@motcua/testing';
import { FEE, type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';
import { RegisterReceipts } from './register-receipts.js';

const TOKEN = 'token-of-the-test-provider';
const letters = (text: string): string => text.replaceAll(/\s/g, '');

describe('the provider of electronic receipts', () => {
  let at: PaymentSystem;
  let running: RunningReceiptProvider;
  let leader: ApiClient;

  beforeAll(async () => {
    running = await startReceiptProvider({ token: TOKEN });
    // The specs sweep themselves.
    at = await startPaymentSystem({
      MOTCUA_RECEIPT_PROVIDER_URL: `${running.url}/`,
      MOTCUA_RECEIPT_PROVIDER_TOKEN: TOKEN,
      MOTCUA_RECEIPT_PROVIDER_POLL_MS: '86400000',
      MOTCUA_RECEIPT_PROVIDER_TIMEOUT_MS: '2000',
      MOTCUA_RECEIPT_PROVIDER_RETRY_SECONDS: '3600',
    });
    leader = await at.system.as({ sub: 'leader-1', roles: ['leader'], agency: 'H48.12' });
  });
  beforeEach(() => running.provider.misbehave({}));
  afterAll(async () => {
    await at.stop();
    await running.stop();
  });

  const paid = async (): Promise<Json> => {
    const dossierId = await at.submit([FEE]);
    const { body: order } = await at.clerk.post('/payment/v1/orders', { dossierId, method: 'counter' });
    const cash = { receiptNumber: `BL-${newId()}`, amount: 115_000 };
    const taken = await at.cashier.post(`/payment/v1/orders/${order.id}/cash-receipt`, cash, { ifMatch: '"1"' });
    expect(taken).toMatchObject({ status: 201, body: { status: 'paid' } });
    return (await at.cashier.get(`/payment/v1/receipts?dossierId=${dossierId}`)).body.items[0];
  };
  const sweep = async (): Promise<void> => {
    await at.system.sql(`UPDATE payment.receipt_registration SET next_at = now() - interval '1 second'`);
    await at.system.get<RegisterReceipts>('payment', RegisterReceipts).sweep();
  };
  const stateOf = async ({ id }: Json, act = 'issue'): Promise<Json> =>
    (
      await at.system.sql(
        'SELECT state, code, trouble FROM payment.receipt_registration WHERE receipt_id = $1 AND act = $2',
        [id, act],
      )
    )[0];
  const sent = ({ id }: Json): string[] => running.provider.requests.filter((line) => line.includes(id));
  const textOf = async ({ id }: Json): Promise<string> => {
    const authorization = `Bearer ${await at.system.issuer.token({ sub: 'cashier-1', roles: ['cashier'], agency: 'H48.12' })}`;
    const response = await fetch(`${at.system.url}/payment/v1/receipts/${id}/content`, { headers: { authorization } });
    return letters(pdfText(Buffer.from(await response.arrayBuffer())));
  };

  it('is told of each receipt once, after the payment, and what it signed stands on the paper from then on', async () => {
    const receipt = await paid();
    const before = await textOf(receipt);
    await sweep();
    await sweep();
    expect(sent(receipt)).toEqual([`PUT /v1/receipts/${receipt.id}`]);
    const { code, content } = running.provider.receipts.get(receipt.id)!;
    expect(content).toEqual({
      ...{ form: '01BLP0-001', symbol: 'PH-26E', number: receipt.serial, kind: 'phi', issuedAt: receipt.issuedAt },
      collector: { agency: 'H48.12', name: 'Sở Nông nghiệp và Môi trường', taxCode: null },
      payer: { name: 'Nguyễn Thị Mẫu', address: 'Tổ 3, phường Cẩm Thành, tỉnh Quảng Ngãi' },
      lines: [{ name: 'Khoản PHI-THAM-DINH', amount: 115_000 }],
      ...{ amount: 115_000, amountInWords: 'Một trăm mười lăm nghìn đồng', replaces: null, adjusts: null },
    });
    expect(await stateOf(receipt)).toEqual({ state: 'registered', code, trouble: null });
    expect(before).not.toContain(code);
    expect(await textOf(receipt)).toContain(letters(`Mã của đơn vị cung cấp biên lai điện tử: ${code}`));
  });

  it.each([['down'], ['hang'], ['garbled'], ['fail']] as const)(
    'delays nobody while it is away (%s), and has the receipt in the end, once',
    async (requests) => {
      running.provider.misbehave({ requests });
      const receipt = await paid();
      await sweep();
      expect(await stateOf(receipt)).toMatchObject({
        state: 'waiting',
        code: null,
        trouble: expect.stringMatching(/provider|500/),
      });
      running.provider.misbehave({});
      await sweep();
      expect(await stateOf(receipt)).toMatchObject({ state: 'registered', trouble: null });
      // It is asked before the receipt is sent again.
      expect(sent(receipt).slice(-2)).toEqual([`GET /v1/receipts/${receipt.id}`, `PUT /v1/receipts/${receipt.id}`]);
    },
  );

  it('hears that a receipt is void before it has the one in its place, which names it', async () => {
    const wrong = await paid();
    const { body: right } = await at.cashier.post(`/payment/v1/receipts/${wrong.id}/replacement`, {
      reason: 'Ghi sai tên người nộp',
    });
    await sweep();
    await sweep();
    await sweep();
    expect([...sent(wrong), ...sent(right)]).toEqual([
      `PUT /v1/receipts/${wrong.id}`,
      `PUT /v1/receipts/${wrong.id}/cancellation`,
      `PUT /v1/receipts/${right.id}`,
    ]);
    const all = running.provider.requests;
    expect(all.indexOf(`PUT /v1/receipts/${right.id}`)).toBeGreaterThan(
      all.indexOf(`PUT /v1/receipts/${wrong.id}/cancellation`),
    );
    expect(running.provider.receipts.get(right.id)!.content).toMatchObject({
      replaces: `PH-26E ${wrong.serial}`,
      adjusts: null,
    });
  });

  it('that lost its answer after having taken the receipt is asked, and not sent it again', async () => {
    running.provider.misbehave({ requests: 'loseAnswer', times: 1 });
    const receipt = await paid();
    await sweep();
    expect(await stateOf(receipt)).toMatchObject({ state: 'waiting' });
    await sweep();
    expect(sent(receipt)).toEqual([`PUT /v1/receipts/${receipt.id}`, `GET /v1/receipts/${receipt.id}`]);
    expect(await stateOf(receipt)).toMatchObject({
      state: 'registered',
      code: running.provider.receipts.get(receipt.id)!.code,
    });
  });

  it('that refuses a receipt says why, which is seen with the receipt and in the figures, and is tried again', async () => {
    running.provider.misbehave({ requests: 'refuse' });
    const receipt = await paid();
    await sweep();
    const shown = async (): Promise<Json> =>
      (await at.cashier.get(`/payment/v1/receipts/${receipt.id}`)).body.registration;
    expect(await shown()).toMatchObject({
      state: 'refused',
      trouble: '422 REFUSED Chưa đăng ký sử dụng biên lai',
      code: null,
    });
    const refused = async (): Promise<string | undefined> =>
      /unregistered_receipts\{state="refused",[^}]*\} (\d+)/.exec(
        await (await fetch(`${at.system.url}/payment/metrics`)).text(),
      )?.[1];
    expect(await refused()).toBe('1');
    running.provider.misbehave({});
    await sweep();
    expect(await shown()).toMatchObject({ state: 'registered', trouble: null });
    // What was scraped is shown for a while.
    await eventually(async () => (await refused()) === '0');
  });

  it('hears that a receipt is void only after it has the receipt, and once', async () => {
    const receipt = await paid();
    const [entry] = (await at.cashier.get(`/payment/v1/transactions?dossierId=${receipt.dossierId}`)).body.items;
    const mistake = { transactionId: entry.id, reason: 'wrongOrder', note: 'Ghi nhầm hồ sơ' };
    const proposed = await at.cashier.post('/payment/v1/reversals', mistake);
    const approval = { approved: true, note: 'Đồng ý' };
    const approved = await leader.post(`/payment/v1/reversals/${proposed.body.id}/approval`, approval, {
      ifMatch: proposed.etag,
    });
    expect([proposed.status, approved.status]).toEqual([201, 201]);
    running.provider.misbehave({ requests: 'loseAnswer', times: 1 });
    await sweep();
    expect(await stateOf(receipt, 'cancel')).toMatchObject({ state: 'waiting' });
    await sweep();
    await sweep();
    await sweep();
    expect(await stateOf(receipt, 'cancel')).toMatchObject({ state: 'registered' });
    expect(sent(receipt).filter((line) => line.endsWith('/cancellation'))).toHaveLength(1);
    expect(running.provider.receipts.get(receipt.id)!.cancelled).toMatchObject({
      reason: 'Ghi nhầm, đã hủy bút toán thu tiền',
    });
    expect(await textOf(receipt)).toContain('ĐÃHỦY');
  });

  it('hears of the receipt that adjusts another after it has that one, which it names, once, also where it was away', async () => {
    const receipt = await paid();
    const { dossierId } = receipt;
    await at.system.foreign.deliver(DossierWithdrawnV1, dossierId, { ...sampleOf(DossierWithdrawnV1), dossierId });
    const refund = async (): Promise<Json> =>
      (await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}`)).body.items[0];
    const { id } = await eventually(refund);
    const step = async (who: ApiClient, what: string, body: object): Promise<void> => {
      const { etag } = await at.admin.get(`/payment/v1/refunds/${id}`);
      expect((await who.post(`/payment/v1/refunds/${id}/${what}`, body, { ifMatch: etag })).status).toBe(201);
    };
    await step(at.cashier, 'proposal', { decision: 'refund', amount: 15_000, note: 'Hoàn trả một phần' });
    await step(leader, 'approval', { approved: true, note: 'Đồng ý' });
    await step(at.cashier, 'payout', { transaction: 'PC-9' });
    const { items } = (await at.cashier.get(`/payment/v1/receipts?dossierId=${dossierId}`)).body;
    const adjusting = items.find(({ adjusts }: Json) => adjusts === receipt.id);
    running.provider.misbehave({ requests: 'loseAnswer', times: 2 });
    for (let n = 0; n < 4; n += 1) await sweep();
    expect([...sent(receipt), ...sent(adjusting)]).toEqual([
      ...[`PUT /v1/receipts/${receipt.id}`, `GET /v1/receipts/${receipt.id}`],
      ...[`GET /v1/receipts/${receipt.id}`, `PUT /v1/receipts/${adjusting.id}`],
    ]);
    expect(running.provider.receipts.get(adjusting.id)!.content).toMatchObject({
      ...{ amount: 15_000, amountInWords: 'Mười lăm nghìn đồng', replaces: null, adjusts: `PH-26E ${receipt.serial}` },
      lines: [{ name: `Điều chỉnh giảm biên lai ký hiệu PH-26E, số ${receipt.serial}`, amount: 15_000 }],
    });
    expect(await stateOf(adjusting)).toMatchObject({ state: 'registered', trouble: null });
    expect(await textOf(adjusting)).toContain(letters('Mã của đơn vị cung cấp biên lai điện tử'));
  });

  it('never hears of receipts that the agency prints itself', async () => {
    const series = [{ kind: 'phi', form: '01BLP2-001', symbol: 'AA-26T', validFrom: '2026-11-24', validTo: null }];
    expect((await leader.put('/payment/v1/collectors/H48.12', { series, accounts: [] })).status).toBe(201);
    const receipt = await paid();
    await sweep();
    expect([receipt.symbol, await stateOf(receipt), sent(receipt)]).toEqual(['AA-26T', undefined, []]);
  });
});
