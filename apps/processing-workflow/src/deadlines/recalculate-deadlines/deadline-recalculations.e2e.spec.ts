import { CalendarChangedV1 } from '@motcua/contracts';
import { type ApiClient, chapters, eventually, type Json, type TestSystem } from '@motcua/testing';
import {
  CALENDAR,
  caseOf,
  type Officers,
  officersOf,
  openCase,
  published,
  startWorkflow,
} from '../../testing/workflow.fixture.js';

const PATH = '/workflow/v1/deadline-recalculations';
const HOLIDAY = { ...CALENDAR, daysOff: [...CALENDAR.daysOff, { date: '2026-11-30', name: 'Nghỉ đột xuất' }] };
const ORDER = { calendar: 'VN', revision: 2, reason: 'Quyết định số 123/QĐ-UBND: nghỉ ngày 30/11/2026' };

describe('a calendar that changes after the acceptance', () => {
  const it = chapters();
  let system: TestSystem;
  let officers: Officers;
  const cases: Record<string, string> = {};
  const moved = { statutoryDueAt: '2026-12-07T08:10:00+07:00', promisedDueAt: '2026-12-03T14:58:00+07:00' };
  const original = { statutoryDueAt: '2026-12-04T08:10:00+07:00', promisedDueAt: '2026-12-02T14:58:00+07:00' };
  const named = (items: Json[]): string[] =>
    items.map(({ dossierId }) => Object.keys(cases).find((name) => cases[name] === dossierId) ?? dossierId).sort();
  const on = async (name: string, what: string, body: object): Promise<void> => {
    const { etag } = await caseOf(officers.admin, cases[name] as string);
    const answer = await officers.leader.post(`/workflow/v1/cases/${cases[name]}/${what}`, body, { ifMatch: etag });
    if (answer.status !== 201) throw new Error(answer.text);
  };
  const finished = (client: ApiClient, id: string): Promise<Json> =>
    eventually(async () => {
      const { body } = await client.get(`${PATH}/${id}`);
      return body.finishedAt && body;
    });

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
    for (const name of ['running', 'other', 'ended', 'awaiting'])
      cases[name] = (await openCase(system, officers.leader)).dossierId;
    cases['elsewhere'] = (
      await openCase(system, officers.admin, { competentAgency: 'H48.04', receivingAgency: 'H48.04' })
    ).dossierId;
    await on('ended', 'stop', { reason: 'Không còn căn cứ' });
    await on('awaiting', 'supplement-requests', { items: [{ component: 'BAN-VE', reason: 'Thiếu chữ ký' }] });
  });
  afterAll(() => system.stop());

  it('has nothing to preview, and nothing to apply, before it has changed', async () => {
    expect((await officers.leader.get(`${PATH}/preview?calendar=VN`)).body).toEqual({ items: [], next: null });
    expect(await officers.leader.get(`${PATH}/preview?calendar=XX`)).toMatchObject({
      status: 422,
      body: { code: 'DEADLINE.CALENDAR_UNKNOWN' },
    });
    expect(await officers.leader.post(PATH, ORDER)).toMatchObject({
      status: 409,
      body: { code: 'RECALCULATION.REVISION_NOT_NEWEST', newest: 1 },
    });
  });

  it('moves nothing by itself', async () => {
    await system.foreign.deliver(CalendarChangedV1, 'VN', { code: 'VN', revision: 2, definition: HOLIDAY });
    await eventually(async () => (await system.sql('SELECT FROM workflow.calendar_copy')).length === 2);
    await system.passTo('2026-11-26T08:30:00+07:00');
    expect((await caseOf(officers.leader, cases['running'] as string)).body).toMatchObject(original);
  });

  it('previews the running cases of the own agencies, with every deadline that would move, and changes nothing', async () => {
    const { body } = await officers.leader.get(`${PATH}/preview?calendar=VN`);
    expect(named(body.items)).toEqual(['awaiting', 'other', 'running']);
    expect(body.items.find(({ dossierId }: Json) => dossierId === cases['running'])).toMatchObject({
      outcome: 'moved',
      kept: {},
      moves: [
        { deadline: 'statutory', subject: null, previousDueAt: original.statutoryDueAt, dueAt: moved.statutoryDueAt },
        { deadline: 'promised', subject: null, previousDueAt: original.promisedDueAt, dueAt: moved.promisedDueAt },
      ],
    });
    expect(body.items.find(({ dossierId }: Json) => dossierId === cases['awaiting']).moves).toMatchObject([
      { deadline: 'supplement', subject: '1' },
    ]);
    expect(named((await officers.admin.get(`${PATH}/preview?calendar=VN`)).body.items)).toEqual([
      'awaiting',
      'elsewhere',
      'other',
      'running',
    ]);
    expect((await caseOf(officers.leader, cases['running'] as string)).body).toMatchObject(original);
  });

  it('is walked page by page', async () => {
    const seen: Json[] = [];
    for (let path: string | undefined = `${PATH}/preview?calendar=VN&limit=1`; path !== undefined;) {
      const { body, headers } = await officers.leader.get(path);
      seen.push(...body.items);
      path = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
    }
    expect(named(seen)).toEqual(['awaiting', 'other', 'running']);
    const stranger = Buffer.from('["x"]').toString('base64url');
    expect(await officers.leader.get(`${PATH}/preview?calendar=VN&cursor=${stranger}`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/cursor' }] },
    });
  });

  it('is applied by who may, with a reason, once', async () => {
    expect((await officers.specialist.post(PATH, ORDER)).status).toBe(403);
    expect(await officers.leader.post(PATH, { ...ORDER, reason: ' ' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/reason' }] },
    });
    const key = { headers: { 'idempotency-key': 'holiday-2026-11-30' } };
    const ordered = await officers.leader.post(PATH, ORDER, key);
    expect(ordered).toMatchObject({
      status: 202,
      body: { agencies: ['H48.12', 'H48.12.3'], by: { subject: 'leader' } },
    });
    const repeated = await officers.leader.post(PATH, ORDER, key);
    expect(repeated.body.id).toBe(ordered.body.id);
    const done = await finished(officers.leader, ordered.body.id);
    expect(done.cases).toEqual({ moved: 3, kept: 0, unchanged: 0 });
    expect(named((await officers.leader.get(`${PATH}/${ordered.body.id}/cases`)).body.items)).toEqual([
      'awaiting',
      'other',
      'running',
    ]);
    expect((await officers.outsider.get(`${PATH}/${ordered.body.id}`)).status).toBe(404);
  });

  it('adjusts each with its reason and actor, on its page, in its history and to the others (R12)', async () => {
    const dossierId = cases['running'] as string;
    expect((await caseOf(officers.leader, dossierId)).body).toMatchObject(moved);
    const { body } = await officers.leader.get(`/workflow/v1/cases/${dossierId}/deadline`);
    expect(body).toMatchObject({
      original,
      current: moved,
      basis: { calendar: { code: 'VN', revision: 1 }, calendarRevisionNow: 2 },
      adjustments: [{ rule: 'R5', reason: ORDER.reason, by: { subject: 'leader' }, previous: original, ...moved }],
    });
    const events = (await published(system, dossierId)).filter(({ type }) => type === 'deadline-adjusted');
    expect(events).toMatchObject([{ data: { rule: 'R5', reason: ORDER.reason, ...moved } }]);
    const history = (await officers.leader.get(`/workflow/v1/cases/${dossierId}/history`)).body.items;
    expect(history.at(-1)).toMatchObject({ actor: 'leader', action: 'deadlineRecalculated', detail: { revision: 2 } });
    const awaiting = await officers.leader.get(`/workflow/v1/cases/${cases['awaiting']}/deadline`);
    expect(awaiting.body.furtherDeadlines).toMatchObject([
      { kind: 'supplement', subject: '1', adjustments: [{ rule: 'R5', reason: ORDER.reason }] },
    ]);
    const told = await published(system, cases['awaiting'] as string);
    expect(told.filter(({ type }) => type === 'supplement-deadline-adjusted')).toHaveLength(1);
  });

  it("leaves alone what has ended, and what is not the own agency's", async () => {
    expect((await caseOf(officers.admin, cases['elsewhere'] as string)).body).toMatchObject(original);
    expect((await officers.leader.get(`/workflow/v1/cases/${cases['ended']}/deadline`)).body.adjustments).toEqual([]);
  });

  it('goes on after a crash with the cases that are left, and does none twice', async () => {
    // Ordered and committed, but the process died before it had begun: the next look finds the order.
    await system.sql(
      `INSERT INTO workflow.recalculation (id, calendar, revision, reason, by_subject, by_name, at)
       VALUES ('019aa0c8-4b2e-7c31-9d6e-3f1a2b4c5d6e', 'VN', 2, 'Quyết định 123', 'admin', 'Quản trị', now())`,
    );
    const other = await officers.admin.post(PATH, ORDER);
    expect(other).toMatchObject({ status: 409, body: { code: 'RECALCULATION.IN_PROGRESS' } });
    await system.passTo('2026-11-26T08:31:00+07:00');
    const done = await finished(officers.admin, '019aa0c8-4b2e-7c31-9d6e-3f1a2b4c5d6e');
    expect(done.cases).toEqual({ moved: 1, kept: 0, unchanged: 0 });
    expect((await caseOf(officers.admin, cases['elsewhere'] as string)).body).toMatchObject(moved);
    const { body } = await officers.leader.get(`/workflow/v1/cases/${cases['running']}/deadline`);
    expect(body.adjustments).toHaveLength(1);
  });

  it('counts a later supplement on the new calendar', async () => {
    await on('other', 'supplement-requests', { items: [{ component: 'BAN-VE', reason: 'Thiếu chữ ký' }] });
    const [supplement] = (await caseOf(officers.leader, cases['other'] as string)).body.supplements;
    // Thirty working days from 26 November, and the 30th is none of them.
    expect(supplement.deadlineAt).toMatch(/^2027-01-08T08:3/);
  });
});
