import type { Json, TestSystem } from '@motcua/testing';
import { endStep, type Officers, officersOf, openCase, startWorkflow } from '../../testing/workflow.fixture.js';

const due = (day: string): object => ({
  statutoryDueAt: `2026-${day}T17:00:00+07:00`,
  promisedDueAt: `2026-${day}T09:00:00+07:00`,
});
const officer = (name: string, roles: string[], agencies = ['H48.12']): object => ({
  name,
  title: 'Chuyên viên',
  agencies,
  roles,
});
const of = (count: number, more = false): object => ({ count, more });

describe('how much there is to do', () => {
  let system: TestSystem;
  let officers: Officers;
  const forwarded: Json[] = [];

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
    for (const day of ['11-26', '11-27', '12-10']) {
      const { dossierId } = await openCase(system, officers.admin, due(day));
      await endStep(officers.leader, dossierId, 'forward');
      forwarded.push((await officers.admin.get(`/workflow/v1/cases/${dossierId}`)).body);
    }
    await openCase(system, officers.admin, { ...due('11-26'), competentAgency: 'H48.04', receivingAgency: 'H48.04' });
    await openCase(system, officers.admin, {
      ...due('12-10'),
      competentAgency: 'H48.12.3',
      receivingAgency: 'H48.12.3',
    });
    for (const { currentTask } of forwarded.slice(0, 2))
      await officers.specialist.post(`/workflow/v1/tasks/${currentTask.id}/claim`, undefined, {
        ifMatch: currentTask.etag,
      });
    for (const [subject, body] of [
      ['leader', officer('Lê Thị Lãnh Đạo', ['leader'])],
      ['idle', officer('Phạm Văn Rảnh', ['specialist'])],
      ['below', officer('Đỗ Thị Dưới', ['specialist'], ['H48.12.3'])],
      ['elsewhere', officer('Ngô Văn Nơi Khác', ['specialist'], ['H48.04'])],
    ] as const)
      await officers.admin.put(`/workflow/v1/officers/${subject}`, body);
    system.clock.moveTo(Temporal.Instant.from('2026-11-26T10:00:00+07:00'));
  });
  afterAll(() => system.stop());

  it('is told tab by tab: open, late, due soon', async () => {
    const counts = async (client: Officers['leader'], query = ''): Promise<Json> =>
      (await client.get(`/workflow/v1/task-counts${query}`)).body;
    expect(await counts(officers.specialist)).toEqual({
      me: { open: of(2), overdue: of(1), dueSoon: of(1) },
      role: { open: of(1), overdue: of(0), dueSoon: of(0) },
      agency: { open: of(4), overdue: of(1), dueSoon: of(1) },
    });
    expect((await counts(officers.leader)).role).toEqual({ open: of(1), overdue: of(0), dueSoon: of(0) });
    expect((await counts(officers.admin)).agency).toEqual({ open: of(5), overdue: of(2), dueSoon: of(1) });
    expect((await counts(officers.leader, '?agency=H48.04')).agency.open).toEqual(of(0));
    expect((await counts(officers.leader, '?dueWithinHours=720')).agency.dueSoon).toEqual(of(3));
  });

  it('stops counting at a thousand, and says that there is more', async () => {
    await system.sql(
      `INSERT INTO workflow.task (id, dossier_id, state, step, step_name, role, agency, opened_at, due_at, code, procedure_code, procedure_name)
       SELECT gen_random_uuid(), $1, 'open', 'appraisal', 'x', 'specialist', 'H48', now(), '2027-01-01Z', 'x', 'x', 'x' FROM generate_series(1, 1200)`,
      [forwarded[0].dossierId],
    );
    const { body } = await officers.admin.get('/workflow/v1/task-counts');
    expect(body.agency).toEqual({ open: of(1000, true), overdue: of(2), dueSoon: of(1) });
    await system.sql(`DELETE FROM workflow.task WHERE agency = 'H48'`);
  });

  it('is told to a leader officer by officer, those who hold tasks without being registered too', async () => {
    const { status, body } = await officers.leader.get('/workflow/v1/workload');
    expect(status).toBe(200);
    expect(
      body.items.map(({ subject, open, overdue, dueSoon, done }: Json) => [subject, open, overdue, dueSoon, done]),
    ).toEqual([
      ['below', 0, 0, 0, 0],
      ['idle', 0, 0, 0, 0],
      ['leader', 0, 0, 0, 3],
      ['specialist', 2, 1, 1, 0],
    ]);
    expect(body.items[2]).toMatchObject({
      name: 'Cán bộ leader',
      title: 'Phó Giám đốc',
      away: false,
      oldestOpenedAt: null,
    });
    expect(body.items[3]).toMatchObject({
      name: 'Cán bộ specialist',
      title: null,
      oldestOpenedAt: expect.stringMatching(/^2026-11-25T08:3.*\+07:00$/),
    });
  });

  it('is walked by pages, narrowed to an agency and a period, and no further than the leader reaches', async () => {
    const subjects = async (query: string): Promise<string[]> =>
      (await officers.leader.get(`/workflow/v1/workload${query}`)).body.items.map(({ subject }: Json) => subject);
    expect(await subjects('?agency=H48.12.3')).toEqual(['below']);
    expect(await subjects('?agency=H48.04')).toEqual([]);
    const first = await officers.leader.get('/workflow/v1/workload?limit=3');
    expect(first.body.items).toHaveLength(3);
    expect(await subjects(`?limit=3&cursor=${first.body.next}`)).toEqual(['specialist']);
    const period = new URLSearchParams({ doneFrom: '2026-11-26T00:00:00+07:00', doneTo: '2026-11-27T00:00:00+07:00' });
    const later = await officers.leader.get(`/workflow/v1/workload?${period.toString()}`);
    expect(later.body.items.find(({ subject }: Json) => subject === 'leader').done).toBe(0);
    expect(await officers.specialist.get('/workflow/v1/workload')).toMatchObject({ status: 403 });
    const reversed = await officers.leader.get(
      '/workflow/v1/workload?doneFrom=2026-12-01T00:00:00Z&doneTo=2026-11-01T00:00:00Z',
    );
    expect(reversed).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/doneFrom', code: 'PERIOD_REVERSED' }] },
    });
  });
});
