import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendChange, readChanges } from './change-log.js';
import { type RunningPortal, startPortal } from './start-portal.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the spec looks into whatever JSON comes back
type Json = Record<string, any>;

const ACCOUNT = { username: 'quangngai', password: 'mat-khau' };

/** The fields of the protocol, typed by hand. */
const RECORD = {
  MaHoSo: 'H48.12-261124-0001',
  MaTTHC: '1.013225',
  TenTTHC: 'Cấp giấy phép xây dựng',
  MaLinhVuc: 'G17-XD01',
  TenLinhVuc: 'Hoạt động xây dựng',
  KenhThucHien: '1',
  ChuHoSo: 'Nguyễn Thị Mẫu',
  SoGiayToChuHoSo: '051199000017',
  LoaiDoiTuong: '1',
  MaDoiTuong: '',
  ThongTinKhac: '',
  Email: '',
  Fax: '',
  SoDienThoai: '',
  TrichYeuHoSo: '',
  NgayNopHoSo: '20261124080000',
  NgayTiepNhan: '',
  NgayHenTra: '',
  NgayTra: '',
  NgayKetThucXuLy: '',
  NgayTuChoi: '',
  TrangThaiHoSo: '1',
  ThongTinTra: '',
  HinhThuc: '0',
  DonViXuLy: 'H48.12',
  GhiChu: '',
  NoiNopHoSo: '2',
  HoSoCoThanhPhanSoHoa: '0',
  TaiKhoanDuocXacThucVoiVNeID: '0',
  DuocThanhToanTrucTuyen: '0',
  DinhDanhCHS: [{ LoaiDinhDanh: '1', SoDinhDanh: '051199000017' }],
  DSKetNoiCSDL: [],
  TaiLieuNop: [],
  DanhSachLePhi: [],
  DanhSachTepDinhKemKhac: [],
  DanhSachHoSoBoSung: [],
  DanhSachGiayToKetQua: [],
};
const LINE = {
  MaHoSo: RECORD.MaHoSo,
  NguoiXuLy: 'Trần Thị Mẫu',
  ChucDanh: 'Chuyên viên',
  ThoiDiemXuLy: '20261124090000',
  PhongBanXuLy: 'Sở Xây dựng',
  NoiDungXuLy: 'Tiếp nhận hồ sơ',
  TrangThai: '2',
  NgayBatDau: '20261124090000',
  NgayKetThucTheoQuyDinh: '20261201170000',
};

