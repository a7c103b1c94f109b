import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AgencyChangedV1,
  CaseSupplementRequestedV1,
  DossierAcceptedV1,
  DossierStatusChangedV1,
  DossierSubmittedV1,
  DossierSupplementRequestedV1,
  PortalDossierReceivedV1,
  PortalRequestRefusedV1,
  ProcedureVersionAnnouncedV1,
} from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { Commands, openEnvelope, sealText, type Tx, UnitOfWork } from '@motcua/platform';
import { type ApiClient, type ApiResponse, eventually, type Json } from '@motcua/testing';
import { RECEIVE_REQUEST } from '../receive-requests/receive-request.js';
import { CITIZEN_ID, type PortalWorld, SEALING_KEY, startPortalWorld } from '../testing/portal.fixture.js';
import { RECEIVE_DOSSIER } from './receive-dossier.js';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

describe('what citizens submit at the national portal', () => {
  let world: PortalWorld;
  let portal: ApiClient;
  let admin: ApiClient;
  beforeAll(async () => {
    world = await startPortalWorld({ MOTCUA_PORTAL_FILE_TIMEOUT_MS: '1000', MOTCUA_FILE_MAX_BYTES: '2048' });
    await world.tell(AgencyChangedV1, 'H48.12', { code: 'H48.12', active: true });
    portal = (await world.system.as({ sub: 'national-portal', roles: ['national-portal'] })).with({
      idempotencyKey: null,
    });
    admin = await world.system.as({ sub: 'admin', roles: ['admin'] });
  });
  afterAll(() => world.stop());

  const file = (content: Buffer, more: object = {}): string =>
    world.simulator.portal.files.add({ name: 'don.pdf', mediaType: 'application/pdf', content, ...more }).url;
  const paper = (component: string, address: string, name = 'đơn.pdf'): object => ({
    TepDinhKemId: 'T-1',
    TenTepDinhKem: name,
    IsDeleted: '0',
    MaThanhPhanHoSo: component,
    DuongDanTaiTepTin: address,
    DuocSoHoa: '0',
    DuocTaiSuDung: '0',
    DuocLayTuKhoDMQG: '0',
    MaKetQuaThayThe: '',
  });
  const dossier = (code: string, change: object = {}): Record<string, unknown> => ({
    MaHoSo: code,
    MaTTHC: '1.001686',
    TenTTHC: 'Cấp giấy chứng nhận',
    KenhThucHien: '2',
    ChuHoSo: 'Nguyễn Thị Mẫu',
    SoGiayToChuHoSo: CITIZEN_ID,
    LoaiDoiTuong: '1',
    MaDoiTuong: 'TK-01',
    Email: 'mau@example.test',
    SoDienThoai: '0900000001',
    NgayNopHoSo: '20261124090000',
    TrangThaiHoSo: '1',
    HinhThuc: '0',
    DonViXuLy: 'H48.12',
    NoiNopHoSo: '1',
    TaiKhoanDuocXacThucVoiVNeID: '1',
    DinhDanhCHS: [{ LoaiDinhDanh: '1', SoDinhDanh: CITIZEN_ID }],
    TaiLieuNop: [paper('DON-DE-NGHI', file(pdf))],
    ...change,
  });
  const deliver = (body: unknown) => portal.post('/portal/v1/received-dossiers', body);
  const handedOver = (id: string, count = 1): Promise<Json[]> =>
    eventually(async () => {
      const rows = await world.system.sql<{ data: Json }>(
        `SELECT data, id FROM portal.outbox WHERE key = $1 AND type = $2 UNION
         SELECT data, id FROM portal.outbox_archive WHERE key = $1 AND type = $2 ORDER BY id`,
        [id, PortalDossierReceivedV1.type],
      );
      return rows.length >= count && rows.map(({ data }) => data);
    });

  it('are handed to intake, with their papers fetched and the applicant sealed; a repeat is answered as before', async () => {
    const code = '000.00.00.G22-261124-000010';
    const body = dossier(code);
    const first = await deliver(body);
    expect(first).toMatchObject({ status: 202, body: { portalCode: code, revision: 1 } });
    expect(await deliver(body)).toMatchObject({ status: 202, body: first.body });
    const [told] = await handedOver(first.body.id);
    expect(told).toMatchObject({
      dossierId: first.body.id,
      portalCode: code,
      procedureCode: '1.001686',
      agency: 'H48.12',
      submittedAt: '2026-11-24T09:00:00+07:00',
      deliveryMethod: 'counter',
      files: [{ component: 'DON-DE-NGHI', name: 'đơn.pdf', mediaType: 'application/pdf', size: pdf.length }],
      fileFaults: [],
      identified: true,
    });
    expect(JSON.stringify(told)).not.toContain('Nguyễn');
    expect(openEnvelope(SEALING_KEY, told)).toEqual({
      kind: 'citizen',
      identity: { type: 'citizenId', number: CITIZEN_ID },
      fullName: 'Nguyễn Thị Mẫu',
      email: 'mau@example.test',
      phone: '0900000001',
      address: null,
      deliveryAddress: null,
    });
    expect(await portal.get(`/portal/v1/dossiers/${code}`)).toMatchObject({
      status: 200,
      body: { id: first.body.id, portalCode: code, code: null, state: 'handedOver' },
    });
  });

  it('are one dossier, and one request, however many pushes of them come in one instant', async () => {
    const code = '000.00.00.G22-261124-000050';
    const body = dossier(code, { TaiLieuNop: [] });
    const answers = await Promise.all(Array.from({ length: 6 }, () => deliver(body)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202, 202]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    const { id } = answers[0]!.body;
    // Two contents at once are two states of one dossier, one after the other.
    const both = await Promise.all(
      ['Lê Văn Mẫu', 'Vũ Thị Mẫu'].map((ChuHoSo) => deliver(dossier(code, { TaiLieuNop: [], ChuHoSo }))),
    );
    expect(both.map(({ body: { revision } }) => revision).toSorted()).toEqual([2, 3]);
    expect(new Set(both.map((answer) => answer.body.id))).toEqual(new Set([id]));
    const payment = { MaYeuCau: 'YC-50', MaHoSo: code, MaGiaoDich: 'GD-50', SoTien: '1000' };
    const paid = await Promise.all(
      Array.from({ length: 6 }, () => portal.post('/portal/v1/received-payments', payment)),
    );
    expect(new Set(paid.map((answer) => `${answer.status} ${answer.body.id}`)).size).toBe(1);
    const differing = await Promise.all(
      ['1', '2'].map((SoTien) =>
        portal.post('/portal/v1/received-payments', { ...payment, MaYeuCau: 'YC-51', SoTien }),
      ),
    );
    expect(differing.map(({ status }) => status).toSorted()).toEqual([202, 409]);
    const counted = await world.system.sql(
      `SELECT (SELECT count(*)::int FROM portal.received_dossier WHERE portal_code = $1) AS dossiers,
         (SELECT count(*)::int FROM portal.received_request WHERE code = $1) AS requests`,
      [code],
    );
    expect(counted).toEqual([{ dossiers: 1, requests: 2 }]);
  });

  it('are one dossier, and one request, where another process is at the same one: who comes second waits for it', async () => {
    const code = '000.00.00.G22-261124-000060';
    const commands = world.system.get('portal', Commands);
    const elsewhere = (record: object) => ({
      ...{ id: newId(), bodyHash: 'elsewhere', actor: 'national-portal' },
      body: sealText(SEALING_KEY, JSON.stringify(record)),
    });
    const meanwhile = async (work: (tx: Tx) => Promise<unknown>, push: () => Promise<ApiResponse>) => {
      const [pushed] = await world.system.get('portal', UnitOfWork).run(async (tx) => {
        await work(tx);
        const pushing = push();
        await eventually(async () => {
          const waiting = await world.system.sql(
            `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          );
          return waiting.length > 0;
        });
        return [pushing];
      });
      return pushed;
    };
    const record = dossier(code, { TaiLieuNop: [] });
    const first = { ...elsewhere(record), portalCode: code };
    const second = await meanwhile(
      (tx) => commands.apply(tx, RECEIVE_DOSSIER, first),
      () => deliver({ ...record, ChuHoSo: 'Lê Văn Mẫu' }),
    );
    expect(second).toMatchObject({ status: 202, body: { id: first.id, revision: 2 } });
    const payment = { MaYeuCau: 'YC-60', MaHoSo: code, MaGiaoDich: 'GD-60', SoTien: '1000' };
    const paid = { ...elsewhere(payment), kind: 'payment' as const, requestId: 'YC-60', code };
    const differing = await meanwhile(
      (tx) => commands.apply(tx, RECEIVE_REQUEST, paid),
      () => portal.post('/portal/v1/received-payments', { ...payment, SoTien: '2000' }),
    );
    expect(differing).toMatchObject({ status: 409, body: { code: 'PORTAL.REQUEST_REUSED' } });
  });

  it('wait for an agency too, and go on when the code map says which of ours it is', async () => {
    const code = '000.00.00.G22-261124-000051';
    const { body } = await deliver(dossier(code, { DonViXuLy: 'DV-LA-51' }));
    const seen = () => portal.get(`/portal/v1/dossiers/${code}`);
    await eventually(async () => (await seen()).body.state === 'waiting');
    expect((await seen()).body.waitingFor).toEqual([{ kind: 'agency', code: 'DV-LA-51' }]);
    const listed = await admin.get('/portal/v1/deliveries?state=waiting');
    expect(listed.body.items).toMatchObject([{ code, waitingFor: [{ kind: 'agency', code: 'DV-LA-51' }] }]);
    const mapped = await admin.put('/portal/v1/code-maps/agency/H48.12', { portalCode: 'DV-LA-51' });
    expect(mapped.status).toBe(201);
    expect((await handedOver(body.id))[0].agency).toBe('H48.12');
    await world.system.sql(`DELETE FROM portal.code_map WHERE code = 'H48.12'`);
  });

  const agencyEnded = (code: string, successors: readonly string[]): Promise<void> =>
    world.tell(AgencyChangedV1, code, { code, legacyCode: `000.00.${code.slice(4)}.H48`, active: false, successors });

  it('go to the agency that took over, where an ended one left its work to one alone', async () => {
    await agencyEnded('H48.73', ['H48.74']);
    await agencyEnded('H48.74', ['H48.12']);
    for (const [n, DonViXuLy] of ['H48.73', '000.00.74.H48'].entries()) {
      const { body } = await deliver(dossier(`000.00.00.G22-261124-00005${4 + n}`, { DonViXuLy }));
      expect((await handedOver(body.id))[0].agency).toBe('H48.12');
    }
  });

  it.each([
    ['to several', 52, 'H48.77', ['H48.12', 'H48.34']],
    ['to nobody', 53, 'H48.78', []],
    ['to one that has ended without an heir', 56, 'H48.79', ['H48.78']],
    ['to each other', 57, 'H48.75', ['H48.75']],
  ] as const)(
    'wait for an officer where the agency has ended and left its work %s, and go to the one that the code map names',
    async (_, n, ended, successors) => {
      const code = `000.00.00.G22-261124-0000${n}`;
      await agencyEnded(ended, successors);
      const { body } = await deliver(dossier(code, { DonViXuLy: ended }));
      await eventually(async () => {
        const { items } = (await admin.get('/portal/v1/deliveries?state=waiting')).body;
        return (items as Json[]).some((one) => one['code'] === code && one['waitingFor'][0]?.code === ended);
      });
      await admin.put('/portal/v1/code-maps/agency/H48.12', { portalCode: ended });
      expect((await handedOver(body.id))[0].agency).toBe('H48.12');
      await world.system.sql(`DELETE FROM portal.code_map WHERE code = 'H48.12'`);
    },
  );

  it('may be changed at the portal until they are accepted here, and not after', async () => {
    const code = '000.00.00.G22-261124-000011';
    const { body } = await deliver(dossier(code));
    await handedOver(body.id);
    const changed = dossier(code, { ChuHoSo: 'Trần Văn Mẫu' });
    const second = await deliver(changed);
    expect(second).toMatchObject({ status: 202, body: { id: body.id, revision: 2 } });
    expect((await handedOver(body.id, 2)).map(({ revision }) => revision)).toEqual([1, 2]);
    const ours = 'H48.12-261124-0011';
    await world.tell(DossierSubmittedV1, body.id, { dossierId: body.id, code: ours, portalCode: code });
    await world.tell(DossierAcceptedV1, body.id, { dossierId: body.id, code: ours });
    await world.tell(DossierStatusChangedV1, body.id, {
      dossierId: body.id,
      code: ours,
      from: 'registered',
      to: 'accepted',
    });
    await eventually(async () => (await portal.get(`/portal/v1/dossiers/${code}`)).body.status === 2);
    expect(await deliver(dossier(code, { ChuHoSo: 'Lê Văn Mẫu' }))).toMatchObject({
      status: 409,
      body: { code: 'PORTAL.DOSSIER_ACCEPTED' },
    });
    // An unchanged repeat is answered as before, whenever it comes.
    expect(await deliver(changed)).toMatchObject({ status: 202, body: second.body });
  });

  it('are the same where they are written otherwise: the absent left out or empty, in another order, with when it was sent', async () => {
    const code = '000.00.00.G22-261124-000061';
    const short = dossier(code, { TaiLieuNop: [] });
    const texts = [
      'MaLinhVuc',
      'ThongTinKhac',
      'Fax',
      'TrichYeuHoSo',
      'NgayTiepNhan',
      'NgayTra',
      'ThongTinTra',
      'GhiChu',
    ];
    const lists = ['DSKetNoiCSDL', 'DanhSachLePhi', 'DanhSachHoSoBoSung', 'DanhSachGiayToKetQua'];
    const whole = {
      ...Object.fromEntries([...texts.map((name) => [name, '']), ...lists.map((name) => [name, []])]),
      ...short,
    };
    // Behind a byte order mark.
    const first = await portal.post('/portal/v1/received-dossiers', `\ufeff${JSON.stringify(whole)}`);
    expect(first).toMatchObject({ status: 202, body: { portalCode: code, revision: 1 } });
    const apart = (short['ChuHoSo'] as string).normalize('NFD');
    const otherwise = Object.fromEntries(
      Object.entries({ ...short, ChuHoSo: apart, NgayGui: '20261125080000' }).toReversed(),
    );
    expect((await deliver(otherwise)).body).toEqual(first.body);
    expect((await deliver({ ...otherwise, GhiChu: 'x' })).body).toMatchObject({ id: first.body.id, revision: 2 });
  });

  it.each([
    ['a number for a text', { ChuHoSo: 12 }, '/ChuHoSo'],
    ['a number for a status', { TrangThaiHoSo: 1 }, '/TrangThaiHoSo'],
    ['a text for a list', { TaiLieuNop: '' }, '/TaiLieuNop'],
    ['a number in a list', { TaiLieuNop: [{ TenTepDinhKem: 5 }] }, '/TaiLieuNop/0/TenTepDinhKem'],
    ['a day that does not exist', { NgayNopHoSo: '20260230000000' }, '/NgayNopHoSo'],
    ['no procedure', { MaTTHC: undefined }, '/MaTTHC'],
    ['an empty code', { MaHoSo: '' }, '/MaHoSo'],
    ['no code', { MaHoSo: undefined }, '/MaHoSo'],
    ['an empty agency', { DonViXuLy: ' ' }, '/DonViXuLy'],
    ['null for a text', { Email: null }, '/Email'],
    ['null for a list', { TaiLieuNop: null }, '/TaiLieuNop'],
    ['what is alone without a list', { TaiLieuNop: { TenTepDinhKem: 'đơn.pdf' } }, '/TaiLieuNop'],
    ['a day without a time', { NgayNopHoSo: '20261124' }, '/NgayNopHoSo'],
    ['a day as people write it', { NgayNopHoSo: '24/11/2026' }, '/NgayNopHoSo'],
    ['a time without seconds', { NgayNopHoSo: '202611240900' }, '/NgayNopHoSo'],
    ['a time with dashes and no offset', { NgayTiepNhan: '2026-11-24T09:00:00' }, '/NgayTiepNhan'],
    ['an object for a text', { Email: { value: 'mau@example.test' } }, '/Email'],
    ['a text for an object', { DinhDanhCHS: ['051199000017'] }, '/DinhDanhCHS/0'],
    ['a flag for a text', { TaiKhoanDuocXacThucVoiVNeID: true }, '/TaiKhoanDuocXacThucVoiVNeID'],
    ['a status that there is not', { TrangThaiHoSo: '11' }, '/TrangThaiHoSo'],
    ['a code that no text may hold', { MaHoSo: 'G22-\u0000' }, '/MaHoSo'],
    ['half a character', { MaTTHC: '1.001686\ud800' }, '/MaTTHC'],
    ['more papers than anybody has', { TaiLieuNop: Array.from({ length: 201 }, () => ({})) }, '/TaiLieuNop'],
  ])('are refused with %s, and the field is named', async (_, change, pointer) => {
    const { status, body } = await deliver(dossier('000.00.00.G22-261124-000012', change));
    expect(status).toBe(422);
    expect(body.errors.map((error: Json) => error.pointer)).toContain(pointer);
  });

  it('are refused where they are no object at all, and taken with fields that nobody here knows', async () => {
    expect(await deliver([dossier('000.00.00.G22-261124-000016')])).toMatchObject({ status: 422 });
    const known = await deliver(dossier('000.00.00.G22-261124-000016', { MaMoi: 5, TaiLieuNop: [{ Moi: null }] }));
    expect(known.status).toBe(202);
    expect((await handedOver(known.body.id))[0].fileFaults).toHaveLength(1);
  });

  it('are taken without a name too, which is asked for like a paper', async () => {
    const { status, body } = await deliver(dossier('000.00.00.G22-261124-000015', { ChuHoSo: '', TaiLieuNop: [] }));
    expect(status).toBe(202);
    const [told] = await handedOver(body.id);
    expect(openEnvelope(SEALING_KEY, told)).toMatchObject({ fullName: '' });
  });

  it('wait, visibly, where the procedure or the agency is not known here, and go on when it is', async () => {
    const code = '000.00.00.G22-261124-000013';
    const { status, body } = await deliver(dossier(code, { MaTTHC: '9.999999' }));
    expect(status).toBe(202);
    await eventually(async () => (await portal.get(`/portal/v1/dossiers/${code}`)).body.state === 'waiting');
    expect((await portal.get(`/portal/v1/dossiers/${code}`)).body.waitingFor).toEqual([
      { kind: 'procedure', code: '9.999999' },
    ]);
    const { body: behind } = await admin.get('/portal/v1/synchronisation');
    expect(behind.receivedWaiting).toBe(1);
    expect(behind.waitingFor).toContainEqual({ kind: 'procedure', code: '9.999999', dossiers: 1 });
    await world.tell(ProcedureVersionAnnouncedV1, '9.999999', { code: '9.999999' });
    await handedOver(body.id);
  });

  it('are the dossier that an office had typed with the portal’s code, whichever of the two is heard of first', async () => {
    const typedFirst = '000.00.00.G22-261124-000020';
    const ours = await world.submitted('H48.12-261124-0020', { portalCode: typedFirst });
    await eventually(async () => (await portal.get(`/portal/v1/dossiers/${typedFirst}`)).status === 200);
    expect(await deliver(dossier(typedFirst, { MaDoiTuong: 'TK-20' }))).toMatchObject({
      status: 202,
      body: { id: ours, revision: 1 },
    });
    // Who the applicant is comes by a topic of its own.
    const linked = await eventually(async () => {
      const found = (await portal.get(`/portal/v1/dossiers/${typedFirst}`)).body;
      return found.record !== null && found;
    });
    expect(linked).toMatchObject({ id: ours, code: 'H48.12-261124-0020', state: 'handedOver', status: 1 });
    expect(linked.record).toMatchObject({ MaHoSo: typedFirst, MaDoiTuong: 'TK-20' });
    expect(
      await world.system.sql(`SELECT FROM portal.outbox WHERE key = $1 AND topic = 'motcua.portal'`, [ours]),
    ).toEqual([]);
    expect((await deliver(dossier(typedFirst, { MaDoiTuong: 'TK-21' }))).body).toMatchObject({ id: ours, revision: 2 });
    expect((await handedOver(ours)).map(({ revision }) => revision)).toEqual([2]);

    const deliveredFirst = '000.00.00.G22-261124-000021';
    const { body } = await deliver(dossier(deliveredFirst));
    await handedOver(body.id);
    const typed = await world.submitted('H48.12-261124-0021', { portalCode: deliveredFirst });
    await world.tell(PortalRequestRefusedV1, body.id, {
      dossierId: body.id,
      request: 'dossier',
      requestId: null,
      code: 'DOSSIER.PORTAL_CODE_TAKEN',
    });
    const seen = await eventually(async () => {
      const found = (await portal.get(`/portal/v1/dossiers/${deliveredFirst}`)).body;
      return found.id === typed && found;
    });
    expect(seen).toMatchObject({ state: 'handedOver', refusal: null });
    expect(await world.system.sql('SELECT FROM portal.inbox_parked')).toEqual([]);
  });

  it('stop no event where two dossiers have one code: the later one waits, visibly', async () => {
    const code = '000.00.00.G22-261124-000022';
    await world.submitted('H48.12-261124-0022', { portalCode: code });
    const second = await world.submitted('H48.12-261124-0023', { portalCode: code });
    const waits = 'SELECT waiting_for FROM portal.dossier WHERE dossier_id = $1 AND waiting_for IS NOT NULL';
    expect(await eventually(async () => (await world.system.sql(waits, [second]))[0])).toEqual({
      waiting_for: [{ kind: 'portalCode', code }],
    });
    const { waitingFor } = (await admin.get('/portal/v1/synchronisation')).body;
    expect(waitingFor).toContainEqual({ kind: 'portalCode', code, dossiers: 1 });
    expect(await world.system.sql('SELECT FROM portal.inbox_parked')).toEqual([]);
  });

  it('are told back with the papers of their last change, before the acceptance too', async () => {
    const code = '000.00.00.G22-261124-000023';
    const { body } = await deliver(dossier(code));
    await handedOver(body.id);
    await world.tell(DossierSubmittedV1, body.id, { dossierId: body.id, code: 'H48.12-261124-0024', portalCode: code });
    await world.moved(body.id, 'draft', 'registered', '2026-11-24T09:00:00+07:00');
    await world.named(body.id);
    await world.held(code);
    await deliver(dossier(code, { TaiLieuNop: [paper('BAN-VE', file(pdf), 'bản vẽ mới.pdf')] }));
    await world.held(code, ({ TaiLieuNop }) =>
      (TaiLieuNop as Json[]).some(({ TenTepDinhKem }) => TenTepDinhKem === 'bản vẽ mới.pdf'),
    );
  });

  it('are handed over with what could not be fetched, each with its reason', async () => {
    const exe = Buffer.from('MZ\x90\x00 not a paper');
    const { body } = await deliver(
      dossier('000.00.00.G22-261124-000014', {
        TaiLieuNop: [
          paper('A', 'https://elsewhere.example/a.pdf', 'a.pdf'),
          paper('B', file(Buffer.concat([pdf, Buffer.alloc(4096)])), 'b.pdf'),
          paper('C', file(exe), 'c.exe'),
          paper('D', file(pdf, { redirectTo: 'https://elsewhere.example/d.pdf' }), 'd.pdf'),
          paper('E', `${world.simulator.url}/files/nothing`, 'e.pdf'),
          paper('F', '', 'f.pdf'),
          paper('G', file(pdf, { redirectTo: file(pdf) }), 'g.pdf'),
          paper('H', 'file:///etc/passwd', 'h.pdf'),
        ],
      }),
    );
    const [told] = await handedOver(body.id);
    expect(told.files.map(({ component }: Json) => component)).toEqual(['G']);
    expect(told.fileFaults.map(({ component, reason }: Json) => [component, reason])).toEqual([
      ['A', 'Tệp “a.pdf” nằm ở địa chỉ không được phép tải; đề nghị nộp lại.'],
      ['B', 'Tệp “b.pdf” vượt quá giới hạn dung lượng; đề nghị nộp tệp nhỏ hơn.'],
      ['C', 'Tệp “c.exe” không thuộc loại được nhận (PDF, ảnh, văn bản); đề nghị nộp lại.'],
      ['D', 'Tệp “d.pdf” nằm ở địa chỉ không được phép tải; đề nghị nộp lại.'],
      ['E', 'Tệp “e.pdf” không còn ở địa chỉ đã nêu; đề nghị nộp lại.'],
      ['F', 'Tệp “f.pdf” không có địa chỉ tải; đề nghị nộp lại.'],
      ['H', 'Tệp “h.pdf” nằm ở địa chỉ không được phép tải; đề nghị nộp lại.'],
    ]);
  });

  it('have no paper of what is a page, or ended before its end, or of a host that takes the connection and never answers', async () => {
    const html = Buffer.from('<!DOCTYPE html><html><body>Đăng nhập</body></html>');
    const cut = `http://127.0.0.1:${new URL(world.simulator.url).port}/files/cut`;
    const { body } = await deliver(
      dossier('000.00.00.G22-261124-000017', {
        TaiLieuNop: [
          paper('A', file(html), 'a.pdf'),
          paper('B', file(pdf, { cutAt: 20 }), 'b.pdf'),
          paper('C', cut),
          paper('D', file(pdf, { hang: true }), 'd.pdf'),
        ],
      }),
    );
    const [told] = await handedOver(body.id);
    expect(told.files).toEqual([]);
    expect(told.fileFaults.map(({ component, reason }: Json) => [component, reason])).toEqual([
      ['A', 'Tệp “a.pdf” không thuộc loại được nhận (PDF, ảnh, văn bản); đề nghị nộp lại.'],
      ['B', 'Tệp “b.pdf” không tải được; đề nghị nộp lại.'],
      ['C', 'Tệp “đơn.pdf” không còn ở địa chỉ đã nêu; đề nghị nộp lại.'],
      ['D', 'Tệp “d.pdf” không tải được trong thời hạn; đề nghị nộp lại.'],
    ]);
  }, 30_000);

  it('are handed over again once their fee is paid, each paper under the id that it had, two alike too', async () => {
    const code = '000.00.00.G22-261124-000018';
    const twice = file(pdf);
    const { body } = await deliver(
      dossier(code, { TaiLieuNop: [paper('A', twice), paper('A', twice), paper('B', file(pdf))] }),
    );
    const [first] = await handedOver(body.id);
    const ids = (first.files as Json[]).map(({ id }) => id as string);
    expect(new Set(ids).size).toBe(3);
    await world.tell(DossierSubmittedV1, body.id, { dossierId: body.id, code: 'H48.12-261124-0018', portalCode: code });
    await world.moved(body.id, 'draft', 'paymentRequired', '2026-11-24T09:00:00+07:00');
    await world.moved(body.id, 'paymentRequired', 'registered', '2026-11-24T10:00:00+07:00');
    const again = (await handedOver(body.id, 2))[1]!;
    expect(again.files.map(({ id }: Json) => id)).toEqual(ids);
    await world.named(body.id);
    const { record } = await world.held(code);
    expect((record['TaiLieuNop'] as Json[]).map(({ TepDinhKemId }) => TepDinhKemId)).toEqual(ids);
  });

  it('that intake does not let in are told back as refused, once and with the reason, and are not changed any more (R21)', async () => {
    const code = '000.00.00.G22-261124-000019';
    const { body } = await deliver(dossier(code, { MaLinhVuc: 'G15-NN01', TenLinhVuc: 'Nông nghiệp' }));
    await handedOver(body.id);
    await world.tell(PortalRequestRefusedV1, body.id, {
      dossierId: body.id,
      request: 'dossier',
      requestId: null,
      code: 'DOSSIER.PROCEDURE_NOT_IN_FORCE',
      at: '2026-11-24T09:05:00+07:00',
    });
    const { record, progress } = await world.held(code, (_, lines) => lines.length > 0);
    expect(record).toMatchObject({
      MaHoSo: code,
      MaTTHC: '1.001686',
      MaLinhVuc: 'G15-NN01',
      ChuHoSo: 'Nguyễn Thị Mẫu',
      MaDoiTuong: 'TK-01',
      NgayNopHoSo: '20261124090000',
      NgayTiepNhan: '',
      NgayTuChoi: '20261124090500',
      NgayKetThucXuLy: '20261124090500',
      TrangThaiHoSo: '3',
      DonViXuLy: 'H48.12',
      NoiNopHoSo: '1',
      TaiLieuNop: [{ TepDinhKemId: 'T-1' }],
      DanhSachHoSoBoSung: [],
    });
    expect(progress).toEqual([
      {
        MaHoSo: code,
        NguoiXuLy: 'Bộ phận Một cửa',
        ChucDanh: '',
        ThoiDiemXuLy: '20261124090500',
        PhongBanXuLy: 'Bộ phận Một cửa',
        NoiDungXuLy:
          'Từ chối tiếp nhận hồ sơ: Thủ tục hành chính chưa có hiệu lực, đã bãi bỏ hoặc đang tạm dừng tiếp nhận tại tỉnh.',
        TrangThai: '3',
        NgayBatDau: '20261124090500',
        NgayKetThucTheoQuyDinh: '',
      },
    ]);
    expect((await portal.get(`/portal/v1/dossiers/${code}`)).body).toMatchObject({
      status: 3,
      state: 'refused',
      refusal: 'DOSSIER.PROCEDURE_NOT_IN_FORCE',
      record: { TrangThaiHoSo: '3' },
    });
    expect(await deliver(dossier(code, { ChuHoSo: 'Lê Văn Mẫu' }))).toMatchObject({
      status: 409,
      body: { code: 'PORTAL.DOSSIER_ACCEPTED' },
    });
    // What a citizen does about it all the same would be taken by nobody, and a payment wait for ever.
    const payment = { MaYeuCau: 'YC-19', MaHoSo: code, MaGiaoDich: 'GD-19', SoTien: '1000' };
    expect((await portal.post('/portal/v1/received-payments', payment)).status).toBe(202);
    const refused = () => admin.get('/portal/v1/deliveries?state=refused&acknowledged=false');
    const items = await eventually(async () => {
      const page = (await refused()).body.items as Json[];
      return page.length === 2 && page;
    });
    expect(items).toMatchObject([
      { kind: 'payment', requestId: 'YC-19', code, dossierId: body.id, refusal: 'PORTAL.DOSSIER_ACCEPTED' },
      { kind: 'dossier', requestId: null, code, id: body.id, refusal: 'DOSSIER.PROCEDURE_NOT_IN_FORCE' },
    ]);
    expect(JSON.stringify(items)).not.toContain('Nguyễn');
    expect((await admin.get('/portal/v1/synchronisation')).body).toMatchObject({ receivedRefused: 2 });
    for (const { id } of items) {
      const acknowledged = await admin.post(`/portal/v1/deliveries/${id}/acknowledgement`);
      expect(acknowledged).toMatchObject({ status: 200, body: { id, acknowledgedBy: 'admin' } });
      expect((await admin.post(`/portal/v1/deliveries/${id}/acknowledgement`)).body).toEqual(acknowledged.body);
    }
    expect((await admin.get('/portal/v1/synchronisation')).body).toMatchObject({ receivedRefused: 0 });
    expect((await refused()).body.items).toEqual([]);
    const first = await admin.get('/portal/v1/deliveries?limit=1&state=refused');
    const second = await admin.get(`/portal/v1/deliveries?limit=1&state=refused&cursor=${first.body.next}`);
    expect([first, second].map((page) => page.body.items[0].id)).toEqual(items.map(({ id }) => id));
    const [taken] = (await admin.get('/portal/v1/deliveries?state=handedOver&kind=dossier')).body.items as [Json];
    expect(await admin.post(`/portal/v1/deliveries/${taken.id}/acknowledgement`)).toMatchObject({
      status: 409,
      body: { code: 'DELIVERY.NOT_REFUSED' },
    });
  });

  it('are told of by nobody but the portal, and its look-ups are its own', async () => {
    for (const role of ['citizen', 'clerk', 'admin', 'agency-system'] as const) {
      const other = await world.system.as({ sub: role, roles: [role], agency: 'H48.12' });
      expect((await other.post('/portal/v1/received-dossiers', dossier('X'))).status).toBe(403);
    }
    for (const role of ['citizen', 'clerk', 'agency-system'] as const) {
      const other = await world.system.as({ sub: role, roles: [role], agency: 'H48.12' });
      expect((await other.get('/portal/v1/dossiers/000.00.00.G22-261124-000010')).status).toBe(403);
      expect((await other.get('/portal/v1/journal')).status).toBe(403);
      expect((await other.get('/portal/v1/synchronisation')).status).toBe(403);
    }
    expect((await portal.get('/portal/v1/journal')).status).toBe(403);
    expect((await world.system.anonymous().post('/portal/v1/received-dossiers', {})).status).toBe(401);
  });

  it('are followed by supplements, withdrawals and payments, each once by the id that the portal gave it', async () => {
    const code = '000.00.00.G22-261124-000010';
    const { body: known } = await portal.get(`/portal/v1/dossiers/${code}`);
    const supplement = {
      MaYeuCau: 'YC-1',
      MaHoSo: code,
      HoSoBoSungId: 'B-1',
      NoiDungBoSung: 'Đã bổ sung',
      NgayTiepNhanBoSung: '20261126090000',
      TaiLieuNop: [paper('BAN-VE', file(pdf))],
    };
    const first = await portal.post('/portal/v1/received-supplements', supplement);
    expect(first).toMatchObject({ status: 202, body: { dossierId: known.id, requestId: 'YC-1', kind: 'supplement' } });
    expect((await portal.post('/portal/v1/received-supplements', supplement)).body).toEqual(first.body);
    const sentLater = { NgayGui: '20261126100000', ...supplement };
    expect((await portal.post('/portal/v1/received-supplements', sentLater)).body).toEqual(first.body);
    expect(
      await portal.post('/portal/v1/received-supplements', { ...supplement, NoiDungBoSung: 'Khác' }),
    ).toMatchObject({ status: 409, body: { code: 'PORTAL.REQUEST_REUSED' } });
    const withdrawal = { MaYeuCau: 'YC-1', MaHoSo: code, LyDo: 'Không còn nhu cầu', NgayRut: '20261126090000' };
    expect(await portal.post('/portal/v1/received-withdrawals', withdrawal)).toMatchObject({ status: 202 });
    const payment = {
      MaYeuCau: 'YC-2',
      MaHoSo: code,
      MaGiaoDich: 'GD-1',
      SoTien: '115000',
      ThoiGianGD: '20261124090500',
    };
    expect(await portal.post('/portal/v1/received-payments', payment)).toMatchObject({ status: 202 });
    expect(
      await portal.post('/portal/v1/received-payments', { ...payment, MaYeuCau: 'YC-3', SoTien: 115_000 }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/SoTien' }] },
    });
    expect(
      await portal.post('/portal/v1/received-payments', { ...payment, MaYeuCau: 'YC-4', MaHoSo: 'none' }),
    ).toMatchObject({
      status: 404,
    });
    const told = await eventually(async () => {
      const rows = await world.system.sql<{ type: string; data: Json }>(
        `SELECT type, data, id FROM portal.outbox WHERE key = $1 AND topic = 'motcua.portal' UNION
         SELECT type, data, id FROM portal.outbox_archive WHERE key = $1 AND topic = 'motcua.portal' ORDER BY id`,
        [known.id],
      );
      return rows.length === 4 && rows;
    });
    const of = (kind: string) => told.find(({ type }) => type === `vn.motcua.portal.${kind}-received.v1`)?.data;
    expect(of('supplement')).toMatchObject({
      requestId: 'YC-1',
      number: null,
      files: [{ component: 'BAN-VE' }],
      fileFaults: [],
    });
    expect(of('withdrawal')).toMatchObject({ reason: 'Không còn nhu cầu', receivedAt: '2026-11-26T09:00:00+07:00' });
    expect(of('payment')).toMatchObject({ transaction: 'GD-1', amount: 115_000, paidAt: '2026-11-24T09:05:00+07:00' });
  });

  it.each([
    ['supplements', { TaiLieuNop: 'x' }, '/TaiLieuNop'],
    ['supplements', { NgayTiepNhanBoSung: '26/11/2026' }, '/NgayTiepNhanBoSung'],
    ['supplements', { MaYeuCau: 7 }, '/MaYeuCau'],
    ['withdrawals', { LyDo: 5 }, '/LyDo'],
    ['withdrawals', { NgayRut: '2026-11-26' }, '/NgayRut'],
    ['withdrawals', { MaHoSo: '' }, '/MaHoSo'],
    ['payments', { SoTien: '115000.5' }, '/SoTien'],
    ['payments', { SoTien: '-1' }, '/SoTien'],
    ['payments', { SoTien: '' }, '/SoTien'],
    ['payments', { MaGiaoDich: undefined }, '/MaGiaoDich'],
    ['payments', { ThoiGianGD: '24/11/2026 09:05' }, '/ThoiGianGD'],
  ])('are followed by no odd %s: %j is refused, and the field is named', async (what, change, pointer) => {
    const common = { MaYeuCau: 'YC-ODD', MaHoSo: '000.00.00.G22-261124-000010' };
    const payment = { MaGiaoDich: 'GD-ODD', SoTien: '1000' };
    const body = { ...common, ...(what === 'payments' && payment), ...change };
    const answer = await portal.post(`/portal/v1/received-${what}`, body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: Json) => error.pointer)).toEqual([pointer]);
  });

  it.each(['supplements', 'withdrawals', 'payments'])(
    'are not known to %s of a code that nobody handed over',
    async (what) => {
      const body = { MaYeuCau: 'YC-UNKNOWN', MaHoSo: 'G22-NOBODY', MaGiaoDich: 'GD-1', SoTien: '1000' };
      expect(await portal.post(`/portal/v1/received-${what}`, body)).toMatchObject({
        status: 404,
        body: { code: 'PORTAL.DOSSIER_UNKNOWN' },
      });
    },
  );

  it('are not overtaken by what a citizen does about them: a withdrawal waits for the dossier, and a dossier for its procedure', async () => {
    const toldOf = (id: string): Promise<string[]> =>
      world.system
        .sql<{ type: string }>(
          `SELECT type, id FROM portal.outbox WHERE key = $1 AND topic = 'motcua.portal' UNION
           SELECT type, id FROM portal.outbox_archive WHERE key = $1 AND topic = 'motcua.portal' ORDER BY id`,
          [id],
        )
        .then((rows) => rows.map(({ type }) => type.split('.')[3] ?? ''));
    const withdraw = (code: string) =>
      portal.post('/portal/v1/received-withdrawals', { MaYeuCau: `YC-${code}`, MaHoSo: code });
    const [waiting, other] = ['000.00.00.G22-261124-000040', '000.00.00.G22-261124-000041'] as const;
    const { id } = (await deliver(dossier(waiting, { MaTTHC: '9.888888' }))).body;
    await eventually(async () => (await portal.get(`/portal/v1/dossiers/${waiting}`)).body.state === 'waiting');
    expect((await withdraw(waiting)).status).toBe(202);
    // What came later is through by now.
    const later = (await deliver(dossier(other))).body;
    await handedOver(later.id);
    expect((await withdraw(other)).status).toBe(202);
    await eventually(async () => (await toldOf(later.id)).length === 2);
    expect(await toldOf(id)).toEqual([]);
    await world.tell(ProcedureVersionAnnouncedV1, '9.888888', { code: '9.888888' });
    await eventually(async () => (await toldOf(id)).length === 2);
    expect(await toldOf(id)).toEqual(['dossier-received', 'withdrawal-received']);
  });

  it('are supplemented by the request that HoSoBoSungId names', async () => {
    const code = 'H48.12-261124-0030';
    const id = await world.submitted(code);
    await world.tell(DossierSupplementRequestedV1, id, { dossierId: id, code, number: 1 });
    const { record } = await world.held(code, ({ DanhSachHoSoBoSung }) => (DanhSachHoSoBoSung as Json[]).length === 1);
    const [{ HoSoBoSungId }] = record['DanhSachHoSoBoSung'] as [Json];
    const supplement = { MaYeuCau: 'YC-30', MaHoSo: code, HoSoBoSungId, TaiLieuNop: [paper('BAN-VE', file(pdf))] };
    expect(await portal.post('/portal/v1/received-supplements', supplement)).toMatchObject({ status: 202 });
    const told = await eventually(async () => {
      const [row] = await world.system.sql<{ data: Json }>(
        `SELECT data FROM portal.outbox WHERE key = $1 AND type LIKE '%supplement-received%' UNION ALL
         SELECT data FROM portal.outbox_archive WHERE key = $1 AND type LIKE '%supplement-received%'`,
        [id],
      );
      return row?.data;
    });
    expect(told).toMatchObject({ requestId: 'YC-30', number: 1 });
  });

  it('whose supplement could not be taken are told so in the request that stays open, after acceptance too', async () => {
    const code = 'H48.12-261124-0031';
    const id = await world.submitted(code);
    await world.accepted(id, code, '2026-11-25T08:10:00+07:00');
    await world.tell(CaseSupplementRequestedV1, id, {
      dossierId: id,
      number: 1,
      requestedAt: '2026-11-26T10:00:00+07:00',
      items: [{ component: 'BAN-VE', field: null, reason: 'Bản vẽ mờ' }],
    });
    await world.moved(id, 'accepted', 'supplementRequired', '2026-11-26T10:00:00+07:00');
    const HoSoBoSungId = `${code}-BS1`;
    await world.held(code, ({ DanhSachHoSoBoSung }) => (DanhSachHoSoBoSung as Json[]).length === 1);
    const elsewhere = paper('BAN-VE', 'https://elsewhere.example/bv.pdf', 'bản vẽ.pdf');
    const supplement = { MaYeuCau: 'YC-31', MaHoSo: code, HoSoBoSungId, TaiLieuNop: [elsewhere] };
    expect(await portal.post('/portal/v1/received-supplements', supplement)).toMatchObject({ status: 202 });
    const { record } = await world.held(code, ({ DanhSachHoSoBoSung }) =>
      (DanhSachHoSoBoSung as [Json])[0]['NoiDungBoSung'].includes('bản vẽ.pdf'),
    );
    expect(record['DanhSachHoSoBoSung']).toMatchObject([
      {
        HoSoBoSungId,
        NoiDungBoSung: 'Bản vẽ mờ\nTệp “bản vẽ.pdf” nằm ở địa chỉ không được phép tải; đề nghị nộp lại.',
        NgayTiepNhanBoSung: '',
        TrangThaiBoSung: '1',
      },
    ]);
  });
});
