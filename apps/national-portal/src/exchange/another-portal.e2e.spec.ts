import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { PortalConfig } from '../portal.config.js';
import type { PortalProgress, PortalRecord } from '../record/portal-record.js';
import type { Job, Outcome } from '../send-records/job.js';
import { Sending } from '../send-records/sending.js';
import { MapiPortal } from './mapi-portal.js';

type Json = Record<string, unknown>;
interface Sent {
  readonly status?: number;
  readonly type?: string;
  readonly body: string | Buffer;
  readonly encoding?: string;
}

/** What the protocol leaves to a portal. Each of them is another portal, and all must end with the same. */
interface Manner {
  /** `error_code` of a success, as JSON. */
  readonly success?: string;
  readonly exists?: Json;
  readonly missing?: Json;
  /** Of what it holds, as `TraCuuHoSo` gives it; null where it holds none. */
  readonly found?: (record: Json | null) => Json;
  readonly login?: (session: string) => Json;
  /** After so many calls a session is gone, and this says so. */
  readonly sessionCalls?: number;
  readonly gone?: Sent;
  /** How an answer goes over the wire. */
  readonly wire?: (body: string) => Sent;
  /** What becomes of the first answer to a write that was taken. */
  readonly first?: Sent | 'closed' | 'silent';
}

const RECORD = { MaHoSo: 'H48.12-261124-0001', TrangThaiHoSo: '1', ChuHoSo: 'Nguyễn Thị Mẫu', TaiLieuNop: [] };
const record = (TrangThaiHoSo: string): PortalRecord =>
  ({ ...RECORD, TrangThaiHoSo, TrichYeuHoSo: '', DanhSachGiayToKetQua: [] }) as unknown as PortalRecord;
const line = (n: number): PortalProgress =>
  ({ MaHoSo: RECORD.MaHoSo, NguoiXuLy: 'Một cửa', TrangThai: String(n), NoiDungXuLy: `Bước ${n}` }) as PortalProgress;

