import { buffer } from 'node:stream/consumers';
import { DossierWithdrawnV1, ReceiptIssuedV1, sampleOf } from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { FileStore, UnitOfWork } from '@motcua/platform';
import { type ApiClient, eventually, type Json, pdfText } from '@motcua/testing';
import { FileReceipts } from '../file-receipts/file-receipts.js';
import { type NewReceipt, numbered } from '../persistence/receipts.js';
import { verifyLedger } from '../persistence/verify-ledger.js';
import { FEE, type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

const CHARGE = { code: 'LP-CAP-PHEP', kind: 'lePhi' as const, net: 20_000 };
const letters = (text: string): string => text.replaceAll(/\s/g, '');

describe('a receipt', () => {
  let at: PaymentSystem;
  let leader: ApiClient;

  beforeAll(async () => {
    at = await startPaymentSystem({ MOTCUA_RECEIPT_LOOKUPS_PER_MINUTE: '60' });
    leader = await at.system.as({ sub: 'leader-1', roles: ['leader'], agency: 'H48.12' });
  });

  afterAll(() => at.stop());

  const receiptsOf = async (dossierId: string): Promise<Json[]> =>
    (await at.cashier.get(`/payment/v1/receipts?dossierId=${dossierId}`)).body.items;
  /** Paid in cash by a cashier whose token has a name. */
  const paid = async (
    lines = [FEE],
    receiptNumber = `BL-${newId()}`,
    before = async (_dossierId: string): Promise<void> => {},
  ): Promise<Json> => {
    const dossierId = await at.submit(lines);
    await before(dossierId);
    const { body: order } = await at.clerk.post('/payment/v1/orders', { dossierId, method: 'counter' });
    const cashier = await at.system.as({
      sub: 'cashier-1',
      name: 'Trần Văn Thu',
      roles: ['cashier'],
      agency: 'H48.12',
    });
    const cash = { receiptNumber, amount: lines.reduce((sum, { net }) => sum + net, 0) };
    const taken = await cashier.post(`/payment/v1/orders/${order.id}/cash-receipt`, cash, { ifMatch: '"1"' });
    expect(taken.status).toBe(201);
    const receipts = await receiptsOf(dossierId);
    return receipts.find(({ kind }) => kind === lines[0]!.kind)!;
  };
  const replace = (id: string, body: Json, client = at.cashier): Promise<Json> =>
    client.post(`/payment/v1/receipts/${id}/replacement`, body);
  const shown = async (id: string): Promise<Json> => (await at.cashier.get(`/payment/v1/receipts/${id}`)).body;
  const faults = () => verifyLedger({ query: (statement) => at.system.sql(statement) });
  const contentOf = async (id: string): Promise<{ status: number; bytes: Buffer }> => {
    const authorization = `Bearer ${await at.system.issuer.token({ sub: 'cashier-1', roles: ['cashier'], agency: 'H48.12' })}`;
    const response = await fetch(`${at.system.url}/payment/v1/receipts/${id}/content`, { headers: { authorization } });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  it('has form, symbol and number, payer, amount in words, collector and a look-up code, in print and in the register', async () => {
    const receipt = await paid();
    expect(receipt).toMatchObject({
      ...{ agency: 'H48.12', form: '01BLP0-001', symbol: 'PH-26E', number: `H48.12-PH-26E-${receipt.serial}` },
      ...{ amount: 115_000, amountInWords: 'Một trăm mười lăm nghìn đồng', collectedBy: 'cashier-1' },
      lookupCode: expect.stringMatching(/^[A-HJ-NP-Z2-9]{12}$/),
    });
    const text = letters(pdfText((await contentOf(receipt.id)).bytes));
    for (const words of [
      ...[
        'BIÊN LAI THU PHÍ',
        'Mẫu số: 01BLP0-001',
        'Ký hiệu: PH-26E',
        `Số: ${receipt.serial}`,
        'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
      ],
      ...[
        'Người nộp tiền: Nguyễn Thị Mẫu',
        'Tổ 3, phường Cẩm Thành',
        '115.000 đồng',
        'Một trăm mười lăm nghìn đồng',
        'Trần Văn Thu',
      ],
      ...[receipt.lookupCode.match(/.{4}/g)!.join('-'), `/bien-lai/${receipt.lookupCode}`, 'Tiền mặt tại quầy'],
    ])
      expect(text).toContain(letters(words));
  });

  it('waits for the name of its payer, stays as it was first printed, and keeps the name of none who was erased before', async () => {
    const receipt = await paid([FEE], undefined, async (dossierId) => {
      await at.system.sql('DELETE FROM payment.dossier_applicant WHERE dossier_id = $1', [dossierId]);
    });
    expect((await contentOf(receipt.id)).status).toBe(404);
    await at.name(receipt.dossierId, 'Nguyễn Thị Mẫu');
    const first = await eventually(async () => {
      const content = await contentOf(receipt.id);
      return content.status === 200 && content;
    });
    await at.name(receipt.dossierId, 'Tên Khác');
    const erased = await paid([FEE], undefined, async (dossierId) => {
      await at.name(dossierId, null);
      const ERASED = 'SELECT FROM payment.dossier_applicant WHERE dossier_id = $1 AND sealed IS NULL';
      await eventually(async () => (await at.system.sql(ERASED, [dossierId])).length === 1);
    });
    expect((await contentOf(receipt.id)).bytes.equals(first.bytes)).toBe(true);
    expect(letters(pdfText((await contentOf(erased.id)).bytes))).not.toContain(letters('Nguyễn Thị Mẫu'));
  });

  it('is kept without a name that could be read in the database', async () => {
    const receipt = await paid();
    await contentOf(receipt.id);
    const [rows] = await at.system.sql<{ text: string }>(
      `SELECT string_agg(t::text, ' ') AS text FROM (SELECT to_jsonb(r) AS t FROM payment.receipt r UNION ALL SELECT to_jsonb(a) FROM payment.dossier_applicant a
         UNION ALL SELECT to_jsonb(p) FROM payment.issued_paper p) AS t`,
    );
    expect(rows!.text).toContain(receipt.number);
    expect(rows!.text).not.toContain('Nguyễn Thị Mẫu');
  });

  it('is looked up by its code by anybody, as JSON and as a page, and names nobody', async () => {
    const { lookupCode, serial } = await paid();
    const anybody = at.system.anonymous();
    const typed = `${lookupCode.slice(0, 4)}-${lookupCode.slice(4, 8).toLowerCase()} ${lookupCode.slice(8)}`;
    const found = await anybody.get(`/payment/v1/receipt-lookup/${encodeURIComponent(typed)}`);
    expect([found.status, found.body]).toEqual([
      200,
      {
        ...{
          agencyName: 'Sở Nông nghiệp và Môi trường',
          taxCode: null,
          kind: 'phi',
          form: '01BLP0-001',
          symbol: 'PH-26E',
        },
        ...{ serial, amount: 115_000, amountInWords: 'Một trăm mười lăm nghìn đồng', refunded: 0, status: 'valid' },
        ...{ issuedAt: expect.stringContaining('2026-11-24T'), voidedAt: null, replacedBy: null },
        ...{ adjustedBy: [], adjusts: null },
      },
    ]);
    const page = await fetch(`${at.system.url}/payment/bien-lai/${lookupCode}`, {
      headers: { 'accept-language': 'vi' },
    });
    const html = await page.text();
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'none'"),
    ]);
    for (const words of ['Biên lai thu phí', 'Biên lai còn giá trị', '115.000 đồng', serial])
      expect(html).toContain(words);
    for (const text of [html, JSON.stringify(found.body)]) {
      expect(text).not.toContain('Nguyễn Thị Mẫu');
      expect(text).not.toContain('Trần Văn Thu');
      expect(text).not.toContain('cashier-1');
    }
  });

  it('is not found under a code that is none, also on the page, which shows nothing that was typed as markup', async () => {
    expect((await at.system.anonymous().get('/payment/v1/receipt-lookup/AAAABBBBCCCC')).status).toBe(404);
    const page = await fetch(`${at.system.url}/payment/bien-lai?code=${encodeURIComponent('<b>x</b>')}&lang=en`);
    const html = await page.text();
    expect([page.status, html.includes('There is no receipt with this look-up code')]).toEqual([404, true]);
    expect(html).not.toContain('<b>x</b>');
  });

  it('is found in the register by number, by day, by agency, by series and by whether it holds', async () => {
    const receipt = await paid([FEE, CHARGE]);
    const numbers = async (query: string): Promise<string[]> =>
      (await at.cashier.get(`/payment/v1/receipts?limit=200&${query}`)).body.items.map(({ number }: Json) => number);
    const serial = Number(receipt.serial);
    expect(await numbers(`symbol=PH-26E&serial=${serial}&agency=H48.12`)).toEqual([receipt.number]);
    expect(await numbers(`serial=${serial}&agency=000.00.12.H48&kind=phi`)).toEqual([receipt.number]);
    expect(await numbers('from=2026-11-24&to=2026-11-24&status=valid')).toContain(receipt.number);
    expect(await numbers('to=2026-11-23')).toEqual([]);
    expect(await numbers('from=2026-11-25')).toEqual([]);
    expect(await numbers('agency=H48.13')).toEqual([]);
    expect(await numbers('status=void')).not.toContain(receipt.number);
    const unknown = await at.cashier.get('/payment/v1/receipts?agency=H48.99');
    expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([422, '/agency']);
  });

  it('leaves no gap in its series, however many are paid at once and whatever is rolled back', async () => {
    const work = at.system.get<UnitOfWork>('payment', UnitOfWork);
    const unpaid: NewReceipt = {
      ...{
        id: newId(),
        agency: 'H48.12',
        dossierId: newId(),
        orderId: newId(),
        kind: 'phi',
        amount: 1,
        refunded: 0,
        voidedAt: null,
      },
      ...{
        ...{ replaces: null, replacesBecause: null, replacedBy: null },
        ...{ adjusts: null, adjustsBecause: null, refundId: null },
        settledAt: Temporal.Instant.from('2026-11-24T02:00:00Z'),
        reversalId: null,
        settles: [],
        lines: [],
        issuedAt: Temporal.Instant.from('2026-11-24T02:00:00Z'),
        collectedBy: null,
      },
      ...{ collectorName: null, file: null, agencies: [], applicantRef: '', submittedBy: '' },
    };
    const rolledBack = (): Promise<unknown> =>
      work
        .run(async (tx) => {
          await numbered(tx, [unpaid, { ...unpaid, id: newId() }]);
          throw new Error('rolled back');
        })
        .catch((error: unknown) => (error as Error).message);
    const all = await Promise.all(Array.from({ length: 9 }, (_, n) => (n % 3 === 2 ? rolledBack() : paid())));
    expect(all.filter((one) => one === 'rolled back')).toHaveLength(3);
    const rows = await at.system.sql<{ symbol: string; serials: number[] }>(
      'SELECT symbol, array_agg(serial ORDER BY serial) AS serials FROM payment.receipt GROUP BY symbol ORDER BY symbol',
    );
    expect(rows.map(({ symbol }) => symbol)).toContain('PH-26E');
    for (const { serials } of rows) expect(serials).toEqual(serials.map((_, index) => index + 1));
  });

  it('is numbered under the series that the office has entered for the day, fees and charges apart', async () => {
    const terms = {
      taxCode: '4300123456',
      series: [
        { kind: 'phi', form: '01BLP0-002', symbol: 'AA-26E', validFrom: '2026-11-24', validTo: null },
        { kind: 'lePhi', form: '01BLP0-002', symbol: 'AB-26T', validFrom: '2026-11-24', validTo: null },
      ],
      accounts: [],
    };
    const path = '/payment/v1/collectors/H48.12';
    expect((await leader.put(path, terms)).status).toBe(201);
    const fee = await paid([FEE, CHARGE]);
    expect(fee).toMatchObject({
      form: '01BLP0-002',
      symbol: 'AA-26E',
      serial: '0000001',
      number: 'H48.12-AA-26E-0000001',
    });
    const charge = (await receiptsOf(fee.dossierId)).find(({ kind }) => kind === 'lePhi')!;
    expect(charge).toMatchObject({ symbol: 'AB-26T', serial: '0000001' });
    expect(letters(pdfText((await contentOf(fee.id)).bytes))).toContain(letters('mã số thuế 4300123456'));

    // The past stands, whoever changes it, and only who may.
    const shown = await at.cashier.get(path);
    expect([shown.status, shown.etag, shown.body]).toEqual([200, '"1"', { agency: 'H48.12', ...terms }]);
    const altered = { ...terms, series: [{ ...terms.series[0], symbol: 'AC-26E' }, terms.series[1]] };
    const refused = await leader.put(path, altered, { ifMatch: '"1"' });
    expect([refused.status, refused.body.code, refused.body.errors[0].code]).toEqual([
      422,
      'PAYMENT.COLLECTOR_INVALID',
      'PAST_STANDS',
    ]);
    expect((await leader.put(path, terms)).status).toBe(428);
    expect((await at.cashier.put(path, terms, { ifMatch: '"1"' })).status).toBe(403);
    const elsewhere = await at.system.as({ sub: 'leader-2', roles: ['leader'], agency: 'H48.13' });
    expect((await elsewhere.put(path, terms, { ifMatch: '"1"' })).status).toBe(404);
    const wrong = { ...terms, series: [{ ...terms.series[0], form: 'BL', validFrom: '2026-13-01' }] };
    expect((await leader.put(path, wrong, { ifMatch: '"1"' })).status).toBe(422);
  });

  it('is replaced by another that names it, and is shown as replaced; the same is paid, and nothing is received anew', async () => {
    const wrong = await paid();
    await contentOf(wrong.id);
    const told = await at.published(wrong.dossierId);
    const answer = await replace(wrong.id, { reason: 'Ghi sai tên người nộp', payer: { fullName: 'Lê Văn Nộp Hộ' } });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        ...{ amount: 115_000, kind: 'phi', orderId: wrong.orderId, voidedAt: null, collectedBy: 'cashier-1' },
        ...{ replaces: wrong.id, replacesBecause: 'Ghi sai tên người nộp', replacedBy: null },
      },
    ]);
    const right = answer.body;
    expect([right.number === wrong.number, right.lookupCode === wrong.lookupCode]).toEqual([false, false]);
    expect(await shown(wrong.id)).toMatchObject({ voidedAt: right.issuedAt, replacedBy: right.id });
    const [old, fresh] = [
      letters(pdfText((await contentOf(wrong.id)).bytes)),
      letters(pdfText((await contentOf(right.id)).bytes)),
    ];
    expect(old).toContain(letters(`Đã được thay thế bằng biên lai ký hiệu ${right.symbol}, số ${right.serial}`));
    for (const words of [
      `Thay thế: biên lai mẫu số ${wrong.form}, ký hiệu ${wrong.symbol}, số ${wrong.serial}`,
      'Lý do thay thế: Ghi sai tên người nộp',
      'Người nộp tiền: Lê Văn Nộp Hộ',
    ])
      expect(fresh).toContain(letters(words));
    expect(fresh).not.toContain(letters('Nguyễn Thị Mẫu'));
    const looked = await at.system.anonymous().get(`/payment/v1/receipt-lookup/${wrong.lookupCode}`);
    expect(looked.body).toMatchObject({ status: 'replaced', replacedBy: `${right.symbol} ${right.serial}` });

    // Told once more of the receipt, with its paper, and of no money.
    const since = await eventually(async () => {
      const events = (await at.published(wrong.dossierId)).slice(told.length);
      return events.some(({ data }) => data.receiptNumber === right.number) && events;
    });
    expect(new Set(since.map(({ type }: Json) => type))).toEqual(new Set([ReceiptIssuedV1.type]));
    expect(await faults()).toEqual([]);
  });

  it('is replaced once, by who collects there, and not after it is void', async () => {
    const wrong = await paid();
    const body = { reason: 'Ghi sai địa chỉ' };
    const elsewhere = await at.system.as({ sub: 'cashier-9', roles: ['cashier'], agency: 'H48.13' });
    expect((await replace(wrong.id, body, at.citizen)).status).toBe(403);
    expect((await replace(wrong.id, body, elsewhere)).status).toBe(404);
    expect((await replace(newId(), body)).status).toBe(404);
    expect((await replace(wrong.id, {})).status).toBe(422);
    const both = await Promise.all([replace(wrong.id, body), replace(wrong.id, body)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('PAYMENT.RECEIPT_NOT_REPLACEABLE');
    // The one in its place may be replaced in its turn.
    const right = both.find(({ status }) => status === 201)!.body;
    expect((await replace(right.id, body)).status).toBe(201);
  });

  it('is void with the payment that was a mistake, also where it stands in the place of another', async () => {
    const fee = await paid([FEE, CHARGE]);
    const { body: right } = await replace(fee.id, { reason: 'Ghi sai địa chỉ' });
    const { body: entered } = await at.cashier.get(`/payment/v1/transactions?dossierId=${fee.dossierId}`);
    const { body: reversal } = await at.cashier.post('/payment/v1/reversals', {
      ...{ transactionId: entered.items[0].id, reason: 'cashGivenBack', note: 'Trả lại tiền cho người nộp' },
    });
    const approved = await leader.post(
      `/payment/v1/reversals/${reversal.id}/approval`,
      { approved: true, note: 'Đồng ý' },
      { ifMatch: '"1"' },
    );
    expect(approved).toMatchObject({ status: 201, body: { status: 'done' } });
    const charge = (await receiptsOf(fee.dossierId)).find(({ kind }) => kind === 'lePhi')!;
    expect([(await shown(right.id)).voidedAt, charge.voidedAt]).toEqual([
      approved.body.decidedAt,
      approved.body.decidedAt,
    ]);
    expect((await replace(right.id, { reason: 'Ghi sai địa chỉ' })).body.code).toBe('PAYMENT.RECEIPT_NOT_REPLACEABLE');
    expect(await faults()).toEqual([]);
  });

  /** What the dossier paid is listed, and the amount is paid back by another's approval. */
  const giveBack = async (dossierId: string, amount: number, transaction: string): Promise<Json> => {
    const listed = async (): Promise<Json> =>
      (await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}&status=listed`)).body.items[0];
    await at.system.foreign.deliver(DossierWithdrawnV1, dossierId, { ...sampleOf(DossierWithdrawnV1), dossierId });
    const { id } = await eventually(listed);
    const step = async (who: ApiClient, what: string, body: object): Promise<Json> => {
      const { etag } = await at.admin.get(`/payment/v1/refunds/${id}`);
      const answer = await who.post(`/payment/v1/refunds/${id}/${what}`, body, { ifMatch: etag });
      expect(answer.status).toBe(201);
      return answer.body;
    };
    const note = 'Hoàn trả phần chưa thẩm định';
    await step(at.cashier, 'proposal', { decision: 'refund', amount, note });
    await step(leader, 'approval', { approved: true, note: 'Đồng ý' });
    return step(at.cashier, 'payout', { transaction });
  };

  it('of which a part is given back is adjusted by another with a number of its own, that says by how much and why; the look-up says so', async () => {
    const receipt = await paid();
    await giveBack(receipt.dossierId, 100_000, 'PC-1');
    const [adjusting] = (await receiptsOf(receipt.dossierId)).filter(({ adjusts }) => adjusts === receipt.id);
    expect(adjusting).toMatchObject({
      ...{ amount: 100_000, amountInWords: 'Một trăm nghìn đồng', kind: 'phi', symbol: receipt.symbol },
      ...{ adjustsBecause: 'Hoàn trả phần chưa thẩm định', voidedAt: null, collectedBy: 'cashier-1' },
    });
    expect([adjusting!.number === receipt.number, adjusting!.lookupCode === receipt.lookupCode]).toEqual([
      false,
      false,
    ]);
    const text = letters(pdfText((await contentOf(adjusting.id)).bytes));
    for (const words of [
      'BIÊN LAI THU PHÍ (ĐIỀU CHỈNH GIẢM)',
      `Số: ${adjusting!.serial}`,
      `Điều chỉnh giảm: biên lai mẫu số ${receipt.form}, ký hiệu ${receipt.symbol}, số ${receipt.serial}, lập`,
      'Lý do điều chỉnh: Hoàn trả phần chưa thẩm định',
      'Người nộp tiền: Nguyễn Thị Mẫu',
      'Số tiền điều chỉnh giảm bằng chữ: Một trăm nghìn đồng',
      `/bien-lai/${adjusting!.lookupCode}`,
      'NGƯỜI NHẬN TIỀN HOÀN TRẢ',
    ])
      expect(text).toContain(letters(words));
    for (const [what, amount] of [
      ['Số tiền ghi trên biên lai được điều chỉnh', '115.000 đồng'],
      ['Điều chỉnh giảm lần này', '100.000 đồng'],
      ['Còn lại sau điều chỉnh', '15.000 đồng'],
    ])
      expect(text).toContain(letters(`${what}${amount}`));

    const lookUp = async ({ lookupCode }: Json): Promise<Json> =>
      (await at.system.anonymous().get(`/payment/v1/receipt-lookup/${lookupCode}`)).body;
    expect(await lookUp(receipt)).toMatchObject({
      ...{ status: 'adjusted', refunded: 100_000, voidedAt: null, adjusts: null },
      adjustedBy: [`${adjusting!.symbol} ${adjusting!.serial}`],
    });
    expect(await lookUp(adjusting)).toMatchObject({ status: 'valid', adjusts: `${receipt.symbol} ${receipt.serial}` });
    const pageOf = async ({ lookupCode }: Json): Promise<string> =>
      (await fetch(`${at.system.url}/payment/bien-lai/${lookupCode}?lang=vi`)).text();
    const page = await pageOf(receipt);
    for (const words of ['Biên lai đã được điều chỉnh giảm', 'Số tiền còn lại', '15.000 đồng', adjusting!.serial])
      expect(page).toContain(words);
    expect(await pageOf(adjusting)).toContain('Biên lai thu phí (điều chỉnh giảm)');

    const told = await eventually(async () =>
      (await at.published(receipt.dossierId)).find(({ data }) => data.receiptNumber === adjusting!.number),
    );
    expect(told.data).toMatchObject({
      ...{ amount: 100_000, file: { name: `bien-lai-${adjusting!.number}.pdf` } },
      adjusts: { receiptNumber: receipt.number, reason: 'Hoàn trả phần chưa thẩm định', refundAmount: 100_000 },
    });
    expect((await replace(receipt.id, { reason: 'Ghi sai' })).body.because).toBe('partlyGivenBack');
    expect((await replace(adjusting!.id, { reason: 'Ghi sai' })).body.because).toBe('adjustsAnother');
    expect(await faults()).toEqual([]);
  });

  it('that is adjusted by another amount than was given back is found by verify-ledger', async () => {
    const receipt = await paid();
    await giveBack(receipt.dossierId, 40_000, 'PC-2');
    const wrong = async (statement: string, restore: string): Promise<string[]> => {
      await at.system.sql(statement, [receipt.id]);
      const found = (await faults()).map(({ check }) => check);
      await at.system.sql(restore, [receipt.id]);
      return found;
    };
    const set = (amount: number): string => `UPDATE payment.receipt SET amount = ${amount} WHERE adjusts = $1`;
    expect(await wrong(set(39_999), set(40_000))).toEqual([
      'what was given back of a receipt is the sum of those that adjust it, or all of it, and then it is void',
      'receipts net of what adjusts them are the money that is here for what was owed',
    ]);
    const bring = (amount: number): string => `UPDATE payment.receipt SET amount = ${amount} WHERE id = $1`;
    expect(await wrong(bring(200_000), bring(115_000))).toContain(
      'receipts net of what adjusts them are the money that is here for what was owed',
    );
    expect(await faults()).toEqual([]);
  });

  it('names who handed over the cash, where it was another than the applicant, until the persons are erased', async () => {
    const dossierId = await at.submit([FEE]);
    const { body: order } = await at.clerk.post('/payment/v1/orders', { dossierId, method: 'counter' });
    const payer = { fullName: 'Lê Văn Nộp Hộ', address: 'Tổ 5, phường Nghĩa Lộ' };
    const cash = { receiptNumber: `BL-${newId()}`, amount: 115_000, payer };
    const path = `/payment/v1/orders/${order.id}/cash-receipt`;
    expect((await at.cashier.post(path, { ...cash, payer: {} }, { ifMatch: '"1"' })).status).toBe(422);
    expect((await at.cashier.post(path, cash, { ifMatch: '"1"' })).status).toBe(201);
    const [receipt] = await receiptsOf(dossierId);
    const text = letters(pdfText((await contentOf(receipt!.id)).bytes));
    expect(text).toContain(letters('Người nộp tiền: Lê Văn Nộp Hộ'));
    expect(text).toContain(letters('Tổ 5, phường Nghĩa Lộ'));
    const kept = async (): Promise<Json[]> =>
      at.system.sql('SELECT * FROM payment.receipt_payer WHERE dossier_id = $1', [dossierId]);
    expect(JSON.stringify(await kept())).not.toContain('Nộp Hộ');
    await at.name(dossierId, null);
    await eventually(async () => (await kept())[0]!.wrapped_key === null);
  });

  it('is put into the file store and told of with its file, once, as soon as its payer is known', async () => {
    const receipt = await paid();
    const told = async (): Promise<Json[]> =>
      (await at.published(receipt.dossierId)).filter(({ type }) => type === ReceiptIssuedV1.type);
    const [event] = await eventually(async () => {
      const events = await told();
      return events.length === 1 && events;
    });
    expect(event.data).toMatchObject({ receiptNumber: receipt.number, file: { mediaType: 'application/pdf' } });
    const stored = await buffer(await at.system.get<FileStore>('payment', FileStore).open(event.data.file.sha256));
    expect(stored.equals((await contentOf(receipt.id)).bytes)).toBe(true);
    await at.system.sql('UPDATE payment.receipt SET file_at = now() WHERE id = $1', [receipt.id]);
    await at.system.get<FileReceipts>('payment', FileReceipts).sweep();
    expect(await told()).toHaveLength(1);
  });
});
