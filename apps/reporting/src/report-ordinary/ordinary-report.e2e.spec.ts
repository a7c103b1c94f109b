import { UnitOfWork } from '@motcua/platform';
import { eventually, type Json } from '@motcua/testing';
import fc from 'fast-check';
import { FIGURE_NAMES } from '../open-figure/which-figure.js';
import { Dossiers } from '../persistence/dossiers.js';
import { dossierRow } from '../testing/dossier-row.fixture.js';
import { FiguresSystem } from '../testing/figures.fixture.js';

describe('the periodic report', () => {
  let at: FiguresSystem;

  beforeAll(async () => {
    at = await FiguresSystem.start();
    await at.procedure('1.001', { field: 'G03' });
    await at.procedure('1.002', { field: 'G07' });
    const due = '2026-11-20T09:00:00+07:00';
    // Carried over from October: one that was finished early, one that still runs and is late since the 21st.
    await at.live({ acceptedAt: '2026-10-30T08:00:00+07:00', dueAt: due, processedAt: '2026-11-19T16:00:00+07:00' });
    await at.live({ acceptedAt: '2026-10-30T08:00:00+07:00', dueAt: due, channel: 'counter' });
    // Of November: on the day though hours late, a day late, and two that run, one of them due today at nine.
    const november = { acceptedAt: '2026-11-02T08:00:00+07:00' };
    await at.live({ ...november, dueAt: due, processedAt: '2026-11-20T16:00:00+07:00', procedure: '1.002' });
    await at.live({ ...november, dueAt: due, processedAt: '2026-11-21T08:00:00+07:00', channel: 'post' });
    await at.live({ ...november, dueAt: '2026-11-30T09:00:00+07:00', agency: 'H48.33.1' });
    await at.live({ ...november, dueAt: '2026-12-18T09:00:00+07:00', agency: 'H48.33' });
    // Every event of every topic is there once nobody runs late who has ended, and every procedure has its name.
    await eventually(async () => {
      const { total, lines } = await report('period=2026-11&by=procedure');
      const counted = total?.runningInTime === 2 && total.runningLate === 1 && total.finishedEarly === 1;
      return counted && lines.every(({ name }: Json) => name !== null);
    });
  });
  afterAll(() => at.stop());

  const report = async (query: string): Promise<Json> =>
    (await at.admin.get(`/reporting/v1/reports/ordinary?agency=H48&${query}`)).body;

  const NOVEMBER = {
    carriedOver: 2,
    receivedOnline: 3,
    receivedAtCounter: 0,
    receivedByPost: 1,
    finishedEarly: 1,
    finishedOnDay: 1,
    finishedLate: 1,
    stopped: 0,
    withdrawn: 0,
    runningInTime: 2,
    runningLate: 1,
    due: 4,
    dueOnTime: 2,
  };

  it('adds up: what was carried over and came is what ended and runs', async () => {
    expect((await report('period=2026-11')).total).toMatchObject(NOVEMBER);
    expect((await report('period=2026-10')).total).toMatchObject({
      carriedOver: 0,
      receivedOnline: 1,
      receivedAtCounter: 1,
      finishedEarly: 0,
      runningInTime: 2,
      runningLate: 0,
    });
  });

  it('is the same after folding, and by any breakdown', async () => {
    await at.fold();
    for (const by of ['agency', 'field', 'procedure', 'channel'])
      expect((await report(`period=2026-11&by=${by}`)).total).toMatchObject(NOVEMBER);
  });

  it('has a line for each agency directly below, with all below that one', async () => {
    const { lines } = await report('period=2026-11&by=agency');
    expect(lines.map(({ code, receivedOnline, runningInTime }: Json) => [code, receivedOnline, runningInTime])).toEqual(
      [
        ['H48.12', 1, 0],
        ['H48.33', 2, 2],
      ],
    );
    const below = (await at.admin.get('/reporting/v1/reports/ordinary?agency=H48.33&period=2026-11')).body.lines;
    expect(below.map(({ code, receivedOnline }: Json) => [code, receivedOnline])).toEqual([
      ['H48.33', 1],
      ['H48.33.1', 1],
    ]);
  });

  it('names fields and procedures', async () => {
    const named = async (by: string) =>
      (await report(`period=2026-11&by=${by}`)).lines.map(({ code, name, finishedOnDay }: Json) => [
        code,
        name,
        finishedOnDay,
      ]);
    expect(await named('field')).toEqual([
      ['G03', 'Lĩnh vực G03', 0],
      ['G07', 'Lĩnh vực G07', 1],
    ]);
    expect(await named('procedure')).toEqual([
      ['1.001', 'Thủ tục 1.001', 0],
      ['1.002', 'Thủ tục 1.002', 1],
    ]);
  });

  it('is a workbook or a paper for who asks for one', async () => {
    const as = (accept: string) =>
      at.admin.get('/reporting/v1/reports/ordinary?agency=H48&period=2026-11', { headers: { accept } });
    const sheet = await as('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(sheet.status).toBe(200);
    expect(sheet.headers.get('content-disposition')).toContain('bao-cao-II06-H48-2026-11.xlsx');
    expect(sheet.text.slice(0, 2)).toBe('PK');
    expect((await as('application/pdf')).text.slice(0, 5)).toBe('%PDF-');
    expect((await as('text/csv')).status).toBe(406);
  });

  it('counts a month that is over as it stood at its end, and a year from its months', async () => {
    expect((await report('period=2026')).total).toMatchObject({ carriedOver: 0, receivedOnline: 4, runningLate: 1 });
    expect((await report('period=2026-09')).total).toMatchObject({ carriedOver: 0, runningInTime: 0, runningLate: 0 });
  });

  it('does not call late what waits for the applicant: its clock stood still before it was due (R8)', async () => {
    await at.agency('H49', [], 'province');
    const on = { agency: 'H49', acceptedAt: '2026-11-02T08:00:00+07:00', dueAt: '2026-11-20T09:00:00+07:00' };
    await at.paused(await at.live(on), '2026-11-20T16:00:00+07:00');
    await at.paused(await at.live(on), '2026-11-21T08:00:00+07:00');
    await eventually(async () => {
      const { body } = await at.admin.get('/reporting/v1/reports/ordinary?agency=H49&period=2026-11');
      const { runningInTime, runningLate, due } = body.total ?? {};
      return runningInTime === 1 && runningLate === 1 && due === 1;
    });
  });

  it('opens each figure into the dossiers that it counts, however they lived', async () => {
    const agencies = ['H47', 'H47.33', 'H47.33.1'] as const;
    await at.agency('H47', [], 'province');
    await at.agency('H47.33', ['H47'], 'commune');
    await at.agency('H47.33.1', ['H47', 'H47.33'], 'commune');
    const lives = fc.sample(dossierRow(agencies), { numRuns: 300, seed: 7 });
    const dossiers = at.system.get('reporting', Dossiers);
    await at.system.get('reporting', UnitOfWork).run(async (tx) => {
      await Promise.all(lives.map((row) => dossiers.add(tx, row, row.submittedAt)));
    });
    const differences: string[] = [];
    for (const agency of agencies)
      for (const period of ['2026-10', '2026-11', '2026-Q4', '2026']) {
        const of = `agency=${agency}&period=${period}`;
        const ordinary = (await at.admin.get(`/reporting/v1/reports/ordinary?${of}`)).body;
        const { figures } = (await at.admin.get(`/reporting/v1/indicators?${of}`)).body;
        const { received, onTime } = figures.progress;
        const { dossiersOnline } = figures.onlineServices;
        const { code: _, name: __, ...total } = ordinary.total;
        const { withObligation, paidOnline } = figures.payment;
        const { electronicResults, digitised, reused, fromCitizenStore, populationData } = figures.digitisation;
        const counted: Record<string, number> = {
          ...{ received, onTime, overdue: received - onTime, withObligation, paidOnline, ...total },
          ...{ electronicResults, digitised, reused, fromCitizenStore, populationData, dossiersOnline },
        };
        expect(Object.keys(counted).toSorted()).toEqual([...FIGURE_NAMES].toSorted());
        for (const [figure, count] of Object.entries(counted)) {
          const listed = await everyPage(`/reporting/v1/figures/${figure}/dossiers?${of}&limit=37`);
          if (listed.length !== count || new Set(listed).size !== count)
            differences.push(`${figure} ${of}: ${count} counted, ${listed.length} listed`);
        }
      }
    expect(differences).toEqual([]);
  });

  const everyPage = async (path: string): Promise<string[]> => {
    const { items, next } = (await at.admin.get(path)).body as { items: { id: string }[]; next: string | null };
    const first = path.replace(/&cursor=.*/, '');
    return [...items.map(({ id }) => id), ...(next === null ? [] : await everyPage(`${first}&cursor=${next}`))];
  };

  it('narrows the dossiers behind a figure to a line of the report, and to the agency alone', async () => {
    const codes = async (query: string) =>
      (await everyPage(`/reporting/v1/figures/${query}&period=2026-11&limit=50`)).length;
    expect(await codes('due/dossiers?agency=H48&procedure=1.002')).toBe(1);
    expect(await codes('due/dossiers?agency=H48&field=G07')).toBe(1);
    expect(await codes('finishedLate/dossiers?agency=H48&channel=post')).toBe(1);
    expect(await codes('receivedOnline/dossiers?agency=H48.33')).toBe(2);
    expect(await codes('receivedOnline/dossiers?agency=H48.33&alone=true')).toBe(1);
  });

  it('shows the dossiers behind a figure to who may see the agency’s dossiers, and to nobody else', async () => {
    const path = '/reporting/v1/figures/received/dossiers?period=2026-11';
    const leader = await at.system.as({ sub: 'leader-1', roles: ['leader'], agency: 'H48.12' });
    const { items } = (await leader.get(path)).body;
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ procedure: expect.any(String), competentAgency: 'H48.12' });
    expect((await leader.get(`${path}&agency=H48`)).status).toBe(404);
    const citizen = await at.system.as({ sub: 'citizen-1', roles: ['citizen'], citizen_id: '051199000017' });
    expect((await citizen.get(`${path}&agency=H48.12`)).status).toBe(404);
    expect((await at.admin.get('/reporting/v1/figures/everything/dossiers?period=2026-11&agency=H48')).status).toBe(
      404,
    );
    expect((await at.admin.get(`${path}&agency=H48&cursor=x`)).status).toBe(400);
  });

  describe('what is done online', () => {
    const target = '/reporting/v1/targets';

    beforeAll(async () => {
      await at.procedure('1.003', { onlineLevel: 'partial' });
      await at.procedure('1.004', { onlineLevel: 'information' });
      const on = { agency: 'H48.33', acceptedAt: '2026-08-03T08:00:00+07:00', dueAt: '2026-08-20T09:00:00+07:00' };
      await at.live({ ...on, procedure: '1.003' });
      await at.live({ ...on, procedure: '1.004', channel: 'counter' });
      await at.live({ ...on, procedure: '1.004', channel: 'counter' });
      await eventually(async () => (await report('period=2026-08')).total?.receivedAtCounter === 2);
      await eventually(async () => (await online('period=2026-08')).total?.proceduresOnline.of === 4);
    });

    const online = async (query: string): Promise<Json> =>
      (await at.admin.get(`/reporting/v1/reports/online?agency=H48&${query}`)).body;

    it('stands beside the target of the year: the agency’s own, else that of the nearest one above', async () => {
      const basis = 'Quyết định số 985/QĐ-TTg';
      const set = await at.admin.put(`${target}/H48/2026/receivedOnline`, { share: 8000, basis });
      expect(set.status).toBe(201);
      expect(set.body).toEqual({ agency: 'H48', year: 2026, figure: 'receivedOnline', share: 8000, basis });
      await at.admin.put(`${target}/H48.12/2026/receivedOnline`, { share: 5000 });
      await at.admin.put(`${target}/H48/2026/proceduresFull`, { share: 5001 });
      // Of another year.
      await at.admin.put(`${target}/H48.33/2025/receivedOnline`, { share: 1 });
      const { total, lines } = await online('period=2026-11');
      const ofProvince = { share: 8000, agency: 'H48', basis };
      expect(total.receivedOnline).toEqual({ count: 3, of: 4, share: 7500, target: ofProvince, reached: false });
      expect(total.proceduresOnline).toEqual({ count: 3, of: 4, share: 7500, target: null, reached: null });
      expect(total.proceduresFull).toMatchObject({ count: 2, of: 4, share: 5000, reached: false });
      expect(lines.map(({ code, name, receivedOnline }: Json) => [code, name, receivedOnline])).toEqual([
        [
          'H48.12',
          'Cơ quan H48.12',
          { count: 1, of: 2, share: 5000, target: { share: 5000, agency: 'H48.12', basis: null }, reached: true },
        ],
        ['H48.33', 'Cơ quan H48.33', { count: 2, of: 2, share: 10_000, target: ofProvince, reached: true }],
      ]);
      expect((await online('period=2026-07')).total.receivedOnline).toMatchObject({ share: null, reached: null });
    });

    it('has a target that is replaced by who has seen it, and set by the province’s administrator alone', async () => {
      const path = `${target}/H48/2027/receivedOnline`;
      const { etag } = await at.admin.put(path, { share: 9000 });
      expect((await at.admin.put(path, { share: 9100 })).status).toBe(428);
      expect((await at.admin.put(path, { share: 9100 }, { ifMatch: etag })).status).toBe(200);
      expect((await at.admin.put(path, { share: 9200 }, { ifMatch: etag })).status).toBe(412);
      expect((await at.admin.get(path)).body).toMatchObject({ share: 9100, basis: null });
      expect((await at.admin.put(`${target}/H48/2028/receivedOnline`, { share: 10_001 })).status).toBe(422);
      expect((await at.admin.put(`${target}/H48/28/receivedOnline`, { share: 1 })).status).toBe(400);
      expect((await at.admin.put(`${target}/H48/2028/everything`, { share: 1 })).status).toBe(404);
      expect((await at.admin.put(`${target}/H48.99/2028/receivedOnline`, { share: 1 })).status).toBe(404);
      const leader = await at.system.as({ sub: 'leader-1', roles: ['leader'], agency: 'H48.12' });
      expect((await leader.put(`${target}/H48.12/2028/receivedOnline`, { share: 1 })).status).toBe(403);
      expect((await leader.get(`${target}/H48.12/2026/receivedOnline`)).status).toBe(200);
      expect((await leader.get(path)).status).toBe(404);
      expect((await leader.get('/reporting/v1/reports/online?period=2026&agency=H48')).status).toBe(404);
    });

    it('names procedures without dossiers, and those that are ripe to go online', async () => {
      const procedures = async (query: string): Promise<Json> =>
        (await at.admin.get(`/reporting/v1/reports/online/procedures?agency=H48&period=2026-08&${query}`)).body;
      const named = ({ items }: Json) => items.map(({ code, received }: Json) => [code, received]);
      expect(named(await procedures('show=withoutDossiers'))).toEqual([
        ['1.001', 0],
        ['1.002', 0],
      ]);
      const first = await procedures('show=ripe&limit=1');
      expect(first.items).toEqual([
        { code: '1.004', name: 'Thủ tục 1.004', field: 'G03', onlineLevel: 'information', received: 2 },
      ]);
      const second = await procedures(`show=ripe&limit=1&cursor=${first.next}`);
      expect([named(second), second.next]).toEqual([[['1.003', 1]], null]);
      await at.fold();
      expect(named(await procedures('show=ripe'))).toEqual([
        ['1.004', 2],
        ['1.003', 1],
      ]);
    });
  });
});
