import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RunningPaymentPlatform, startPaymentPlatform } from './index.js';

const SECRET = 'secret-of-the-test-platform';
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

function init(reference: string, amount = '115000') {
  const fields = [
    'INIT',
    '1.0.6',
    'P',
    reference,
    amount,
    'PAY',
    '1',
    '1',
    'vi-VN',
    'VND',
    'PAYMENT',
    'Hồ sơ <b>',
    '20261124090000',
    '',
  ];
  const names =
    'LoaiBanTin PhienBan MaDoiTac MaThamChieu SoTien LoaiHinhThanhToan MaKenhThanhToan MaThietBi NgonNgu MaTienTe MaNganHang ThongTinGiaoDich ThoiGianGD Ip';
  return {
    ...Object.fromEntries(names.split(' ').map((name, index) => [name, fields[index]])),
    MaXacThuc: sha([...fields, SECRET].join('|')),
  };
}

function ask(kind: string, reference: string) {
  const fields = [kind, '1.0.6', 'P', reference, '20261124090000'];
  const [LoaiBanTin, PhienBan, MaDoiTac, MaThamChieu, ThoiGianGD] = fields;
  return { LoaiBanTin, PhienBan, MaDoiTac, MaThamChieu, ThoiGianGD, MaXacThuc: sha([...fields, SECRET].join('|')) };
}

