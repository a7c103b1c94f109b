import { CaseStepChangedV1 } from '@motcua/contracts';
import { readEventData } from '@motcua/platform';
import { type ApiClient, eventually, type Json, type TestSystem } from '@motcua/testing';
import {
  aPdf,
  caseOf,
  consultingProcess,
  endStep,
  endTask,
  type Officers,
  officersOf,
  openCase,
  published,
  startWorkflow,
  upload,
} from './workflow.fixture.js';

describe('a parallel consultation of other agencies', () => {
  let system: TestSystem;
  let officers: Officers;
  let justice: ApiClient;
  let finance: ApiClient;

  const define = async (procedure: string, join: string): Promise<void> => {
    const answer = await officers.admin.put(`/workflow/v1/process-definitions/${procedure}/1`, consultingProcess(join));
    expect(answer).toMatchObject({ status: 201 });
  };
  /** A case whose appraisal is done: two agencies are asked. */
  const asked = async (procedureCode: string): Promise<Json> => {
    const { dossierId } = await openCase(system, officers.leader, { procedureCode });
    const forwarded = await endStep(officers.specialist, dossierId, 'forward');
    expect(forwarded.status).toBe(201);
    return forwarded.body.case;
  };
  const taskOf = ({ openTasks }: Json, agency: string): Json => openTasks.find((task: Json) => task.agency === agency);

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
    const specialistOf = (sub: string, agency: string) =>
      system.as({ sub, roles: ['specialist'], name: `Cán bộ ${sub}`, agency });
    justice = await specialistOf('justice', 'H48.04');
    finance = await specialistOf('finance', 'H48.05');
    await define('3.000001', 'all');
    await define('3.000002', 'any');
    await define('3.000003', 'deadlinePassed');
  });
  afterAll(() => system.stop());

  it('opens a task at every agency at once, each with its own time', async () => {
    const view = await asked('3.000001');
    expect(view).toMatchObject({ currentTask: null, definition: { procedure: '3.000001', version: 1, revision: 1 } });
    expect(view.openTasks).toMatchObject([
      { agency: 'H48.04', kind: 'opinion', role: 'specialist', outcomes: ['agree', 'disagree'], holder: null },
      { agency: 'H48.05', kind: 'opinion', stepDueAt: expect.stringMatching(/^2026-11-27T08:30/) },
    ]);
    expect((await justice.get('/workflow/v1/tasks?assignee=role')).body.items).toMatchObject([
      { dossierId: view.dossierId, kind: 'opinion', stepDueAt: expect.stringMatching(/^2026-11-26T08:30/) },
    ]);
  });

  it('shows the case to the agencies that are asked, as long as they are (R23)', async () => {
    const view = await asked('3.000001');
    const stranger = await system.as({ sub: 'stranger', roles: ['specialist'], agency: 'H48.12.3' });
    expect((await caseOf(justice, view.dossierId)).status).toBe(200);
    expect((await caseOf(stranger, view.dossierId)).status).toBe(404);
    expect((await endTask(justice, taskOf(view, 'H48.04'), 'agree')).status).toBe(201);
    expect((await caseOf(justice, view.dossierId)).status).toBe(404);
    expect((await caseOf(finance, view.dossierId)).status).toBe(200);
  });

  it('has notes with files for all agencies that it concerns, corrected by further notes, and never for the applicant', async () => {
    const view = await asked('3.000001');
    const path = `/workflow/v1/cases/${view.dossierId}/notes`;
    const text = 'Ông Nguyễn Văn Mẫu đã nộp bản đồ sai tỷ lệ.';
    const before = await caseOf(officers.leader, view.dossierId);
    expect(await justice.post(path, { text })).toMatchObject({
      status: 201,
      body: { n: 1, agency: 'H48.04', officer: { name: 'Cán bộ justice' }, text, corrects: null, files: [] },
    });
    const attach = (officer: ApiClient, form: FormData, note = 1) => officer.post(`${path}/${note}/files`, form);
    const added = await attach(justice, upload(await aPdf(), 'Ý kiến về ông Mẫu.pdf'));
    expect(added).toMatchObject({ status: 201, body: { n: 1, name: 'Ý kiến về ông Mẫu.pdf' } });
    expect((await attach(justice, upload(new TextEncoder().encode('hello')))).body.code).toBe('FILE.TYPE_NOT_ALLOWED');
    expect((await attach(officers.leader, upload(await aPdf()))).body.code).toBe('CASE.NOTE_OF_ANOTHER');
    expect((await attach(justice, upload(await aPdf()), 9)).status).toBe(404);
    expect((await justice.post(path, { text: 'Đúng tỷ lệ.', corrects: 9 })).body.errors).toMatchObject([
      { pointer: '/corrects' },
    ]);
    expect((await finance.post(path, { text: 'Không có ý kiến.' })).body.n).toBe(2);
    expect((await justice.post(path, { text: 'Đúng tỷ lệ.', corrects: 1 })).body).toMatchObject({ n: 3, corrects: 1 });
    expect((await justice.post(path, { text: 'Sai.', corrects: 1 })).body).toMatchObject({
      code: 'CASE.NOTE_CORRECTED',
      correctedBy: 3,
    });
    const first = await officers.leader.get(`${path}?limit=2`);
    expect(first.body.items.map(({ n }: Json) => n)).toEqual([3, 2]);
    const rest = await officers.leader.get(`${path}?limit=2&cursor=${first.body.next}`);
    expect(rest.body).toMatchObject({ items: [{ n: 1, text, correctedBy: 3, files: [added.body] }], next: null });
    const content = await officers.leader.get(String(added.headers.get('location')));
    expect([content.status, content.headers.get('etag')]).toEqual([200, `"${added.body.sha256}"`]);
    // Nothing else of the case changes, nobody outside is told, and nobody else reads it.
    expect((await caseOf(officers.leader, view.dossierId)).etag).toBe(before.etag);
    const citizen = await system.as({ sub: 'applicant', roles: ['citizen'], citizen_id: '051199000017' });
    const others = [citizen, officers.admin, await system.as({ sub: 'x', roles: ['leader'], agency: 'H48.12.3' })];
    expect(await Promise.all(others.map(async (one) => (await one.get(path)).status))).toEqual([403, 403, 404]);
    expect(await Promise.all(others.map(async (one) => (await one.post(path, { text })).status))).toEqual([
      403, 403, 404,
    ]);
    const [kept] = await system.sql<{ text: string }>(`
      SELECT string_agg(t, '') AS text FROM (SELECT n::text AS t FROM workflow.case_note n
        UNION ALL SELECT f::text FROM workflow.case_note_file f UNION ALL SELECT h::text FROM workflow.history h
        UNION ALL SELECT o::text FROM workflow.outbox o) AS everything`);
    expect(kept?.text).not.toMatch(/tỷ lệ|ông Mẫu/);
  });

  it('keeps each agency to its own question, and the case to the one that asks', async () => {
    const view = await asked('3.000001');
    const claim = (client: ApiClient, agency: string) =>
      client.post(`/workflow/v1/tasks/${taskOf(view, agency).id}/claim`, undefined, { ifMatch: '"1"' });
    expect((await claim(justice, 'H48.05')).status).toBe(404);
    const stop = (client: ApiClient) =>
      client.post(`/workflow/v1/cases/${view.dossierId}/stop`, { reason: 'Không còn căn cứ' }, { ifMatch: '"3"' });
    expect(await stop(justice)).toMatchObject({ status: 403, body: { code: 'CASE.OF_ANOTHER_AGENCY' } });
    expect(await stop(officers.leader)).toMatchObject({ status: 201, body: { status: 'stopped', openTasks: [] } });
    const opinions = (await officers.leader.get(`/workflow/v1/cases/${view.dossierId}/opinions`)).body.items;
    expect(opinions.map(({ agency, state }: Json) => [agency, state])).toEqual([
      ['H48.04', 'unanswered'],
      ['H48.05', 'unanswered'],
    ]);
  });

  it('goes on when all have answered, in whatever order, and shows what they said', async () => {
    const view = await asked('3.000001');
    const first = await endTask(finance, taskOf(view, 'H48.05'), 'disagree', { reason: 'Chưa có nguồn vốn' });
    expect(first.body.case.openTasks).toMatchObject([{ agency: 'H48.04' }]);
    const second = await endTask(justice, taskOf(view, 'H48.04'), 'agree', { comment: 'Đủ căn cứ pháp lý' });
    expect(second.body.case.currentTask).toMatchObject({ step: { code: 'approval' }, agency: 'H48.12', kind: 'work' });
    const { body } = await officers.leader.get(`/workflow/v1/cases/${view.dossierId}/opinions`);
    expect(body.items).toMatchObject([
      { agency: 'H48.04', state: 'answered', opinion: 'agree', comment: 'Đủ căn cứ pháp lý' },
      { agency: 'H48.05', state: 'answered', opinion: 'disagree', reason: 'Chưa có nguồn vốn' },
    ]);
    const steps = (await published(system, view.dossierId)).filter(({ type }) => type === 'step-changed');
    expect(steps.slice(-3).map(({ data }) => [data.step.code, data.agency, data.agenciesWithTask])).toEqual([
      ['consultation', 'H48.12', ['H48.04', 'H48.05']],
      ['consultation', 'H48.12', ['H48.04']],
      ['approval', 'H48.12', ['H48.12']],
    ]);
    await readEventData(CaseStepChangedV1, steps.at(-1)?.data);
  });

  it('goes on once, when both answer at the same moment', async () => {
    const view = await asked('3.000001');
    const answers = await Promise.all([
      endTask(justice, taskOf(view, 'H48.04'), 'agree'),
      endTask(finance, taskOf(view, 'H48.05'), 'agree'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await caseOf(officers.leader, view.dossierId)).body.openTasks).toMatchObject([
      { step: { code: 'approval' } },
    ]);
  });

  it('asks nobody any more after the first answer, where any is enough', async () => {
    const view = await asked('3.000002');
    const done = await endTask(justice, taskOf(view, 'H48.04'), 'agree');
    expect(done.body.case.currentTask.step.code).toBe('approval');
    const late = await finance.post(`/workflow/v1/tasks/${taskOf(view, 'H48.05').id}/claim`, undefined, {
      ifMatch: '"2"',
    });
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'TASK.CLOSED', taskState: 'cancelled', openTasks: [{ step: 'approval' }] },
    });
  });

  it('goes on over the silence of those whose time has passed, where it is joined by deadline', async () => {
    const view = await asked('3.000003');
    await endTask(justice, taskOf(view, 'H48.04'), 'agree');
    await system.passTo(Temporal.Instant.from('2026-11-27T08:31:00+07:00'));
    const path = `/workflow/v1/cases/${view.dossierId}`;
    await eventually(async () => (await officers.leader.get(path)).body.currentTask?.step.code === 'approval');
    const { body } = await officers.leader.get(`${path}/opinions`);
    expect(body.items).toMatchObject([
      { agency: 'H48.04', state: 'answered' },
      { agency: 'H48.05', state: 'unanswered', opinion: null, silence: 'consent' },
    ]);
    const history = (await officers.leader.get(`${path}/history`)).body.items;
    expect(history.at(-1)).toMatchObject({
      actor: 'system:consultation-expired',
      action: 'consultationExpired',
      detail: { step: 'consultation', silent: ['H48.05'], next: 'approval' },
    });
    const done = await endStep(officers.leader, view.dossierId, 'approve');
    expect(done.body.case).toMatchObject({ status: 'completed', decision: 'granted' });
  });

  it('is answered while the applicant is awaited', async () => {
    const view = await asked('3.000001');
    const items = [{ name: 'Hợp đồng thuê bến', reason: 'Thiếu' }];
    const path = `/workflow/v1/cases/${view.dossierId}`;
    const { etag } = await officers.leader.get(path);
    expect((await officers.leader.post(`${path}/supplement-requests`, { items }, { ifMatch: etag })).status).toBe(201);
    const { openTasks } = (await officers.leader.get(path)).body;
    const answered = await endTask(justice, taskOf({ openTasks }, 'H48.04'), 'agree');
    expect(answered).toMatchObject({
      status: 201,
      body: { case: { status: 'awaitingSupplement', openTasks: [{ agency: 'H48.05' }] } },
    });
  });

  it('is closed by who asked, where an agency has let its time pass: its silence is consent', async () => {
    const view = await asked('3.000001');
    const closed = (officer: ApiClient, { openTasks }: Json, agency: string) => {
      const { id, etag } = taskOf({ openTasks }, agency);
      const reason = 'Đã quá thời hạn lấy ý kiến';
      return officer.post(`/workflow/v1/tasks/${id}/question-closure`, { reason }, { ifMatch: etag });
    };
    expect(await closed(officers.leader, view, 'H48.04')).toMatchObject({
      status: 409,
      body: { code: 'TASK.ANSWER_AWAITED', agency: 'H48.04' },
    });
    await system.passTo(Temporal.Instant.from('2026-12-03T08:31:00+07:00'));
    expect(await closed(justice, view, 'H48.04')).toMatchObject({
      status: 403,
      body: { code: 'CASE.OF_ANOTHER_AGENCY' },
    });
    const first = await closed(officers.leader, view, 'H48.04');
    expect(first).toMatchObject({
      status: 201,
      body: { state: 'cancelled', case: { openTasks: [{ agency: 'H48.05' }] } },
    });
    const last = await closed(officers.leader, first.body.case, 'H48.05');
    expect(last.body.case.currentTask).toMatchObject({ step: { code: 'approval' } });
    const { items } = (await officers.leader.get(`/workflow/v1/cases/${view.dossierId}/opinions`)).body;
    expect(items.map(({ state, silence, reason }: Json) => [state, silence, reason])).toEqual([
      ['unanswered', 'consent', 'Đã quá thời hạn lấy ý kiến'],
      ['unanswered', 'consent', 'Đã quá thời hạn lấy ý kiến'],
    ]);
  });

  it('may be asked of one agency more, beside the work of a step: it sees the case, answers, and the step goes on', async () => {
    const { dossierId } = await openCase(system, officers.leader, { procedureCode: '3.000001' });
    const path = `/workflow/v1/cases/${dossierId}`;
    const { currentTask } = (await officers.leader.get(path)).body;
    await officers.specialist.post(`/workflow/v1/tasks/${currentTask.id}/claim`, undefined, {
      ifMatch: currentTask.etag,
    });
    const ask = {
      agency: '000.00.05.H48',
      term: { amount: 1, unit: 'workingDay' },
      question: 'Nguồn vốn đã bố trí chưa?',
    };
    const { etag } = await officers.specialist.get(path);
    const askedNow = await officers.specialist.post(`${path}/opinions`, ask, { ifMatch: etag });
    expect(askedNow).toMatchObject({
      status: 201,
      body: {
        currentTask: { id: currentTask.id },
        openTasks: [{ kind: 'work' }, { agency: 'H48.05', question: ask.question }],
      },
    });
    const answered = await endTask(finance, taskOf(askedNow.body, 'H48.05'), 'agree', { comment: 'Đã bố trí' });
    expect(answered).toMatchObject({ status: 201, body: { case: { openTasks: [{ kind: 'work' }] } } });
    expect((await caseOf(finance, dossierId)).status).toBe(404);
    const { items } = (await officers.leader.get(`${path}/opinions`)).body;
    expect(items).toMatchObject([
      { state: 'answered', question: ask.question, opinion: 'agree', comment: 'Đã bố trí' },
    ]);
  });
});
