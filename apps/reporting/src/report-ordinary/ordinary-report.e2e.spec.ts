import { eventually, type Json } from '@motcua/testing';
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
    due: 3,
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
});