describe('The simulated national portal', () => {
  let running: RunningPortal;
  let province: Server;
  let heard: { path: string | undefined; token: string | undefined; body: Record<string, unknown> }[] = [];
  const file = join(mkdtempSync(join(tmpdir(), 'portal-')), 'changes.jsonl');

  beforeAll(async () => {
    province = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (request.url === '/token')
          return response.end(JSON.stringify({ access_token: request.headers.authorization, expires_in: 600 }));
        const body = Buffer.concat(chunks).toString('utf8');
        heard.push({ path: request.url, token: request.headers.authorization, body: JSON.parse(body) });
        return response.writeHead(202).end('{"id":"1"}');
      });
    });
    await new Promise<void>((resolve) => province.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(province.address() as AddressInfo).port}`;
    running = await startPortal({
      ...ACCOUNT,
      destination: 'VN:GOV:NPSP',
      unit: 'H48',
      onChange: appendChange(file),
      province: { url, tokenUrl: `${url}/token`, clientId: 'national-portal', clientSecret: 'geheim' },
    });
  });

  afterEach(async () => {
    heard = [];
    await control('faults', {});
  });

  afterAll(async () => {
    await running.stop();
    await new Promise((resolve) => province.close(resolve));
  });

  const send = (path: string, body: unknown, destination = 'VN:GOV:NPSP'): Promise<Response> =>
    fetch(`${running.url}/XrdAdapter/RestService/forward/mapi/${path}`, {
      method: 'POST',
      headers: { dstcode: destination, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const json = async (response: Promise<Response>) => (await response).json() as Promise<Json>;
  const control = (what: string, body?: unknown) =>
    json(
      fetch(`${running.url}/control/${what}`, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    );
  const login = async (): Promise<string> => (await json(send('login', ACCOUNT)))['session'];
  const call = async (service: string, more: object, session?: string) =>
    json(send('g', { session: session ?? (await login()), madonvi: 'H48', service, ...more }));
  const insert = (record: object) => call('DongBoHoSoMC', { isUpdating: 'False', data: [record] });

  it('takes a dossier once, says that it exists, and takes it again as an update', async () => {
    expect([0, '0', '00']).toContain((await insert(RECORD))['error_code']);
    expect(await insert(RECORD)).toMatchObject({ error_code: '3', message: expect.stringContaining('đã tồn tại') });
    const changed = { ...RECORD, TrangThaiHoSo: '2', NgayTiepNhan: '20261124090000' };
    expect([0, '0', '00']).toContain(
      (await call('DongBoHoSoMC', { isUpdating: 'True', data: [changed] }))['error_code'],
    );
    expect((await call('TraCuuHoSo', { mahoso: RECORD.MaHoSo }))['result']).toEqual([changed]);
    expect((await call('TraCuuHoSo', { mahoso: 'H48.12-261124-9999' }))['result']).toEqual([]);
  });

  it('takes progress after its dossier only, and at most ten lines at once', async () => {
    await insert({ ...RECORD, MaHoSo: 'P-1' });
    const line = { ...LINE, MaHoSo: 'P-1' };
    expect([0, '0', '00']).toContain((await call('CapNhatTienDoHoSoMC', { data: [line] }))['error_code']);
    expect(await call('CapNhatTienDoHoSoMC', { data: [{ ...LINE, MaHoSo: 'P-9' }] })).toMatchObject({
      error_code: '3',
      message: expect.stringContaining('không tồn tại'),
    });
    expect(await call('CapNhatTienDoHoSoMC', { data: Array.from({ length: 11 }, () => line) })).toMatchObject({
      error_code: '5',
    });
    expect((await control('dossiers/P-1'))['progress']).toEqual([line]);
  });

  it.each([
    ['a number', { ...RECORD, TrangThaiHoSo: 1 }, 'TrangThaiHoSo'],
    ['a status of its own', { ...RECORD, TrangThaiHoSo: '11' }, 'TrangThaiHoSo'],
    ['a field left out', { ...RECORD, Fax: undefined }, 'Fax'],
    ['a date of another form', { ...RECORD, NgayNopHoSo: '2026-11-24' }, 'NgayNopHoSo'],
    ['a summary that is too long', { ...RECORD, TrichYeuHoSo: 'a'.repeat(1001) }, 'TrichYeuHoSo'],
    ['a list that is none', { ...RECORD, DanhSachLePhi: '' }, 'DanhSachLePhi'],
    ['a field that nobody knows', { ...RECORD, MaHoSoNoiBo: '1' }, 'MaHoSoNoiBo'],
  ])('refuses %s and names the field', async (_, record, field) => {
    expect(await insert(record)).toMatchObject({ error_code: '4', message: expect.stringContaining(field) });
  });

  it('knows only its own account, destination and unit, and wants a session', async () => {
    const refused = await json(send('login', { ...ACCOUNT, password: 'x' }));
    expect(Object.keys(refused)).toEqual(['error_code', 'message']);
    expect((await send('login', ACCOUNT, 'elsewhere')).status).toBe(404);
    expect(JSON.stringify(await call('TraCuuHoSo', { mahoso: 'A' }, 'no-session'))).toMatch(/session/i);
    expect(await json(send('g', { session: await login(), madonvi: 'H01', service: 'TraCuuHoSo' }))).toMatchObject({
      error_code: '7',
    });
  });

  it('takes the record and loses the answer, breaks off, answers 5xx and pages for people, on demand', async () => {
    await control('faults', { closedAfter: 1 });
    await expect(insert({ ...RECORD, MaHoSo: 'F-1' })).rejects.toThrow();
    await control('faults', { closedBefore: 1 });
    await expect(insert({ ...RECORD, MaHoSo: 'F-2' })).rejects.toThrow();
    await control('faults', { errorAfter: 1 });
    const session = await login();
    const answer = await send('g', {
      session,
      madonvi: 'H48',
      service: 'DongBoHoSoMC',
      isUpdating: 'False',
      data: [{ ...RECORD, MaHoSo: 'F-3' }],
    });
    expect(answer.status).toBeGreaterThanOrEqual(500);
    await control('faults', { htmlBefore: 1 });
    await expect(insert({ ...RECORD, MaHoSo: 'F-4' })).rejects.toThrow();
    await control('faults', {});
    const there = await Promise.all(
      ['F-1', 'F-2', 'F-3', 'F-4'].map(async (mahoso) => (await call('TraCuuHoSo', { mahoso }))['result'].length),
    );
    expect(there).toEqual([1, 0, 1, 0]);
  });

  it('forgets sessions, answers in numbers and twice, and refuses by field, on demand', async () => {
    await control('faults', { sessionLost: 1 });
    expect(JSON.stringify(await call('TraCuuHoSo', { mahoso: 'A' }))).toMatch(/session/i);
    await control('faults', { numbers: true, duplicates: true });
    await insert({ ...RECORD, MaHoSo: 'N-1' });
    const found = await call('TraCuuHoSo', { mahoso: 'N-1' });
    expect(found).toMatchObject({ error_code: 0, result: [{ TrangThaiHoSo: 1 }, { TrangThaiHoSo: 1 }] });
    await control('faults', { refuse: [{ field: 'ChuHoSo', code: '9', dossier: 'N-2', times: 1 }] });
    expect(await insert({ ...RECORD, MaHoSo: 'N-2' })).toMatchObject({
      error_code: '9',
      message: expect.stringContaining('ChuHoSo'),
    });
    expect([0, '0', '00']).toContain((await insert({ ...RECORD, MaHoSo: 'N-2' }))['error_code']);
    await control('faults', { refuse: [{ field: 'ChuHoSo', contains: 'Thử', dossier: 'N-2' }] });
    const said = async (ChuHoSo: string) =>
      (await call('DongBoHoSoMC', { isUpdating: 'True', data: [{ ...RECORD, MaHoSo: 'N-2', ChuHoSo }] }))['error_code'];
    expect([await said('Lê Thử'), await said('Lê Mẫu'), await said('Lê Thử')].map(String)).toEqual(['4', '0', '4']);
    expect(await control('faults', { surprise: 1 })).toEqual({ error: 'there is no fault called surprise' });
  });

  it('tells the province what citizens do: a dossier with its files, a supplement, a withdrawal, a payment', async () => {
    const { code } = await control('dossiers', {
      MaTTHC: '1.013225',
      ChuHoSo: 'Nguyễn Thị Mẫu',
      DonViXuLy: 'H48.12',
      papers: [{ component: 'DON' }],
    });
    await control('supplements', { MaHoSo: code, HoSoBoSungId: 'B-1', papers: [{ component: 'BAN-VE' }] });
    await control('withdrawals', { MaHoSo: code });
    await control('payments', { MaHoSo: code, SoTien: '150000' });
    expect(heard.map(({ path }) => path)).toEqual([
      '/portal/v1/received-dossiers',
      '/portal/v1/received-supplements',
      '/portal/v1/received-withdrawals',
      '/portal/v1/received-payments',
    ]);
    const [dossier, supplement, withdrawal, payment] = heard.map(({ body }) => body);
    expect(dossier).toMatchObject({ MaHoSo: code, KenhThucHien: '2', NoiNopHoSo: '1', DanhSachLePhi: [], GhiChu: '' });
    const [paper] = dossier!['TaiLieuNop'] as [Record<string, string>];
    const content = await fetch(paper['DuongDanTaiTepTin']!);
    expect((await content.text()).slice(0, 5)).toBe('%PDF-');
    expect(supplement).toMatchObject({ MaHoSo: code, HoSoBoSungId: 'B-1' });
    expect(withdrawal).toMatchObject({ MaHoSo: code, LyDo: 'Không còn nhu cầu' });
    expect(payment).toMatchObject({ MaHoSo: code, SoTien: '150000' });
    expect(heard[0]?.token).toBe(`Bearer Basic ${Buffer.from('national-portal:geheim').toString('base64')}`);
    expect(heard.map(({ body }) => typeof body['MaYeuCau'])).toEqual(['undefined', 'string', 'string', 'string']);
  });

  it('shows what it holds on a page in Vietnamese, and escapes what it was told', async () => {
    await insert({ ...RECORD, MaHoSo: 'W-1', TenTTHC: 'Cấp <b>giấy</b>', TrangThaiHoSo: '10' });
    const list = await (await fetch(`${running.url}/`)).text();
    for (const words of ['Cổng Dịch vụ công quốc gia', 'W-1', 'Cấp &lt;b&gt;giấy&lt;/b&gt;', 'Đã trả kết quả'])
      expect(list).toContain(words);
    const one = await (await fetch(`${running.url}/dossiers?code=W-1`)).text();
    for (const words of ['Hồ sơ W-1', 'Quá trình xử lý', 'Nộp tại địa phương']) expect(one).toContain(words);
    expect((await fetch(`${running.url}/dossiers?code=nothing`)).status).toBe(404);
  });

  it('holds after a kill what it had acknowledged, and the papers of its citizens', async () => {
    await insert({ ...RECORD, MaHoSo: 'K-1' });
    const again = await startPortal({ ...ACCOUNT, destination: 'D', unit: 'H48', known: readChanges(file) });
    expect(again.portal.holdings.find('K-1')?.record).toEqual({ ...RECORD, MaHoSo: 'K-1' });
    expect(again.portal.holdings.size).toBe(running.portal.holdings.size);
    const [id] = readChanges(file).flatMap((change) => (change.kind === 'file' ? [change.id] : []));
    expect((await (await fetch(`${again.url}/files/${id}`)).text()).slice(0, 5)).toBe('%PDF-');
    await again.stop();
  });
});