const MANNERS: readonly (readonly [string, Manner])[] = [
  ['that keeps to the plainest form', {}],
  [
    'whose codes are texts of two digits, with results where none are needed',
    {
      success: '"00"',
      found: (held) => ({ result: held ? [held] : [] }),
      login: (session) => ({ session, result: {}, message: null }),
    },
  ],
  [
    'that says negative codes, in capitals and with wide blanks',
    {
      exists: { error_code: '-3', message: 'HỒ SƠ  ĐÃ\u00a0TỒN TẠI' },
      missing: { error_code: -3, message: 'HỒ SƠ\nKHÔNG  TỒN TẠI' },
    },
  ],
  [
    'that writes letters and marks apart',
    {
      exists: { error_code: 3, message: 'đã tồn tại'.normalize('NFD') },
      missing: { error_code: 3, message: 'không tồn tại'.normalize('NFD') },
    },
  ],
  [
    'that has nested results and numbers in them',
    {
      found: (held) => ({ result: { data: held ? [{ ...held, TrangThaiHoSo: Number(held['TrangThaiHoSo']) }] : [] } }),
    },
  ],
  [
    'whose result is a text of JSON, and nothing an empty text',
    { found: (held) => ({ result: held ? JSON.stringify([held]) : '' }) },
  ],
  [
    'that says null for what is empty',
    { found: (held) => ({ result: held ? [{ ...held, TaiLieuNop: null, TrichYeuHoSo: null }] : null }) },
  ],
  [
    'that does not find by refusing',
    { found: (held) => (held ? { result: held } : { error_code: '3', message: 'Hồ sơ không tồn tại' }) },
  ],
  [
    'whose sessions are numbers and last one call',
    { login: (session) => ({ session: Number(session), ttl: 1 }), sessionCalls: 1 },
  ],
  [
    'that ends sessions by a page',
    { sessionCalls: 2, gone: { status: 401, type: 'text/html', body: '<h1>Unauthorized</h1>' } },
  ],
  [
    'that ends sessions by a code of text',
    { sessionCalls: 1, gone: { body: '{"error_code":"401","message":"Phiên đăng nhập hết hiệu lực"}' } },
  ],
  [
    'that ends sessions in English, with marks of no letter',
    { sessionCalls: 1, gone: { body: '{"error_code":"-1","message":"SESSION EXPIRED."}' } },
  ],
  ['that compresses, though nobody says how long', { wire: (body) => ({ body: gzipSync(body), encoding: 'gzip' }) }],
  ['that begins with a byte order mark', { wire: (body) => ({ body: `\ufeff\n${body}\n`, type: 'text/plain' }) }],
  [
    'that speaks UTF-16',
    { wire: (body) => ({ body: Buffer.from(`\ufeff${body}`, 'utf16le'), type: 'application/json; charset=UTF-16LE' }) },
  ],
  ['that names a charset that nobody knows', { wire: (body) => ({ body, type: 'application/json;charset="x-tcvn"' }) }],
  ['that answers 201', { wire: (body) => ({ body, status: 201 }) }],
  [
    'that says what it refuses by HTTP as well',
    { wire: (body) => ({ body, status: /"error_code":"?-?3/.test(body) ? 409 : 200 }) },
  ],
  ['that closes the connection after it took a record', { first: 'closed' }],
  ['that says nothing after it took a record', { first: 'silent' }],
  ['that says 502 with a success after it took a record', { first: { status: 502, body: '{"error_code":0}' } }],
  ['that shows a page after it took a record', { first: { type: 'text/html', body: '<html>Bảo trì</html>' } }],
  ['that redirects after it took a record', { first: { status: 302, body: '' } }],
  ['that ends in the middle of an answer after it took a record', { first: { body: '{"error_code":"0","mess' } }],
];

/** A portal by hand, which shares nothing with our simulator. */
class AnotherPortal {
  readonly held = new Map<string, Json>();
  readonly lines: Json[] = [];
  inserts = 0;
  private session = 1_000;
  private left = 0;
  private lost = new Set<string>();

  constructor(private manner: Manner) {}

  /** From now on, of the first write of each kind. */
  loses(first: NonNullable<Manner['first']>): void {
    this.manner = { ...this.manner, first };
  }

  answer(path: string, call: Json): Sent | 'closed' | 'silent' {
    const { success = '0', exists, missing, login, found, gone, sessionCalls = Infinity, first, wire } = this.manner;
    const send = (body: Json): Sent => (wire ?? ((text) => ({ body: text })))(JSON.stringify(body));
    const done = (more: Json = {}): Json => ({ error_code: JSON.parse(success) as unknown, ...more });
    if (path.endsWith('/mapi/login')) {
      this.session += 1;
      this.left = sessionCalls;
      return send(done(login?.(String(this.session)) ?? { session: String(this.session) }));
    }
    if (call['session'] !== String(this.session) || this.left === 0)
      return gone ?? send({ error_code: -1, message: 'Session không tồn tại' });
    this.left -= 1;
    const [one] = (call['data'] ?? []) as Json[];
    if (call['service'] === 'TraCuuHoSo') {
      const held = this.held.get(String(call['mahoso'])) ?? null;
      return send(done(found?.(held) ?? { result: held ? [held] : [] }));
    }
    const code = String(one?.['MaHoSo']);
    const known = this.held.has(code);
    if (call['service'] === 'CapNhatTienDoHoSoMC') {
      if (!known) return send(missing ?? { error_code: 3, message: 'Hồ sơ không tồn tại' });
      this.lines.push(...(call['data'] as Json[]));
      return send(done());
    }
    if (known !== (call['isUpdating'] === 'True'))
      return send((known ? exists : missing) ?? { error_code: 3, message: `Hồ sơ ${known ? 'đã' : 'không'} tồn tại` });
    if (!known) this.inserts += 1;
    this.held.set(code, one!);
    if (first !== undefined && !this.lost.has(String(call['isUpdating']))) {
      this.lost.add(String(call['isUpdating']));
      return first;
    }
    return send(done());
  }
}

describe('another portal, which uses every freedom that the protocol leaves', () => {
  let server: Server;
  let url: string;
  let portal = new AnotherPortal({});
  const give = (answer: Sent | 'closed' | 'silent', response: ServerResponse): void => {
    if (answer === 'silent') return;
    if (answer === 'closed') return void response.socket?.destroy();
    const { status = 200, type = 'application/json', body, encoding } = answer;
    response.writeHead(status, { 'content-type': type, ...(encoding && { 'content-encoding': encoding }) });
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    response.write(bytes.subarray(0, 3));
    response.end(bytes.subarray(3));
  };
  const hear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    give(portal.answer(request.url ?? '', JSON.parse(Buffer.concat(chunks).toString('utf8')) as Json), response);
  };
  beforeAll(async () => {
    server = createServer((request, response) => void hear(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/forward/`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  /** As the sender does it: again, until nothing waits. Answers how often the record was tried. */
  const sendAll = async (adapter: MapiPortal): Promise<number> => {
    let state: Partial<Outcome> = { there: 'no', sentHash: null, refusedHash: null, failures: 0, oneByOne: false };
    let tries = 0;
    const lines = [1, 2, 4].map((n) => ({ id: `line-${n}`, line: line(n) }));
    for (const [step, sent] of [record('1'), record('4')].entries()) {
      for (let settled = false; !settled;) {
        tries += 1;
        if (tries > 12) throw new Error('it never ends');
        const job = { dossierId: 'd', revision: step + 1, facts: { submission: { portalCode: null } }, ...state };
        const sending = new Sending(job as unknown as Job, adapter, (text) => text);
        settled = await sending.record('record', sent, `hash-${step}`);
        if (settled && step === 1) await sending.progress(lines);
        state = sending.outcome();
      }
    }
    return tries;
  };

  it('took a change whose answer was lost, and holds again what stood before it, where that comes back', async () => {
    portal = new AnotherPortal({});
    const config = { url, destination: 'D', username: 'u', password: 'p', unit: 'H48', timeoutMs: 1_500 };
    const adapter = new MapiPortal(config as PortalConfig);
    let state: Partial<Outcome> = { there: 'no', sentHash: null, refusedHash: null, failures: 0, oneByOne: false };
    const sent = async (status: string): Promise<boolean> => {
      const job = { dossierId: 'd', revision: 1, facts: { submission: { portalCode: null } }, ...state };
      const sending = new Sending(job as unknown as Job, adapter, (text) => text);
      const settled = await sending.record('record', record(status), `hash-${status}`);
      state = sending.outcome();
      return settled;
    };
    expect(await sent('9')).toBe(true);
    portal.loses('closed');
    // A return, and that it was a mistake.
    expect(await sent('10')).toBe(false);
    expect([...portal.held.values()]).toEqual([record('10')]);
    expect(await sent('9')).toBe(true);
    expect([...portal.held.values()]).toEqual([record('9')]);
  });

  it('that has lost a dossier gets it again as new, and the lines that it did not take after it', async () => {
    portal = new AnotherPortal({});
    const config = { url, destination: 'D', username: 'u', password: 'p', unit: 'H48', timeoutMs: 1_500 };
    const adapter = new MapiPortal(config as PortalConfig);
    const job = { dossierId: 'd', revision: 1, facts: { submission: { portalCode: null } }, failures: 0 };
    const sendingOf = (state: object): Sending =>
      new Sending({ ...job, ...state } as unknown as Job, adapter, (text) => text);
    const lines = [{ id: 'line', line: line(1) }];
    const first = sendingOf({ there: 'no', sentHash: null, refusedHash: null, oneByOne: false });
    expect(await first.record('record', record('1'), 'hash')).toBe(true);
    portal.held.clear();
    await first.progress(lines);
    const lost = first.outcome();
    expect(lost).toMatchObject({ there: 'no', requeueRecord: true, failures: 1 });
    expect(lost.rows.at(-1)).toMatchObject({ id: 'line', state: 'waiting' });
    const second = sendingOf(lost);
    expect(await second.record('record', record('1'), 'hash')).toBe(true);
    await second.progress(lines);
    expect([[...portal.held.values()], portal.lines, portal.inserts]).toEqual([[record('1')], [line(1)], 2]);
  });

  it.each(MANNERS)(
    '%s, holds in the end what we hold: inserted once, changed once, each line once and in order',
    async (_, manner) => {
      portal = new AnotherPortal(manner);
      const config = { url, destination: 'D', username: 'u', password: 'p', unit: 'H48', timeoutMs: 1_500 };
      const tries = await sendAll(new MapiPortal(config as PortalConfig));
      expect([...portal.held.values()]).toEqual([record('4')]);
      expect(portal.inserts).toBe(1);
      expect(portal.lines.map(({ TrangThai }) => TrangThai)).toEqual(['1', '2', '4']);
      // An answer that was lost is asked for, and nothing else is tried again.
      expect(tries).toBe(manner.first === undefined ? 2 : 4);
    },
  );
});