describe('the simulated payment platform', () => {
  let running: RunningPaymentPlatform;
  let partner: Server;
  let heard: Record<string, string>[];

  beforeAll(async () => {
    partner = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        heard.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
        response.end('{"MaLoi":"00"}');
      });
    });
    await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
    running = await startPaymentPlatform({
      partner: 'P',
      secret: SECRET,
      callbackUrl: `http://127.0.0.1:${(partner.address() as AddressInfo).port}/`,
    });
  });

  beforeEach(async () => {
    heard = [];
    await post('control/faults', {});
  });

  afterAll(async () => {
    await running.stop();
    await new Promise((resolve) => partner.close(resolve));
  });

  const post = async (path: string, body?: unknown): Promise<{ status: number; json: Record<string, unknown> }> => {
    const response = await fetch(`${running.url}/${path}`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };
  const tell = async (message: object) => {
    const { json } = await post('', message);
    return {
      code: json['error_code'],
      content: json['error_code'] === '0' ? JSON.parse(String(json['message'])) : undefined,
    };
  };

  it('opens a payment, shows it to its payer, takes the money, and tells the partner under its hash', async () => {
    const { content } = await tell(init('R1'));
    expect(content).toMatchObject({ MaLoi: '00', UrlThanhToan: `${running.url}/pay/R1` });
    expect((await tell(init('R1'))).content).toEqual(content);
    expect((await tell(ask('QUERY', 'R1'))).content).toMatchObject({ TrangThaiGD: '3' });
    const page = await (await fetch(content.UrlThanhToan)).text();
    for (const words of ['Thanh toán', 'Hủy', '115.000 đ', 'Hồ sơ &lt;b&gt;']) expect(page).toContain(words);

    expect((await post('pay/R1')).json).toMatchObject({
      TrangThaiGD: '1',
      callbacks: [{ status: 200, answer: '{"MaLoi":"00"}' }],
    });
    const [confirm] = heard as [Record<string, string>];
    const names = [
      'LoaiBanTin',
      'MaLoi',
      'MaDoiTac',
      'MaThamChieu',
      'SoTien',
      'MaTienTe',
      'MaGiaoDich',
      'MaNganHang',
      'ThoiGianGD',
      'ThongTinGiaoDich',
    ];
    expect(confirm).toMatchObject({ LoaiBanTin: 'CONFIRM', MaLoi: '00', MaThamChieu: 'R1', SoTien: '115000' });
    expect(confirm['MaXacThuc']).toBe(sha([...names.map((name) => confirm[name]), SECRET].join('|')));
    expect((await tell(ask('QUERY', 'R1'))).content).toMatchObject({
      TrangThaiGD: '1',
      SoTien: '115000',
      MaGiaoDich: confirm['MaGiaoDich'],
    });
    expect((await tell(ask('GET_BILL', 'R1'))).content).toMatchObject({ UrlBienLai: `${running.url}/bill/R1` });
  });

  it('ends a payment for its partner, which nobody can pay then; of a paid one it says so', async () => {
    await tell({ ...init('R8'), UrlTraVe: 'https://mot-cua.example/ho-so?ma=1&b=2' });
    await tell(init('R9'));
    const page = await (await fetch(`${running.url}/pay/R8`)).text();
    expect(page).toContain('href="https://mot-cua.example/ho-so?ma=1&amp;b=2"');
    const paid = await fetch(`${running.url}/pay/R8`, { method: 'POST', redirect: 'manual' });
    expect([paid.status, paid.headers.get('location')]).toEqual([303, 'https://mot-cua.example/ho-so?ma=1&b=2']);
    expect((await tell(ask('CANCEL', 'R8'))).content).toMatchObject({ MaLoi: '02' });
    expect((await tell(ask('CANCEL', 'R9'))).content).toMatchObject({ MaLoi: '00' });
    expect((await tell(ask('CANCEL', 'R9'))).content).toMatchObject({ MaLoi: '00' });
    heard = [];
    await post('pay/R9');
    expect(heard).toEqual([]);
    expect((await tell(ask('QUERY', 'R9'))).content).toMatchObject({ TrangThaiGD: '4' });
    expect(await (await fetch(`${running.url}/pay/R9`)).text()).not.toContain('<button>');
    expect((await tell(ask('CANCEL', 'nothing'))).content).toMatchObject({ MaLoi: '01' });
  });

  it('refuses a wrong hash, another partner, a wrong amount, and a reference used for another amount', async () => {
    await tell(init('R2'));
    expect((await tell({ ...init('R3'), SoTien: '1' })).code).toBe('97');
    expect((await tell({ ...init('R3'), MaDoiTac: 'Q' })).code).toBe('3');
    expect((await tell(init('R3', '0'))).code).toBe('4');
    expect((await tell(init('R2', '5'))).code).toBe('5');
    expect((await tell(ask('QUERY', 'R3'))).content).toMatchObject({ MaLoi: '01' });
  });

  it.each([
    ['repeats', { times: 3, concurrently: true }, ['115000', '115000', '115000']],
    ['alters the amount', { amount: 7 }, ['7']],
    ['loses the callback', { lose: true }, []],
    ['charges twice', { chargeTwice: true }, ['115000', '115000']],
  ])('%s on demand', async (name, faults, amounts) => {
    const reference = `M-${name}`;
    await tell(init(reference));
    expect((await post('control/faults', faults)).status).toBe(200);
    await post(`pay/${reference}`);
    expect(heard.map(({ SoTien }) => SoTien)).toEqual(amounts);
    expect((await tell(ask('QUERY', reference))).content).toMatchObject({ TrangThaiGD: '1', SoTien: '115000' });
  });

  it('delays a callback, answers the payer first, and sends it in the end', async () => {
    await tell(init('R5'));
    await post('control/faults', { delayMs: 50 });
    expect((await post('pay/R5')).json).toMatchObject({ callbacks: [] });
    await running.platform.settled();
    expect(heard).toMatchObject([{ MaThamChieu: 'R5' }]);
  });

  it('fails and cancels with a code of its own, and signs wrongly when told to', async () => {
    await tell(init('R6'));
    await post('control/faults', { fail: '51', badHash: true });
    expect((await post('pay/R6')).json).toMatchObject({ TrangThaiGD: '4' });
    await post('control/faults', {});
    await post('pay/R6/cancel');
    const [failed, cancelled] = heard as [Record<string, string>, Record<string, string>];
    expect([failed['MaLoi'], cancelled['MaLoi']]).toEqual(['51', '24']);
    const names = [
      'LoaiBanTin',
      'MaLoi',
      'MaDoiTac',
      'MaThamChieu',
      'SoTien',
      'MaTienTe',
      'MaGiaoDich',
      'MaNganHang',
      'ThoiGianGD',
      'ThongTinGiaoDich',
    ];
    const hashOf = (message: Record<string, string>) => sha([...names.map((name) => message[name]), SECRET].join('|'));
    expect(failed['MaXacThuc']).not.toBe(hashOf(failed));
    expect(cancelled['MaXacThuc']).toBe(hashOf(cancelled));
  });

  it('knows no fault by another name, nor a payment that was not opened', async () => {
    expect(await post('control/faults', { surprise: true })).toMatchObject({
      status: 400,
      json: { error: 'there is no fault called surprise' },
    });
    expect(await post('control/faults', { times: 0 })).toMatchObject({ status: 400 });
    expect((await fetch(`${running.url}/pay/nothing`)).status).toBe(404);
    expect((await post('nowhere', {})).status).toBe(404);
  });
});
