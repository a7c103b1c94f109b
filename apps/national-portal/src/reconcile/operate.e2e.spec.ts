import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { CaseResultIssuedV1, CaseResultRevokedV1, RegisterShownV1, sampleOf } from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { Commands, Database, FileStore, sql } from '@motcua/platform';
import { type ApiClient, eventually, type Json } from '@motcua/testing';
import { CatalogueFetcher } from '../fetch-catalogue/catalogue-fetcher.js';
import { NationalPortal } from '../exchange/national-portal.js';
import { dueIn } from '../polling/due-in.js';
import { Reconciler } from './reconciler.js';
import { REQUEST_RECONCILIATION } from './request-reconciliation.js';
import { type PortalWorld, startPortalWorld } from '../testing/portal.fixture.js';

describe('an operator of the synchronisation', () => {
  let world: PortalWorld;
  let admin: ApiClient;
  beforeAll(async () => {
    world = await startPortalWorld();
    admin = await world.system.as({ sub: 'admin', roles: ['admin'] });
  });
  afterEach(() => world.simulator.portal.misbehave({}));
  afterAll(() => world.stop());

  const journal = async (query: string): Promise<Json[]> => (await admin.get(`/portal/v1/journal?${query}`)).body.items;
  const sent = (code: string) =>
    eventually(async () => (await journal(`code=${code}`)).filter(({ state }) => state === 'acknowledged').length >= 2);

  it('sees each record, its calls and answers, and sends one again that was refused', async () => {
    const code = 'H48.12-261124-0001';
    world.simulator.portal.misbehave({ refuse: [{ field: 'ChuHoSo', code: '9', dossier: code }] });
    await world.submitted(code);
    const [refused] = await eventually(async () => {
      const rows = await journal(`code=${code}&state=refused`);
      return rows.length === 1 && rows;
    });
    expect(refused).toMatchObject({
      code,
      kind: 'dossier',
      state: 'refused',
      agency: 'H48.12',
      answerCode: '9',
      answerMessage: 'Trường ChuHoSo không hợp lệ',
      attempts: 1,
    });
    expect(JSON.stringify(refused)).not.toContain('Nguyễn');
    expect((await admin.get(`/portal/v1/journal/${refused.id}`)).body.calls).toMatchObject([
      { service: 'DongBoHoSoMC', updating: false, outcome: 'refused', answerCode: '9' },
    ]);
    expect((await admin.get('/portal/v1/synchronisation')).body).toMatchObject({
      waiting: 1,
      refused: 1,
      agencies: [{ agency: 'H48.12', waiting: 1, refused: 1 }],
    });
    world.simulator.portal.misbehave({});
    expect(await admin.post(`/portal/v1/journal/${refused.id}/retry`)).toMatchObject({
      status: 200,
      body: { state: 'waiting' },
    });
    await sent(code);
    expect((await admin.post(`/portal/v1/journal/${refused.id}/retry`)).status).toBe(409);
    expect((await admin.get('/portal/v1/synchronisation')).body).toMatchObject({
      waiting: 0,
      oldestSince: null,
      refused: 0,
    });
    expect((await journal('answerCode=9')).length).toBe(0);
    expect(await journal('kind=progress&state=acknowledged')).toHaveLength(1);
    expect((await admin.get('/portal/v1/journal?state=none')).status).toBe(400);
  });

  it('has every difference named: missing there and sent again, missing here, status, dates, results', async () => {
    const codes = ['H48.12-261125-0001', 'H48.12-261125-0002', 'H48.12-261125-0003'] as const;
    for (const code of codes) await world.submitted(code);
    for (const code of codes) await sent(code);
    const { holdings } = world.simulator.portal;
    const theirs = { ...holdings.find(codes[1])!.record, TrangThaiHoSo: '4', NgayTiepNhan: '20261125080000' };
    world.simulator.portal.take({ kind: 'dossier', code: codes[1], bornHere: false, record: theirs, at: '2026' });
    world.simulator.portal.take({
      kind: 'dossier',
      code: 'LOST-1',
      bornHere: true,
      record: { MaHoSo: 'LOST-1', TrangThaiHoSo: '1' },
      at: '2026',
    });
    holdings.forget(codes[2]);
    const asked = [...codes, 'LOST-1', 'NOBODY-KNOWS'];
    const { status, body } = await admin.post('/portal/v1/reconciliations', { codes: asked });
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'done', compared: 5, sentAgain: 1, differing: 4 });
    const items = body.items.toSorted((a: Json, b: Json) =>
      `${a.code}${a.difference}`.localeCompare(`${b.code}${b.difference}`),
    );
    expect(items).toEqual([
      {
        code: codes[1],
        difference: 'datesDiffer',
        ours: { NgayTiepNhan: '' },
        theirs: { NgayTiepNhan: '20261125080000' },
        sentAgain: false,
      },
      {
        code: codes[1],
        difference: 'statusDiffers',
        ours: { TrangThaiHoSo: '1' },
        theirs: { TrangThaiHoSo: '4' },
        sentAgain: false,
      },
      { code: codes[2], difference: 'missingThere', ours: { TrangThaiHoSo: '1' }, theirs: null, sentAgain: true },
      { code: 'LOST-1', difference: 'missingHere', ours: null, theirs: { TrangThaiHoSo: '1' }, sentAgain: false },
    ]);
    await eventually(async () => holdings.find(codes[2]) !== undefined);
    const ofDay = await admin.post('/portal/v1/reconciliations', { day: '2026-11-24' });
    expect(ofDay.body.compared).toBeGreaterThanOrEqual(4);
    expect((await admin.get(`/portal/v1/reconciliations/${ofDay.body.id}`)).body).toEqual(ofDay.body);
    expect((await admin.post('/portal/v1/reconciliations', {})).status).toBe(422);
  });

  it('is shown no difference where the portal only writes otherwise: nothing left out, what is alone without a list, in another order', async () => {
    const code = 'H48.12-261125-0004';
    const paper = { id: newId(), sha256: 'a'.repeat(64), size: 1, mediaType: 'application/pdf', name: 'a.pdf' };
    const files = ['DON', 'BAN-VE'].map((component) => ({ ...paper, component, id: newId() }));
    await world.submitted(code, { files });
    await sent(code);
    const { Fax: _, DSKetNoiCSDL: __, ...record } = world.simulator.portal.holdings.find(code)!.record as Json;
    const [identity] = record['DinhDanhCHS'] as Json[];
    const rewritten = {
      ...record,
      GhiChu: null,
      TrangThaiHoSo: 1,
      TenTTHC: (record['TenTTHC'] as string).normalize('NFD'),
      DinhDanhCHS: { ...identity, NoiCap: 'x' },
      TaiLieuNop: (record['TaiLieuNop'] as Json[]).toReversed(),
      NgayDongBo: '20261125000000',
    };
    world.simulator.portal.take({ kind: 'dossier', code, bornHere: false, record: rewritten, at: '2026' });
    expect((await admin.post('/portal/v1/reconciliations', { codes: [code] })).body).toMatchObject({
      state: 'done',
      compared: 1,
      items: [],
    });
  });

  it('has a comparison put off while the portal answers nothing, and not one call after another that waits for it', async () => {
    const { portal } = world.simulator;
    portal.misbehave({ errorBefore: 1 });
    const codes = Array.from({ length: 40 }, (_, n) => `NOBODY-${n}`);
    const command = { id: newId(), day: null, codes, nightly: false, actor: 'admin' };
    const asked = (): number => portal.observations.calls.filter(({ code }) => codes.includes(code)).length;
    const another = { ...command, id: newId(), codes: ['NOBODY'] };
    const commands = world.system.get('portal', Commands);
    for (const one of [command, another]) await commands.run(REQUEST_RECONCILIATION, one);
    world.system.get('portal', Reconciler).wake();
    await eventually(async () => asked() >= 8);
    const view = async (id = command.id): Promise<Json> => (await admin.get(`/portal/v1/reconciliations/${id}`)).body;
    // Another one, which was asked for before it was put off, is not held up by it.
    const { items } = await eventually(async () => {
      const found = await view(another.id);
      return found.state === 'done' && found;
    });
    expect(items).toMatchObject([{ difference: 'notAnswered' }]);
    expect(asked()).toBeLessThan(16);
    portal.misbehave({});
    expect(await view()).toMatchObject({ state: 'running' });
    await world.system.sql(`UPDATE portal.reconciliation SET due_at = now() WHERE state = 'running'`);
    world.system.get('portal', Reconciler).wake();
    expect(await eventually(async () => (await view()).state === 'done' && view())).toMatchObject({
      compared: 40,
      items: [],
    });
  });

  it('need not ask each night: the day before is compared by itself, once', async () => {
    // The service asks for itself meanwhile, by today's date: this is a day that today never is.
    const nights = () =>
      world.system.sql<{ day: string; state: string }>(
        `SELECT day::text AS day, state FROM portal.reconciliation WHERE nightly AND day < '2020-01-01'`,
      );
    const reconciler = world.system.get('portal', Reconciler);
    const noon = Temporal.ZonedDateTime.from('2019-03-01T12:00[Asia/Ho_Chi_Minh]');
    await reconciler.askForYesterday(noon.with({ hour: 1 }));
    expect(await nights()).toEqual([]);
    await reconciler.askForYesterday(noon);
    await reconciler.askForYesterday(noon.add({ hours: 2 }));
    expect((await nights()).map(({ day }) => day)).toEqual(['2019-02-28']);
    await eventually(async () => (await nights())[0]?.state === 'done');
  });

  it('leaves the database alone while nothing of that runs: nobody is due then, and nobody looks again at once', async () => {
    const database = world.system.get('portal', Database);
    await eventually(async () => (await dueIn(database, sql`reconciliation`)) === undefined);
    await eventually(async () => (await dueIn(database, sql`catalogue_fetch`)) === undefined);
    // One that somebody has in hand is due when its time is over, or has been.
    const dueAt = (at: string): Promise<number | undefined> =>
      dueIn(database, sql`(SELECT 'running' AS state, clock_timestamp() + ${at}::interval AS due_at) AS work`);
    expect(await dueAt('5 minutes')).toBeGreaterThan(290_000);
    expect(await dueAt('-1 minute')).toBe(0);
    // Who asks for one has it due since 1970.
    expect(await dueAt('-60 years')).toBe(0);
  });

  it('maps codes, and what waited for one goes', async () => {
    const put = (kind: string, code: string, portalCode: string | null, ifMatch?: string) =>
      admin.put(`/portal/v1/code-maps/${kind}/${code}`, { portalCode }, ifMatch === undefined ? {} : { ifMatch });
    expect(await put('agency', 'H48.12', null)).toMatchObject({ status: 201, etag: '"1"' });
    const code = 'H48.12-261126-0001';
    await world.submitted(code);
    await eventually(async () => (await admin.get('/portal/v1/synchronisation')).body.blocked === 1);
    expect((await admin.get('/portal/v1/synchronisation')).body.waitingFor).toEqual([
      { kind: 'agency', code: 'H48.12', dossiers: 1 },
    ]);
    expect((await admin.get('/portal/v1/code-maps?kind=agency')).body).toMatchObject({
      items: [{ kind: 'agency', code: 'H48.12', portalCode: null }],
      unmapped: [{ kind: 'agency', code: 'H48.12' }],
    });
    expect((await put('agency', 'H48.12', '000.00.12.H48')).status).toBe(428);
    expect(await put('agency', 'H48.12', '000.00.12.H48', '"1"')).toMatchObject({ status: 200, etag: '"2"' });
    const { record } = await world.held(code);
    expect(record['DonViXuLy']).toBe('000.00.12.H48');
  });

  it('gives the portal a link to each result, which opens to its token alone and ends with the result', async () => {
    const code = 'H48.12-261128-0001';
    const id = await world.submitted(code);
    const content = '%PDF-1.4 giay chung nhan';
    const store = world.system.get('portal', FileStore);
    const { sha256, size } = await store.put(Readable.from([Buffer.from(content)]), { maxBytes: 1000 });
    const file = { sha256, size, mediaType: 'application/pdf', name: 'gcn.pdf' };
    await world.accepted(id, code, '2026-11-28T08:10:00+07:00');
    await world.tell(CaseResultIssuedV1, id, { ...sampleOf(CaseResultIssuedV1), dossierId: id, file });
    await world.moved(id, 'accepted', 'processed', '2026-12-01T16:00:00+07:00');
    const linksOf = (record: Json): string[] =>
      (record['DanhSachGiayToKetQua'] as Json[]).map(({ DuongDanTepTinKetQua }) => DuongDanTepTinKetQua as string);
    const { record } = await world.held(code, (one) => linksOf(one)[0] !== undefined);
    const { pathname } = new URL(linksOf(record)[0]!);
    const portal = await world.system.as({ sub: 'national-portal', roles: ['national-portal'] });
    const citizen = await world.system.as({ sub: 'citizen', roles: ['citizen'] });
    expect(await portal.get(pathname)).toMatchObject({ status: 200, text: content });
    expect((await citizen.get(pathname)).status).toBe(403);
    expect((await portal.get(pathname.replace(sha256, '0'.repeat(64)))).status).toBe(404);
    await world.tell(CaseResultRevokedV1, id, { ...sampleOf(CaseResultRevokedV1), dossierId: id, sha256 });
    await world.held(code, (one) => linksOf(one).length === 0);
    expect((await portal.get(pathname)).status).toBe(404);
  });

  describe('follows what the portal publishes', () => {
    const procedure = (MATTHC: string, TENTTHC: string, more: object = {}) => ({
      MATTHC,
      TENTTHC,
      LINHVUCTHUCHIEN: [{ MALINHVUC: 'G15-NN01', TENLINHVUC: 'Nông nghiệp' }],
      ...more,
    });
    const told = () =>
      world.system.sql<{ code: string; revision: number; listed: boolean; name: string }>(
        `SELECT data->>'code' AS code, (data->>'revision')::int AS revision, (data->>'listed')::boolean AS listed, data->>'name' AS name
         FROM portal.outbox WHERE type = 'vn.motcua.portal.procedure-changed.v1' ORDER BY id`,
      );
    const newlyTold = async (work: () => Promise<unknown>): Promise<unknown[][]> => {
      const before = (await told()).length;
      await work();
      const rows = (await told()).slice(before);
      return rows.map(({ code, revision, listed, name }) => [code, revision, listed, name]).toSorted();
    };
    const done = (id: string): Promise<Json> =>
      eventually(async () => {
        const { body } = await admin.get(`/portal/v1/catalogue-fetches/${id}`);
        return body.state === 'done' && body;
      });
    const look = async (request: object = {}): Promise<Json> => {
      const asked = await admin.post('/portal/v1/catalogue-fetches', request);
      expect(asked.status).toBe(201);
      return done(asked.body.id);
    };
    const six = ['1.000001', '1.000002', '1.000003', '1.000004', '1.000005', '1.000006'];
    const asked = (service: string): number =>
      world.simulator.portal.observations.calls.filter((call) => call.service === service).length;

    it('in pages, and goes on behind the last page after a crash: nothing is asked for twice, nothing told twice', async () => {
      world.simulator.portal.catalogue = { procedures: new Map(), agencies: [], fields: [] };
      world.simulator.portal.publish(six.map((code) => procedure(code, `Thủ tục ${code}`)));
      const adapter = world.system.get('portal', NationalPortal);
      const findProcedure = adapter.findProcedure.bind(adapter);
      let calls = 0;
      adapter.findProcedure = (code) => {
        calls += 1;
        if (calls > 4) throw new Error('the process was killed');
        return findProcedure(code);
      };
      const first = await admin.post('/portal/v1/catalogue-fetches', {});
      await eventually(async () => calls > 4);
      expect((await admin.get(`/portal/v1/catalogue-fetches/${first.body.id}`)).body).toMatchObject({
        state: 'running',
        step: 'details',
        listed: 6,
        fetched: 4,
        changed: 4,
      });
      expect((await admin.post('/portal/v1/catalogue-fetches', {})).body.id).toBe(first.body.id);
      adapter.findProcedure = findProcedure;
      const rows = await newlyTold(async () => {
        await world.system.sql(`UPDATE portal.catalogue_fetch SET due_at = now() WHERE state = 'running'`);
        world.system.get('portal', CatalogueFetcher).wake();
        await done(first.body.id);
      });
      expect(rows).toEqual([
        ['1.000005', 1, true, 'Thủ tục 1.000005'],
        ['1.000006', 1, true, 'Thủ tục 1.000006'],
      ]);
      expect(asked('LayThuTuc')).toBe(6);
      expect(asked('LayDanhSachTTHC')).toBe(1);
      expect((await told()).map(({ code }) => code).toSorted()).toEqual(six);
    });

    it('tells what is new, changed or gone, once, and what came as numbers or twice is no change', async () => {
      const { portal } = world.simulator;
      portal.misbehave({
        numbers: true,
        duplicates: true,
        sessionLost: 0.3,
        htmlBefore: 0.2,
        errorBefore: 0.2,
        seed: 7,
      });
      expect(await newlyTold(() => look())).toEqual([]);
      portal.misbehave({});
      portal.publish([procedure('1.000001', 'Tên mới'), procedure('1.000007', 'Thủ tục mới')], ['1.000002']);
      const rows = await newlyTold(async () => {
        expect(await look()).toMatchObject({ complete: true, listed: 6, fetched: 6, changed: 2, gone: 1 });
        expect(await look()).toMatchObject({ complete: true, changed: 0, gone: 0 });
      });
      expect(rows).toEqual([
        ['1.000001', 2, true, 'Tên mới'],
        ['1.000002', 2, false, 'Thủ tục 1.000002'],
        ['1.000007', 1, true, 'Thủ tục mới'],
      ]);
      portal.publish([procedure('1.000002', 'Thủ tục 1.000002')]);
      expect(await newlyTold(() => look())).toEqual([['1.000002', 3, true, 'Thủ tục 1.000002']]);
    });

    it('takes nothing for gone where the list is empty, cannot be read, or has lost more than half', async () => {
      const { portal } = world.simulator;
      portal.misbehave({ emptyLists: true });
      const rows = await newlyTold(async () => {
        const empty = await look();
        expect(empty).toMatchObject({ complete: false, listed: 0, gone: 0 });
        expect(empty.faults.map(({ code, service }: Json) => [code, service])).toEqual([
          ['EMPTY_LIST', 'LayDanhMucCoQuan'],
          ['EMPTY_LIST', 'LayDanhMucLinhVuc'],
          ['EMPTY_LIST', 'LayDanhSachTTHC'],
        ]);
        portal.misbehave({});
        const { catalogue } = portal;
        portal.publish([], six.slice(0, 5));
        expect((await look()).faults).toContainEqual(
          expect.objectContaining({ code: 'LIST_SHRANK', message: '5 of 7 procedures are not on the list any more' }),
        );
        portal.catalogue = catalogue;
        portal.publish([{ TENTTHC: 'Không có mã' }], ['1.000006']);
        expect((await look()).faults).toContainEqual(expect.objectContaining({ code: 'ROWS_UNREADABLE' }));
        portal.catalogue = catalogue;
      });
      expect(rows).toEqual([]);
      portal.publish([], six.slice(0, 5));
      const gone = await newlyTold(() => look({ acceptShrunk: true }));
      expect(gone.map(([code, , listed]) => [code, listed])).toEqual(six.slice(0, 5).map((code) => [code, false]));
    });

    it('brings agencies and fields into the code maps: what waited for one goes, and what an officer typed stays and is shown', async () => {
      const { portal } = world.simulator;
      const put = (kind: string, code: string, portalCode: string | null, ifMatch?: string) =>
        admin.put(`/portal/v1/code-maps/${kind}/${code}`, { portalCode }, ifMatch === undefined ? {} : { ifMatch });
      await put('field', 'G15-NN01', null);
      const code = 'H48.12-261127-0001';
      await world.submitted(code);
      await eventually(async () => (await admin.get('/portal/v1/synchronisation')).body.blocked === 1);
      portal.catalogue = {
        ...portal.catalogue,
        agencies: [{ MACOQUAN: 'DV-12', TENCOQUAN: 'Sở Nông nghiệp và Môi trường' }],
        fields: [{ MALINHVUC: 'NN', TENLINHVUC: 'Nông nghiệp' }],
      };
      // Nothing is looked for by name before the catalogue has shown every agency and field that there is.
      const { id: fetchId } = await look();
      const asked = await world.system.sql<{ data: Json }>(
        `SELECT data FROM portal.outbox WHERE type = 'vn.motcua.portal.lists-read.v1' ORDER BY id DESC LIMIT 1`,
      );
      expect(asked).toEqual([{ data: { fetchId } }]);
      expect((await admin.get('/portal/v1/code-maps?kind=field')).body.items).toMatchObject([{ portalCode: null }]);
      const agency = { code: 'H48.12', legacyCode: '000.00.12.H48', name: 'Sở Nông nghiệp và Môi trường' };
      await world.tell(RegisterShownV1, 'register', {
        fetchId,
        agencies: [agency, { code: 'H48.20', legacyCode: '000.00.20.H48', name: 'Sở Xây dựng' }],
        fields: [{ code: 'G15-NN01', name: 'Nông nghiệp' }],
      });
      expect((await world.held(code)).record['MaLinhVuc']).toBe('NN');
      expect((await admin.get(`/portal/v1/catalogue-fetches/${fetchId}`)).body).toMatchObject({ mapped: 1 });
      const { body } = await admin.get('/portal/v1/code-maps?conflicting=true');
      expect(body.items).toMatchObject([
        { kind: 'agency', code: 'H48.12', portalCode: '000.00.12.H48', source: 'officer', listedCode: 'DV-12' },
      ]);
      expect((await admin.get('/portal/v1/code-maps?kind=field')).body.items).toMatchObject([
        { code: 'G15-NN01', portalCode: 'NN', source: 'portal', conflicting: false },
      ]);
    });

    it('each night by itself, once', async () => {
      const nights = async () =>
        (
          await world.system.sql<{ day: string }>(`SELECT day::text AS day FROM portal.catalogue_fetch WHERE nightly`)
        ).map(({ day }) => day);
      const fetcher = world.system.get('portal', CatalogueFetcher);
      const noon = Temporal.ZonedDateTime.from('2019-03-01T12:00[Asia/Ho_Chi_Minh]');
      await fetcher.askForTonight(noon.with({ hour: 1 }));
      expect(await nights()).toEqual([]);
      await fetcher.askForTonight(noon);
      const [running] = await world.system.sql<{ id: string }>(`SELECT id FROM portal.catalogue_fetch WHERE nightly`);
      await done(running!.id);
      await fetcher.askForTonight(noon.add({ hours: 2 }));
      expect(await nights()).toEqual(['2019-03-01']);
    });
  });
});
