import { type SeededCatalogue, startSeededCatalogue } from '../testing/seeded-catalogue.fixture.js';

const CALENDAR = {
  name: 'Working calendar of Vietnam',
  timeZone: 'Asia/Ho_Chi_Minh',
  sessions: {
    monday: [
      ['07:00', '11:30'],
      ['13:30', '17:00'],
    ],
    saturday: [],
  },
  sameDayCutoff: '15:00',
  publishedYears: [2025, 2026],
  daysOff: [{ date: '2026-09-01', name: 'Quốc khánh' }],
  compensatoryDays: [{ date: '2026-08-22', replaces: '2026-08-31', name: 'Làm bù' }],
};
const WORKED = { replaces: '2026-08-31' };

describe('working calendars over HTTP', () => {
  let seeded: SeededCatalogue;
  beforeAll(async () => {
    seeded = await startSeededCatalogue(false);
  });
  afterAll(() => seeded.system.stop());
  const put = (code: string, body: unknown, ifMatch?: string) =>
    seeded.admin.put(`/catalogue/v1/working-calendars/${code}`, body, ifMatch === undefined ? {} : { ifMatch });

  it('creates one, replaces it for who has read it, and publishes each revision', async () => {
    const created = await put('VN', CALENDAR);
    expect([created.status, created.etag, created.headers.get('location')]).toEqual([
      201,
      '"1"',
      '/catalogue/v1/working-calendars/VN',
    ]);
    expect(await seeded.lastEvent('vn.motcua.calendar.changed.v1')).toMatchObject({
      code: 'VN',
      revision: 1,
      definition: { daysOff: CALENDAR.daysOff },
    });
    expect((await put('VN', CALENDAR)).status).toBe(428);
    expect((await put('VN', CALENDAR, '"7"')).status).toBe(412);
    const replaced = await put('VN', { ...CALENDAR, name: 'Another' }, '"1"');
    expect([replaced.status, replaced.etag, replaced.body.revision]).toEqual([200, '"2"', 2]);
    expect(await seeded.lastEvent('vn.motcua.calendar.changed.v1')).toMatchObject({
      code: 'VN',
      revision: 2,
      definition: { name: 'Another' },
    });
    expect((await put('VN', CALENDAR, '"1"')).status).toBe(412);
  });

  it('answers what was put to any valid token, and takes what it answered again', async () => {
    await put('AGAIN', CALENDAR);
    const nobody = await seeded.system.as({ sub: 'someone', roles: [], scope: '' });
    const read = await nobody.get('/catalogue/v1/working-calendars/AGAIN');
    expect(read.status).toBe(200);
    expect(read.body).toMatchObject({
      code: 'AGAIN',
      revision: 1,
      sessions: { monday: CALENDAR.sessions.monday, tuesday: [] },
    });
    expect((await put('AGAIN', read.body, read.etag)).status).toBe(200);
    expect((await nobody.get('/catalogue/v1/working-calendars')).body.items.length).toBeGreaterThan(0);
  });

  it('is written with the scope calendar.write and a role that may use it alone', async () => {
    const path = '/catalogue/v1/working-calendars/MINE';
    expect((await seeded.citizen.put(path, CALENDAR)).status).toBe(403);
    const leader = await seeded.system.as({ sub: 'leader', roles: ['leader'], scope: 'calendar.write' });
    expect((await leader.put(path, CALENDAR)).status).toBe(403);
    const scopeless = await seeded.system.as({ sub: 'admin', roles: ['admin'], scope: 'catalogue.read' });
    expect((await scopeless.put(path, CALENDAR)).status).toBe(403);
    expect((await seeded.system.anonymous().put(path, CALENDAR)).status).toBe(401);
    expect((await seeded.admin.get(path)).status).toBe(404);
  });

  it('defaults what may be absent', async () => {
    const created = await put('LEAST', {
      timeZone: 'Asia/Ho_Chi_Minh',
      sessions: {
        friday: [
          ['08:00', '12:00'],
          ['12:00', '16:00'],
        ],
      },
    });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      sameDayCutoff: '15:00',
      publishedYears: [],
      daysOff: [],
      compensatoryDays: [],
    });
  });

  it.each<[string, object, string[]]>([
    [
      'sessions that overlap',
      {
        sessions: {
          monday: [
            ['07:00', '11:30'],
            ['11:00', '17:00'],
          ],
        },
      },
      ['/sessions/monday/1'],
    ],
    [
      'sessions out of order',
      {
        sessions: {
          monday: [
            ['13:30', '17:00'],
            ['07:00', '11:30'],
          ],
        },
      },
      ['/sessions/monday/1'],
    ],
    ['a session that closes before it opens', { sessions: { monday: [['11:30', '07:00']] } }, ['/sessions/monday/0']],
    ['24:00', { sessions: { monday: [['13:30', '24:00']] } }, ['/sessions/monday/0/1']],
    ['no session at all', { sessions: {}, compensatoryDays: [] }, ['/sessions']],
    ['a time zone that nobody knows', { timeZone: 'Asia/Quang_Ngai' }, ['/timeZone']],
    ['a time zone whose offset changes', { timeZone: 'Europe/Paris' }, ['/timeZone']],
    ['a day off twice', { daysOff: [{ date: '2026-09-01' }, { date: '2026-09-01' }] }, ['/daysOff/1/date']],
    [
      'a compensatory day twice',
      {
        compensatoryDays: [
          { date: '2026-08-22', ...WORKED },
          { date: '2026-08-22', ...WORKED },
        ],
      },
      ['/compensatoryDays/1/date'],
    ],
    [
      'a date in both lists',
      { daysOff: [{ date: '2026-08-22' }], compensatoryDays: [{ date: '2026-08-22', ...WORKED }] },
      ['/compensatoryDays/0/date'],
    ],
    ['a swap onto itself', { compensatoryDays: [{ date: '2026-08-31', ...WORKED }] }, ['/compensatoryDays/0/replaces']],
    [
      'a swap onto a weekday without sessions',
      { compensatoryDays: [{ date: '2026-08-22', replaces: '2026-08-30' }] },
      ['/compensatoryDays/0/replaces'],
    ],
    ['a date that does not exist', { daysOff: [{ date: '2026-02-30' }] }, ['/daysOff/0/date']],
    ['a member that nobody knows', { colour: 'red' }, ['/colour']],
    [
      'several faults at once',
      { timeZone: 'Nowhere', sameDayCutoff: '25:00', daysOff: [{}] },
      ['/daysOff/0/date', '/sameDayCutoff', '/timeZone'],
    ],
  ])('refuses %s, each with its pointer', async (_, change, pointers) => {
    const refused = await put('BAD', { ...CALENDAR, ...change });
    expect([refused.status, refused.body.code]).toEqual([422, 'CALENDAR.INVALID']);
    expect((refused.body.errors as { pointer: string }[]).map(({ pointer }) => pointer).toSorted()).toEqual(pointers);
    expect((await seeded.admin.get('/catalogue/v1/working-calendars/BAD')).status).toBe(404);
  });

  it.each([
    ['[]', 422],
    ['null', 422],
    ['"VN"', 422],
    ['{"name":', 400],
  ])('refuses the body %s with %d', async (body, status) => {
    expect((await put('BAD', body)).status).toBe(status);
  });

  it('refuses a code that is none', async () => {
    expect((await put('a%20b', CALENDAR)).body).toMatchObject({ status: 400, errors: [{ pointer: '/code' }] });
  });

  it('lets one of two win who create the same at once', async () => {
    const both = await Promise.all([put('RACE', CALENDAR), put('RACE', CALENDAR)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 428]);
  });
});
