import { OfficerChangedV1 } from '@motcua/contracts';
import { readEventData } from '@motcua/platform';
import type { Json, TestSystem } from '@motcua/testing';
import { openCase, type Officers, officersOf, startWorkflow } from '../../testing/workflow.fixture.js';

const OFFICER = { name: 'Trần Thị Mẫu', title: 'Chuyên viên', agencies: ['000.00.12.H48'], roles: ['specialist'] };

describe('the register of officers', () => {
  let system: TestSystem;
  let officers: Officers;

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
  });
  afterAll(() => system.stop());

  it('takes an officer, changes them only from the version that was seen, and tells everyone', async () => {
    const path = '/workflow/v1/officers/mau';
    const added = await officers.admin.put(path, OFFICER);
    expect([added.status, added.etag]).toEqual([201, '"1"']);
    expect(added.body).toEqual({
      ...OFFICER,
      subject: 'mau',
      agencies: ['H48.12'],
      signing: [],
      absentFrom: null,
      absentUntil: null,
      deputy: null,
    });
    expect(await officers.admin.put(path, OFFICER)).toMatchObject({ status: 428, body: { currentETag: '"1"' } });
    expect((await officers.admin.put(path, OFFICER, { ifMatch: '"7"' })).status).toBe(412);
    const away = { ...OFFICER, absentFrom: '2026-12-01', absentUntil: '2026-12-05' };
    const changed = await officers.admin.put(path, away, { ifMatch: '"1"' });
    expect([changed.status, changed.etag]).toEqual([200, '"2"']);
    expect((await officers.leader.get(path)).body).toEqual(changed.body);
    const events = await system.sql<Json>(`SELECT data, sequence FROM workflow.outbox WHERE key = 'mau' ORDER BY id`);
    expect(events.map(({ data, sequence }) => [data.revision, sequence])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    await readEventData(OfficerChangedV1, events[1].data);
  });

  it('says who may sign what, and keeps it where a change says nothing of it', async () => {
    const path = '/workflow/v1/officers/signatory';
    const signing = [{ agency: '000.00.12.H48' }, { agency: 'H48.04', results: ['GCN'] }];
    const added = await officers.admin.put(path, { ...OFFICER, signing });
    const rights = [
      { agency: 'H48.12', results: null },
      { agency: 'H48.04', results: ['GCN'] },
    ];
    expect(added.body.signing).toEqual(rights);
    expect((await officers.admin.put(path, OFFICER, { ifMatch: added.etag })).body.signing).toEqual(rights);
    const none = await officers.admin.put(path, { ...OFFICER, signing: [] }, { ifMatch: '"2"' });
    expect(none.body.signing).toEqual([]);
    const faulty = await officers.admin.put('/workflow/v1/officers/faulty', {
      ...OFFICER,
      signing: [{ agency: 'somewhere' }],
    });
    expect(faulty).toMatchObject({ status: 422, body: { errors: [{ pointer: '/signing/0/agency' }] } });
  });

  it('is registered once by two who try at the same moment', async () => {
    const put = () => officers.admin.put('/workflow/v1/officers/twice', OFFICER);
    const answers = await Promise.all([put(), put(), put(), put()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 428, 428, 428]);
    const events = await system.sql(`SELECT FROM workflow.outbox WHERE key = 'twice'`);
    expect(events).toHaveLength(1);
  });

  it('refuses every bad field at once', async () => {
    const answer = await officers.admin.put('/workflow/v1/officers/x', {
      name: '',
      agencies: [],
      roles: ['king'],
      absentFrom: '2026-02-30',
      salary: 1,
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'REQUEST.INVALID']);
    expect([...new Set(answer.body.errors.map(({ pointer }: Json) => pointer))].sort()).toEqual([
      '/absentFrom',
      '/agencies',
      '/name',
      '/roles',
      '/salary',
      '/title',
    ]);
  });

  it('refuses what is no agency, and an absence that ends before it begins', async () => {
    const answer = await officers.admin.put('/workflow/v1/officers/x', {
      ...OFFICER,
      agencies: ['H48.12', 'Sở Xây dựng'],
      absentFrom: '2026-12-05',
      absentUntil: '2026-12-05',
    });
    expect(answer.body.errors.map(({ pointer }: Json) => pointer)).toEqual(['/agencies/1', '/absentUntil']);
  });

  it('refuses a deputy without an absence, who is nobody, or who is the officer', async () => {
    const put = (body: object) => officers.admin.put('/workflow/v1/officers/leaving', { ...OFFICER, ...body });
    const faults = async (body: object): Promise<string[]> =>
      (await put(body)).body.errors.map(({ pointer, code }: Json) => `${pointer} ${code}`);
    expect(await faults({ deputy: 'mau' })).toEqual(['/deputy ABSENCE_MISSING']);
    expect(await faults({ deputy: 'nobody', absentFrom: '2026-12-01' })).toEqual(['/deputy DEPUTY_UNKNOWN']);
    expect(await faults({ deputy: 'leaving', absentFrom: '2026-12-01' })).toEqual(['/deputy DEPUTY_SELF']);
    const taken = await put({ deputy: 'mau', absentFrom: '2026-12-01' });
    expect(taken).toMatchObject({ status: 201, body: { deputy: 'mau' } });
  });

  it('lists to whom a task of an agency may be given, to any officer', async () => {
    const ofAbove = { ...OFFICER, name: 'Cán bộ tỉnh', agencies: ['H48'], absentFrom: '2026-11-01' };
    await officers.admin.put('/workflow/v1/officers/of-above', ofAbove);
    await officers.admin.put('/workflow/v1/officers/elsewhere', { ...OFFICER, agencies: ['H48.05'] });
    const list = async (query: string) => (await officers.specialist.get(`/workflow/v1/officers?${query}`)).body;
    const all = await list('agency=000.00.12.H48&role=specialist&limit=200');
    const found = all.items.filter(({ subject }: Json) => ['mau', 'of-above', 'elsewhere'].includes(subject));
    expect(found).toMatchObject([
      { subject: 'mau', name: 'Trần Thị Mẫu', away: false },
      { subject: 'of-above', away: true },
    ]);
    const first = await list('agency=H48.12&limit=1');
    const second = await list(`agency=H48.12&limit=1&cursor=${first.next}`);
    expect([first.items[0].subject < second.items[0].subject, second.items.length]).toEqual([true, 1]);
    expect((await officers.specialist.get('/workflow/v1/officers')).status).toBe(400);
  });

  it('lists for leaders what waits where nobody may claim it, and counts it in a metric', async () => {
    await openCase(system, officers.leader, { competentAgency: 'H48.12.3', receivingAgency: 'H48.12.3' });
    const list = async () => (await officers.leader.get('/workflow/v1/unstaffed-steps')).body.items;
    const officer = async (name: string, more: object = {}) => {
      const { etag } = await officers.admin.get(`/workflow/v1/officers/${name}`);
      await officers.admin.put(
        `/workflow/v1/officers/${name}`,
        { ...OFFICER, agencies: ['H48.05'], ...more },
        { ifMatch: etag },
      );
    };
    const [waiting] = (await officers.leader.get('/workflow/v1/tasks?agency=H48.12.3')).body.items;
    for (const { subject } of (await officers.admin.get('/workflow/v1/officers?agency=H48.12.3&limit=200')).body.items)
      await officer(subject);
    expect(await list()).toMatchObject([
      { agency: 'H48.12.3', agencyName: 'Cơ quan H48.12.3', role: waiting.role, waiting: 1 },
    ]);
    expect((await officers.admin.get('/workflow/metrics')).text).toContain(
      'motcua_workflow_unstaffed_steps{service="workflow"} 1',
    );
    expect((await officers.specialist.get('/workflow/v1/unstaffed-steps')).status).toBe(403);
    await officer('mau', { agencies: ['H48.12'], roles: [waiting.role] });
    expect(await list()).toEqual([]);
  });

  it('is written by administrators alone, and read by officers', async () => {
    expect((await officers.leader.put('/workflow/v1/officers/x', OFFICER)).status).toBe(403);
    expect((await officers.leader.get('/workflow/v1/officers/nobody')).status).toBe(404);
    const citizen = await system.as({ sub: 'citizen', roles: ['citizen'] });
    expect((await citizen.get('/workflow/v1/officers/mau')).status).toBe(403);
  });
});
