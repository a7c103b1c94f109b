import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PortalConfig } from '../portal.config.js';
import type { PortalRecord } from '../record/portal-record.js';
import { MapiPortal } from './mapi-portal.js';

/** One answer of the portal: a status and a body, written as it goes over the wire; or the connection is closed, or taken and left. */
type Answer = { readonly status?: number; readonly body: string; readonly slowMs?: number } | 'closed' | 'silent';

const RECORD = { MaHoSo: 'H48.12-261124-0001', TrangThaiHoSo: '1' } as PortalRecord;
const LINE = { MaHoSo: 'H48.12-261124-0001', TrangThai: '1' } as never;

describe('the adapter, against a portal that answers in every way that the protocol allows', () => {
  let server: Server;
  let url: string;
  let logins: Answer[] = [];
  let answers: Answer[] = [];
  let heard: { path: string; dstcode: unknown; type: unknown; body: Record<string, unknown> }[] = [];
  /** Answers that the portal has got to the end of, each by itself: that of an earlier call may come during a later one. */
  const ended = new Set<Answer>();
  const LOGGED_IN: Answer = { body: '{"error_code":0,"session":"S-1","message":""}' };

  const give = (answer: Answer, response: ServerResponse): void => {
    if (answer === 'silent') return;
    if (answer === 'closed') return void response.socket?.destroy();
    const { status = 200, body, slowMs = 0 } = answer;
    const half = Math.floor(body.length / 2);
    // In two pieces, without a length.
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
    response.write(body.slice(0, half));
    setTimeout(() => {
      ended.add(answer);
      response.end(body.slice(half));
    }, slowMs);
  };
  const hear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const path = request.url ?? '';
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
    heard.push({ path, dstcode: request.headers['dstcode'], type: request.headers['content-type'], body });
    if (path.endsWith('/mapi/login')) return give(logins.shift() ?? LOGGED_IN, response);
    give(answers.shift() ?? { body: '{"error_code":"0"}' }, response);
  };

  beforeAll(async () => {
    server = createServer((request, response) => void hear(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/XrdAdapter/RestService/forward`;
  });
  afterEach(() => {
    [logins, answers, heard] = [[], [], []];
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const portal = (): MapiPortal =>
    new MapiPortal({
      url,
      destination: 'VN:GOV:NPSP',
      username: 'quangngai',
      password: 'mat-khau',
      unit: 'H48',
      timeoutMs: 1_500,
    } as PortalConfig);
  const send = (asUpdate = false) => portal().sendRecord(RECORD, asUpdate);

  it('logs in once, and says in every call who asks, of which service, and where it goes', async () => {
    const adapter = portal();
    await adapter.sendRecord(RECORD, false);
    await adapter.sendRecord(RECORD, true);
    await adapter.sendProgress([LINE]);
    await adapter.findRecord('A-1');
    await adapter.list('LayDanhSachTTHC');
    await adapter.list('LayDanhMucCoQuan');
    await adapter.list('LayDanhMucLinhVuc');
    await adapter.findProcedure('1.001686');
    const base = '/XrdAdapter/RestService/forward/mapi/';
    expect(heard.map(({ path }) => path)).toEqual([`${base}login`, ...Array.from({ length: 8 }, () => `${base}g`)]);
    expect(new Set(heard.map(({ dstcode }) => dstcode))).toEqual(new Set(['VN:GOV:NPSP']));
    expect(new Set(heard.map(({ type }) => type))).toEqual(new Set(['application/json']));
    const call = (service: string, more: object) => ({ session: 'S-1', madonvi: 'H48', service, ...more });
    expect(heard.map(({ body }) => body)).toEqual([
      { username: 'quangngai', password: 'mat-khau' },
      call('DongBoHoSoMC', { isUpdating: 'False', data: [RECORD] }),
      call('DongBoHoSoMC', { isUpdating: 'True', data: [RECORD] }),
      call('CapNhatTienDoHoSoMC', { data: [LINE] }),
      call('TraCuuHoSo', { mahoso: 'A-1' }),
      call('LayDanhSachTTHC', {}),
      call('LayDanhMucCoQuan', {}),
      call('LayDanhMucLinhVuc', {}),
      call('LayThuTuc', { maTTHC: '1.001686' }),
    ]);
  });

  it.each([
    ['0', '{"error_code":0}'],
    ['"0"', '{"error_code":"0","message":"Thành công","result":null}'],
    ['"00"', '{"error_code":"00","message":"","result":[],"requestId":"x"}'],
    ['0 in a text of JSON', JSON.stringify('{"error_code":0}')],
    ['"0" after a byte order mark and blanks', '\ufeff\r\n  {"error_code" : "0"}\r\n'],
  ])('takes error_code %s for success', async (_, body) => {
    answers = [{ body }];
    expect(await send()).toMatchObject({ kind: 'done' });
  });

  it.each([
    ['3', '{"error_code":3,"message":"Hồ sơ đã tồn tại"}', 'exists'],
    ['"-3"', '{"error_code":"-3","message":"Mã hồ sơ H48 ĐÃ TỒN TẠI trên hệ thống"}', 'exists'],
    ['3, its letters and marks apart', `{"error_code":3,"message":"${'Hồ sơ đã tồn tại'.normalize('NFD')}"}`, 'exists'],
    ['-3', '{"error_code":-3,"message":"Hồ sơ không tồn tại"}', 'missing'],
    ['"03"', '{"error_code":"03","message":"Hồ sơ đã tồn tại"}', 'exists'],
    ['3 without marks', '{"error_code":3,"message":"Ho so DA TON TAI"}', 'exists'],
    ['-3 without marks', '{"error_code":-3,"message":"Ho so khong ton tai"}', 'missing'],
    ['-1 that begs pardon', '{"error_code":-1,"message":"Xin lỗi đã làm phiền, sai dữ liệu"}', 'refused'],
    ['-1 that names a version without marks', '{"error_code":-1,"message":"Phien ban du lieu sai"}', 'refused'],
    ['"000", which no protocol has', '{"error_code":"000","message":""}', 'refused'],
    ['"3"', '{"error_code":"3","message":"Hồ sơ không tồn tại"}', 'missing'],
    ['3 of neither', '{"error_code":3,"message":"Sai cấu trúc"}', 'refused'],
    ['3 without a word', '{"error_code":3}', 'refused'],
    ['another code that says “đã tồn tại”', '{"error_code":7,"message":"Đơn vị đã tồn tại"}', 'refused'],
    ['-1 that names no session', '{"error_code":-1,"message":"Sai dữ liệu"}', 'refused'],
    ['-1 that names a version', '{"error_code":-1,"message":"Phiên bản dữ liệu không được hỗ trợ"}', 'refused'],
    ['a code of letters', '{"error_code":"E01","message":"Sai dữ liệu"}', 'refused'],
  ] as const)('judges %s by its code first', async (_, body, kind) => {
    answers = [{ body }];
    expect((await send()).kind).toBe(kind);
  });

  it('takes a refusal for one whatever its HTTP status below 500', async () => {
    answers = [{ status: 400, body: '{"error_code":4,"message":"Trường Fax"}' }];
    expect(await send()).toEqual({ kind: 'refused', code: '4', message: 'Trường Fax' });
  });

  it('keeps of a refusal what can be written down, whatever the portal writes', async () => {
    const message = `Trường\\u0000 Fax \\ud83d ${'𠀀'.repeat(600)}`;
    answers = [{ body: `{"error_code":"${'9'.repeat(4_000)}","message":"${message}"}` }];
    expect(await send()).toEqual({
      kind: 'refused',
      code: '9'.repeat(60),
      message: `Trường Fax \ufffd ${'𠀀'.repeat(487)}`,
    });
  });

  it.each([
    ['a page for people', { body: '<html><body>Bảo trì</body></html>' }],
    ['nothing', { body: '' }],
    ['JSON that is no envelope', { body: '[{"error_code":0}]' }],
    ['an envelope without a code', { body: '{"message":"ok"}' }],
    ['half of an envelope', { body: '{"error_code":0,"mess' }],
    ['HTTP 500 with a code', { status: 500, body: '{"error_code":0}' }],
    ['HTTP 503 with a page', { status: 503, body: '<h1>503</h1>' }],
    ['a redirect', { status: 302, body: '' }],
    ['an answer that comes too late', { body: '{"error_code":0}', slowMs: 4_000 }],
    ['a connection that is taken, and nothing said', 'silent'],
    ['a connection that is closed', 'closed'],
  ] as readonly (readonly [string, Answer])[])('has no answer in %s', async (_, answer) => {
    answers = [answer];
    expect((await send()).kind).toBe('unanswered');
  });

  it('is under way with a write until the portal has ended with it, though its answer came too late', async () => {
    const adapter = portal();
    await adapter.findRecord('A-1');
    for (const write of [() => adapter.sendRecord(RECORD, false), () => adapter.sendProgress([LINE])]) {
      const late: Answer = { body: '{"error_code":0}', slowMs: 2_500 };
      answers = [late];
      expect(await write()).toMatchObject({ kind: 'unanswered', code: 'NETWORK', message: 'timed out' });
      expect(ended.has(late)).toBe(true);
    }
  });

  it.each([
    ['-1', { body: '{"error_code":-1,"message":"Session đã hết hạn"}' }],
    ['"401"', { body: '{"error_code":"401","message":"Phiên làm việc không hợp lệ"}' }],
    ['-1 without marks', { body: '{"error_code":"-1","message":"PHIEN lam viec het han"}' }],
    ['HTTP 401 with a page', { status: 401, body: '<h1>401</h1>' }],
  ] as readonly (readonly [string, Answer])[])(
    'logs in again, once per call, where %s ends the session',
    async (_, gone) => {
      logins = [LOGGED_IN, { body: '{"error_code":"00","session":2}' }];
      answers = [gone];
      expect((await send()).kind).toBe('done');
      expect(heard.map(({ body }) => body['session'])).toEqual([undefined, 'S-1', undefined, '2']);
      [logins, answers, heard] = [[], [gone, gone], []];
      expect((await send()).kind).toBe('unanswered');
      expect(heard).toHaveLength(4);
    },
  );

  it.each([
    ['a refusal', { body: '{"error_code":1,"message":"Sai mật khẩu"}' }],
    ['no session', { body: '{"error_code":0}' }],
    ['a page', { body: '<html></html>' }],
    ['HTTP 502', { status: 502, body: '' }],
    ['a closed connection', 'closed'],
    ['nothing, for ever', 'silent'],
  ] as readonly (readonly [string, Answer])[])(
    'sends nothing where the login is answered by %s, and logs in anew with the next call',
    async (_, answer) => {
      const adapter = portal();
      logins = [answer];
      expect(await adapter.sendRecord(RECORD, false)).toMatchObject({ kind: 'unanswered', code: 'LOGIN' });
      expect(heard).toHaveLength(1);
      expect((await adapter.sendRecord(RECORD, false)).kind).toBe('done');
    },
  );

  it.each([
    ['inside the result', '{"error_code":"0","result":{"session":"S-9"}}', 'S-9'],
    ['inside the data, and null beside the code', '{"error_code":0,"session":null,"data":{"session":"S-9"}}', 'S-9'],
    ['beside data of another kind', '{"error_code":0,"data":{"ttl":1},"session":" S-9 "}', 'S-9'],
    [
      'as a number longer than numbers are exact',
      '{"error_code":0,"session": 9007199254740993123}',
      '9007199254740993123',
    ],
    ['in an answer that is a text of JSON', JSON.stringify('{"error_code":0,"session":77}'), '77'],
  ])('knows a session that comes %s', async (_, body, session) => {
    logins = [{ body }];
    await send();
    expect(heard[1]?.body['session']).toBe(session);
  });

  it.each([
    ['a list', '[{"MaHoSo":"A-1","TrangThaiHoSo":"1"}]'],
    ['the dossier itself', '{"MaHoSo":"A-1","TrangThaiHoSo":"1"}'],
    ['a list inside an object', '{"data":[{"MaHoSo":"A-1","TrangThaiHoSo":"1"}]}'],
    ['itself inside an object', '{"data":{"MaHoSo":"A-1","TrangThaiHoSo":"1"}}'],
    ['a text of JSON', '"[{\\"MaHoSo\\":\\"A-1\\",\\"TrangThaiHoSo\\":\\"1\\"}]"'],
    ['numbers', '[{"MaHoSo":"A-1","TrangThaiHoSo":1}]'],
    ['others beside it, and itself twice', '[{"MaHoSo":"B"},{"MaHoSo":"A-1","TrangThaiHoSo":"1"},{"MaHoSo":"A-1"}]'],
  ])('finds a dossier in %s', async (_, result) => {
    answers = [{ body: `{"error_code":0,"result":${result}}` }];
    expect(await portal().findRecord('A-1')).toEqual({ answered: true, found: { MaHoSo: 'A-1', TrangThaiHoSo: '1' } });
  });

  it('reads flags and nothing as the texts that they mean, and no text that cannot be written down', async () => {
    answers = [
      {
        body: String.raw`{"error_code":0,"result":[{"MaHoSo":"A-1","GhiChu":"x\u0000y\ud83d","HoSoCoThanhPhanSoHoa":true,"Fax":null,"T\u0000":[false]}]}`,
      },
    ];
    expect(await portal().findRecord('A-1')).toEqual({
      answered: true,
      found: { MaHoSo: 'A-1', GhiChu: 'xy\ufffd', HoSoCoThanhPhanSoHoa: '1', Fax: '', T: ['0'] },
    });
  });

  it.each([
    ['an empty list', '{"error_code":0,"result":[]}'],
    ['an empty object', '{"error_code":0,"result":{}}'],
    ['an empty text', '{"error_code":0,"result":""}'],
    ['null', '{"error_code":0,"result":null}'],
    ['no result', '{"error_code":"00"}'],
    ['another dossier', '{"error_code":0,"result":[{"MaHoSo":"A-11"}]}'],
    ['3 “không tồn tại”', '{"error_code":3,"message":"Hồ sơ không tồn tại"}'],
    ['3 in other words', '{"error_code":"-3","message":"Không tìm thấy hồ sơ"}'],
  ])('finds none in %s', async (_, body) => {
    answers = [{ body }];
    expect(await portal().findRecord('A-1')).toEqual({ answered: true, found: null });
  });

  it('knows nothing where a look-up is refused or not answered', async () => {
    answers = [{ body: '{"error_code":9,"message":"Lỗi"}' }, 'closed'];
    expect(await portal().findRecord('A-1')).toMatchObject({ answered: false, answer: { kind: 'refused' } });
    expect(await portal().findRecord('A-1')).toMatchObject({ answered: false, answer: { kind: 'unanswered' } });
  });
});
