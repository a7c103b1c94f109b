import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, eventually, type Json } from '@motcua/testing';
import { Reconciler } from './reconciler.js';
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

  it('need not ask each night: the day before is compared by itself, once', async () => {
    const now = Temporal.Now.zonedDateTimeISO('Asia/Ho_Chi_Minh');
    const nights = () =>
      world.system.sql<{ day: string }>(`SELECT day::text AS day FROM portal.reconciliation WHERE nightly`);
    const reconciler = world.system.get('portal', Reconciler);
    const noon = now.with({ hour: 12 });
    await reconciler.askForYesterday(noon.with({ hour: 1 }));
    await reconciler.askForYesterday(noon);
    await reconciler.askForYesterday(noon.add({ hours: 2 }));
    const yesterday = now.toPlainDate().subtract({ days: 1 }).toString();
    expect((await nights()).map(({ day }) => day)).toEqual([yesterday]);
    await eventually(
      async () =>
        (await world.system.sql(`SELECT FROM portal.reconciliation WHERE nightly AND state = 'done'`)).length === 1,
    );
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
});
