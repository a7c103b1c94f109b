import {
  ALL_CONTRACTS,
  ApplicantNamedV1,
  CalendarChangedV1,
  DossierAcceptedV1,
  DossierSupplementCompletedV1,
  DossierSupplementExpiredV1,
  DossierSupplementPartGivenV1,
  DossierSupplementRequestedV1,
  DossierWithdrawalRequestedV1,
  sampleOf,
} from '@motcua/contracts';
import { readEventData } from '@motcua/platform';
import { type ApiResponse, eventually, type Json, type TestSystem } from '@motcua/testing';
import {
  acceptedEvent,
  CALENDAR,
  caseOf,
  endStep,
  type Officers,
  officersOf,
  nameApplicant,
  openCase,
  published,
  startWorkflow,
} from './workflow.fixture.js';

const ITEMS = { items: [{ component: 'BAN-VE', reason: 'Bản vẽ thiếu chữ ký' }] };

describe('how else a case may go', () => {
  let system: TestSystem;
  let officers: Officers;
  const on = async (dossierId: string, what: string, body: object, client = officers.leader): Promise<ApiResponse> => {
    const { etag } = await caseOf(officers.admin, dossierId);
    return client.post(`/workflow/v1/cases/${dossierId}/${what}`, body, { ifMatch: etag });
  };
  const types = async (dossierId: string): Promise<string[]> =>
    (await published(system, dossierId)).map(({ type }) => type);
  const told = (dossierId: string, type: string): Promise<Json> =>
    eventually(async () => (await published(system, dossierId)).find((event) => event.type === type));

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
  });
  afterAll(() => system.stop());

  it('an accepted dossier that arrives twice opens one case', async () => {
    const event = acceptedEvent();
    await system.foreign.deliver(DossierAcceptedV1, event.dossierId, event);
    const next = acceptedEvent();
    await system.foreign.deliver(DossierAcceptedV1, next.dossierId, next);
    await officers.leader.get(`/workflow/v1/cases/${next.dossierId}`, { headers: { prefer: 'wait=10' } });
    expect(await types(event.dossierId)).toEqual(['opened', 'step-changed']);
  });

  it('a case waits for the calendar of its acceptance, and is opened when it comes', async () => {
    const event = acceptedEvent({ calendar: { code: 'LATE', revision: 1 } });
    await system.foreign.deliver(DossierAcceptedV1, event.dossierId, event);
    const [waiting] = await eventually(async () => {
      const rows = await system.sql<Json>(`SELECT state, waits_for FROM workflow.inbox_parked WHERE key = $1`, [
        event.dossierId,
      ]);
      return rows.length > 0 && rows;
    });
    expect(waiting).toEqual({ state: 'waiting', waits_for: 'calendar LATE@1' });
    expect(await caseOf(officers.leader, event.dossierId)).toMatchObject({
      status: 404,
      body: { code: 'NOT_YET_KNOWN' },
    });
    await system.foreign.deliver(CalendarChangedV1, 'LATE', { code: 'LATE', revision: 1, definition: CALENDAR });
    const { status } = await officers.leader.get(`/workflow/v1/cases/${event.dossierId}`, {
      headers: { prefer: 'wait=10' },
    });
    expect(status).toBe(200);
  });

  it('keeps the steps of its acceptance, whatever is defined later (R14)', async () => {
    const procedureCode = '1.009999';
    const path = `/workflow/v1/process-definitions/${procedureCode}/1`;
    const steps = [
      { code: 'only', name: 'Một bước', role: 'leader', outcomes: [{ code: 'done', name: 'Xong', to: null }] },
    ];
    const before = await officers.admin.get(path);
    expect(before.body).toMatchObject({
      builtIn: true,
      steps: expect.arrayContaining([expect.objectContaining({ code: 'appraisal' })]),
    });
    expect((await officers.admin.put(path, { name: 'Quy trình gọn', steps })).status).toBe(201);
    const { dossierId, definition } = await openCase(system, officers.leader, { procedureCode });
    expect(definition).toEqual({ procedure: procedureCode, version: 1, revision: 1, name: 'Quy trình gọn' });
    expect((await officers.admin.put(path, { name: 'Khác', steps: [{ ...steps[0], code: 'other' }] })).status).toBe(
      428,
    );
    const replaced = await officers.admin.put(
      path,
      { name: 'Khác', steps: [{ ...steps[0], code: 'other' }] },
      { ifMatch: '"1"' },
    );
    expect([replaced.status, replaced.etag]).toEqual([200, '"2"']);
    const done = await endStep(officers.leader, dossierId, 'done');
    expect(done.body.case).toMatchObject({ status: 'completed', decision: 'granted' });
    const bad = await officers.admin.put(`/workflow/v1/process-definitions/x/1`, {
      name: 'x',
      steps: [{ ...steps[0], outcomes: [{ code: 'done', name: 'Xong', to: 'nowhere' }] }],
    });
    expect(bad).toMatchObject({ status: 422, body: { code: 'PROCESS.INVALID' } });
    expect((await officers.leader.put(path, { name: 'x', steps }, { ifMatch: '"2"' })).status).toBe(403);
  });

  it('follows the steps of the newest earlier version where its own has none, so that none are lost (R14)', async () => {
    const procedureCode = '1.009998';
    const path = (version: number): string => `/workflow/v1/process-definitions/${procedureCode}/${version}`;
    const steps = [
      { code: 'only', name: 'Một bước', role: 'leader', outcomes: [{ code: 'done', name: 'Xong', to: null }] },
    ];
    expect((await officers.admin.put(path(2), { name: 'Quy trình gọn', steps })).status).toBe(201);
    const inherited = await officers.admin.get(path(4));
    expect(inherited.body).toMatchObject({ version: 4, builtIn: false, inheritedFrom: 2, steps: [{ code: 'only' }] });
    expect(inherited.etag).toBeFalsy();
    expect((await officers.admin.get(path(1))).body).toMatchObject({ builtIn: true, inheritedFrom: null });
    const { definition } = await openCase(system, officers.leader, { procedureCode, procedureVersion: 4 });
    expect(definition).toMatchObject({ procedure: procedureCode, version: 2, name: 'Quy trình gọn' });
    expect((await officers.admin.put(path(4), { name: 'Quy trình mới', steps })).status).toBe(201);
    expect((await officers.admin.get(path(5))).body).toMatchObject({ inheritedFrom: 4, name: 'Quy trình mới' });
  });

  it('is stopped with a reason (form 05, R15), and then allows nothing', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    expect(await on(dossierId, 'stop', {})).toMatchObject({ status: 422, body: { errors: expect.any(Array) } });
    const stopped = await on(dossierId, 'stop', { reason: 'Không còn căn cứ giải quyết' });
    expect(stopped).toMatchObject({ status: 201, body: { status: 'stopped', currentTask: null, allowedActions: [] } });
    expect(await on(dossierId, 'supplement-requests', ITEMS)).toMatchObject({
      status: 409,
      body: { code: 'CASE.ACTION_NOT_ALLOWED', action: 'requestSupplement', caseStatus: 'stopped', allowedActions: [] },
    });
    expect(await types(dossierId)).toEqual(['opened', 'step-changed', 'step-changed', 'stopped']);
  });

  it('is as if it had not been accepted once a leader of the receiving office undoes that, and is opened anew by the next acceptance (R12)', async () => {
    const event = acceptedEvent();
    const { dossierId } = await openCase(system, officers.leader, event);
    await endStep(officers.leader, dossierId, 'forward');
    const { currentTask } = (await caseOf(officers.specialist, dossierId)).body;
    await officers.specialist.post(`/workflow/v1/tasks/${currentTask.id}/claim`, undefined, {
      ifMatch: currentTask.etag,
    });
    await nameApplicant(system, dossierId);
    await officers.specialist.post(`/workflow/v1/cases/${dossierId}/generated-results`, { paragraphs: ['Dự thảo'] });
    const WRONG = { reason: 'Tiếp nhận nhầm hồ sơ cùng tên' };
    expect(await on(dossierId, 'acceptance-undoing', {})).toMatchObject({ status: 422 });
    expect(await on(dossierId, 'acceptance-undoing', WRONG, officers.clerk)).toMatchObject({ status: 403 });
    expect(await on(dossierId, 'acceptance-undoing', WRONG, officers.outsider)).toMatchObject({ status: 404 });
    const undone = await on(dossierId, 'acceptance-undoing', WRONG);
    expect(undone.body).toMatchObject({ status: 'undone', openTasks: [], allowedActions: [] });
    expect((await told(dossierId, 'acceptance-undone')).data).toMatchObject({
      ...WRONG,
      undoneAt: expect.stringMatching(/^2026-11-25T08:3\d:/),
      by: { subject: 'leader', name: 'Cán bộ leader' },
    });
    // Nobody has it in the list, and the tracking book knows of no reception.
    const listed = async (): Promise<Json[]> =>
      (await officers.specialist.get(`/workflow/v1/tasks?query=${event.code}`)).body.items;
    const book = async (): Promise<string[]> =>
      (await officers.leader.get('/workflow/v1/tracking-book?agency=H48.12&from=2026-11-25&to=2026-11-26')).body.items
        .filter((line: Json) => line.code === event.code)
        .map((line: Json) => `${line.status} ${line.receivedAt}`);
    expect(await listed()).toEqual([]);
    expect(await book()).toEqual([]);
    expect(await on(dossierId, 'acceptance-undoing', WRONG)).toMatchObject({ status: 409 });

    const again = {
      ...event,
      acceptedAt: '2026-11-25T09:15:00+07:00',
      statutoryDueAt: '2026-12-04T09:15:00+07:00',
      promisedDueAt: '2026-12-02T16:03:00+07:00',
    };
    const message = await system.foreign.deliver(DossierAcceptedV1, dossierId, again);
    await system.foreign.redeliver(message);
    const reopened = await eventually(async () => {
      const { body } = await caseOf(officers.leader, dossierId);
      return body.status === 'open' && body;
    });
    expect(reopened).toMatchObject({
      acceptedAt: again.acceptedAt,
      promisedDueAt: again.promisedDueAt,
      startedAt: null,
      endedAt: null,
      currentTask: { step: { code: 'assignment' }, holder: null },
    });
    expect(await book()).toEqual(['open 2026-11-25T09:15:00+07:00']);
    const { body } = await officers.leader.get(`/workflow/v1/cases/${dossierId}/results`);
    expect(body.items.map((one: Json) => one.state)).toEqual(['removed']);
    const slip = await officers.leader.get(`/workflow/v1/cases/${dossierId}/forms/06`, {
      headers: { accept: 'application/json' },
    });
    expect(slip.body.steps).toMatchObject([{ step: 'Tiếp nhận hồ sơ' }, { step: 'Phân công xử lý', officer: null }]);
    expect((await endStep(officers.leader, dossierId, 'forward')).status).toBe(201);
  });

  it('numbers its supplement requests after those before acceptance', async () => {
    const event = acceptedEvent();
    const earlier = { ...sampleOf(DossierSupplementRequestedV1), dossierId: event.dossierId, number: 1 };
    await system.foreign.deliver(DossierSupplementRequestedV1, event.dossierId, earlier);
    await openCase(system, officers.leader, event);
    const asked = await on(event.dossierId, 'supplement-requests', ITEMS);
    expect(asked.body.supplements).toMatchObject([{ number: 2 }]);
    expect((await told(event.dossierId, 'supplement-requested')).data).toMatchObject({
      number: 2,
      items: [{ component: 'BAN-VE', field: null }],
    });
  });

  it('asks for nothing without naming what is at fault', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    const answer = await on(dossierId, 'supplement-requests', {
      items: [{ reason: 'Thiếu' }, { component: 'A', reason: 'Thiếu' }],
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/items/0' }] } });
    expect(await on(dossierId, 'supplement-requests', { items: [] })).toMatchObject({ status: 422 });
    const path = `/workflow/v1/cases/${dossierId}/supplement-requests`;
    expect((await officers.leader.post(path, ITEMS)).status).toBe(428);
    expect((await officers.leader.post(path, ITEMS, { ifMatch: '"9"' })).status).toBe(412);
    expect((await officers.outsider.post(path, ITEMS, { ifMatch: '"1"' })).status).toBe(404);
  });

  it("leaves work in another officer's hands to them and their leader", async () => {
    const { dossierId } = await openCase(system, officers.leader);
    await endStep(officers.leader, dossierId, 'forward');
    const { currentTask } = (await caseOf(officers.specialist, dossierId)).body;
    await officers.specialist.post(`/workflow/v1/tasks/${currentTask.id}/claim`, undefined, {
      ifMatch: currentTask.etag,
    });
    expect(await on(dossierId, 'supplement-requests', ITEMS, officers.colleague)).toMatchObject({
      status: 409,
      body: { code: 'TASK.HELD_BY_ANOTHER', holder: { subject: 'specialist' } },
    });
    expect((await on(dossierId, 'supplement-requests', ITEMS, officers.specialist)).status).toBe(201);
    const paused = await caseOf(officers.specialist, dossierId);
    const complete = await officers.specialist.post(
      `/workflow/v1/tasks/${currentTask.id}/completion`,
      { outcome: 'forward' },
      { ifMatch: paused.body.currentTask.etag },
    );
    expect(complete).toMatchObject({
      status: 409,
      body: { code: 'CASE.ACTION_NOT_ALLOWED', caseStatus: 'awaitingSupplement' },
    });
  });

  it('a completed supplement that nobody awaits is rejected with a reason', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    const completion = { ...sampleOf(DossierSupplementCompletedV1), dossierId };
    await system.foreign.deliver(DossierSupplementCompletedV1, dossierId, { ...completion, afterAcceptance: false });
    await system.foreign.deliver(DossierSupplementCompletedV1, dossierId, completion);
    await system.foreign.deliver(DossierWithdrawalRequestedV1, dossierId, {
      ...sampleOf(DossierWithdrawalRequestedV1),
      dossierId,
    });
    await told(dossierId, 'withdrawn');
    expect(await types(dossierId)).toEqual([
      'opened',
      'step-changed',
      'supplement-rejected',
      'step-changed',
      'withdrawn',
    ]);
  });

  it('is withdrawn once, however often the request arrives, and refuses a second one', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    const request = { ...sampleOf(DossierWithdrawalRequestedV1), dossierId };
    await system.foreign.deliver(DossierWithdrawalRequestedV1, dossierId, request);
    await system.foreign.deliver(DossierWithdrawalRequestedV1, dossierId, request);
    expect((await told(dossierId, 'withdrawal-refused')).data.reason).toBe('Hồ sơ đã được rút trước đó');
    expect((await caseOf(officers.leader, dossierId)).body.status).toBe('withdrawn');
    expect(await types(dossierId)).toEqual([
      'opened',
      'step-changed',
      'step-changed',
      'withdrawn',
      'withdrawal-refused',
    ]);
  });

  it('is not withdrawn any more once it is approved', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    await endStep(officers.leader, dossierId, 'forward');
    await endStep(officers.specialist, dossierId, 'forward');
    await endStep(officers.leader, dossierId, 'approve');
    await system.foreign.deliver(DossierWithdrawalRequestedV1, dossierId, {
      ...sampleOf(DossierWithdrawalRequestedV1),
      dossierId,
    });
    expect((await told(dossierId, 'withdrawal-refused')).data.reason).toBe('Hồ sơ đã được phê duyệt');
    expect((await caseOf(officers.leader, dossierId)).body).toMatchObject({ status: 'open', decision: 'granted' });
  });

  it('is given a new date once, a day ahead at least (R13)', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    const body = { reason: 'Chờ ý kiến của Bộ', newDueAt: '2026-12-10T15:00:00+07:00' };
    expect(await on(dossierId, 'extension', { ...body, newDueAt: '2026-12-01T15:00:00+07:00' })).toMatchObject({
      status: 422,
      body: { code: 'CASE.EXTENSION_INVALID', errors: [{ pointer: '/newDueAt' }] },
    });
    expect(await on(dossierId, 'extension', body)).toMatchObject({
      status: 201,
      body: { promisedDueAt: body.newDueAt, statutoryDueAt: '2026-12-04T08:10:00+07:00' },
    });
    expect(await on(dossierId, 'extension', body)).toMatchObject({
      status: 409,
      body: { code: 'CASE.EXTENSION_USED' },
    });
    const { adjustments } = (await officers.leader.get(`/workflow/v1/cases/${dossierId}/deadline`)).body;
    expect(adjustments).toMatchObject([{ rule: 'R13', reason: body.reason, by: { subject: 'leader' } }]);
  });

  it('owns up to being late: an apology with form 04 that moves no date and is told (R13)', async () => {
    const { dossierId, promisedDueAt, statutoryDueAt } = await openCase(system, officers.leader, {
      statutoryDueAt: '2026-11-26T10:00:00+07:00',
      promisedDueAt: '2026-11-25T16:00:00+07:00',
    });
    const body = { reason: 'Chờ kết quả kiểm tra thực địa', newDueAt: '2026-11-30T15:00:00+07:00' };
    expect(await on(dossierId, 'extension', body)).toMatchObject({
      status: 409,
      body: { code: 'CASE.EXTENSION_TOO_LATE' },
    });
    expect(await on(dossierId, 'apology', { ...body, newDueAt: '2026-11-29T03:00:00+07:00' })).toMatchObject({
      status: 422,
      body: { code: 'CASE.EXTENSION_INVALID', errors: [{ pointer: '/newDueAt', code: 'NOT_WORKING_TIME' }] },
    });
    expect(await on(dossierId, 'apology', body)).toMatchObject({
      status: 201,
      body: {
        promisedDueAt,
        statutoryDueAt,
        apologies: [{ reason: body.reason, previousDueAt: promisedDueAt, newDueAt: body.newDueAt }],
      },
    });
    expect((await told(dossierId, 'apologised')).data).toMatchObject({
      reason: body.reason,
      previousDueAt: promisedDueAt,
      newDueAt: body.newDueAt,
      by: { subject: 'leader' },
    });
    const form = await officers.leader.get(`/workflow/v1/cases/${dossierId}/forms/04`, {
      headers: { accept: 'application/json' },
    });
    expect(form.body).toMatchObject({ form: '04', reason: body.reason, newDueAt: body.newDueAt });

    // Who applied reads the letter and why it is late; how the case was worked on is the office's, and others find nothing.
    const [applicant, stranger] = await Promise.all([
      system.as({ sub: 'citizen-mau', roles: ['citizen'] }),
      system.as({ sub: 'citizen-la', roles: ['citizen'] }),
    ]);
    const path = `/workflow/v1/cases/${dossierId}`;
    expect((await applicant.get(`${path}/forms/04`)).body).toEqual(form.body);
    expect((await applicant.get(`${path}/deadline`)).body).toMatchObject({ current: { promisedDueAt } });
    for (const own of ['forms/06', 'results']) expect((await applicant.get(`${path}/${own}`)).status).toBe(403);
    for (const one of ['forms/04', 'deadline']) expect((await stranger.get(`${path}/${one}`)).status).toBe(404);

    // Who applied is told by another topic: before that nothing without a name is kept as issued.
    const isKept = async (): Promise<unknown> => {
      await officers.leader.get(`/workflow/v1/cases/${dossierId}/forms/04`, { headers: { accept: 'application/pdf' } });
      const [row] = await system.sql('SELECT pdf IS NOT NULL AS kept FROM workflow.issued_paper WHERE about = $1', [
        dossierId,
      ]);
      return row?.['kept'];
    };
    expect(await isKept()).toBe(false);
    const named = { dossierId, applicantRef: 'ref', sealed: '-', wrappedKey: '-', erased: true };
    await system.foreign.deliver(ApplicantNamedV1, dossierId, named);
    await eventually(isKept);
  });

  it('keeps what moved a due date from being changed, by the service itself too (R12)', async () => {
    await expect(system.query('workflow', `UPDATE workflow.deadline_adjustment SET reason = 'x'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(system.query('workflow', 'DELETE FROM workflow.deadline_adjustment')).rejects.toThrow(
      /permission denied/,
    );
  });

  it('stops with form 05 when intake says that a supplement has not come in time, once (R9)', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    const asked = await on(dossierId, 'supplement-requests', ITEMS);
    await system.passTo(Temporal.Instant.from(asked.body.supplements[0].deadlineAt).add({ minutes: 1 }));
    expect((await caseOf(officers.leader, dossierId)).body.status).toBe('awaitingSupplement');
    const { deadlineAt } = asked.body.supplements[0];
    const expired = { ...sampleOf(DossierSupplementExpiredV1), dossierId, deadlineAt };
    await system.foreign.deliver(DossierSupplementExpiredV1, dossierId, { ...expired, number: 7 });
    await system.foreign.deliver(DossierSupplementExpiredV1, dossierId, expired);
    expect((await told(dossierId, 'stopped')).data).toMatchObject({
      by: null,
      reason: 'Quá thời hạn bổ sung hồ sơ lần 1',
    });
    const form = await officers.leader.get(`/workflow/v1/cases/${dossierId}/forms/05`, {
      headers: { accept: 'application/json' },
    });
    expect(form.body).toMatchObject({ form: '05', signer: null, reason: 'Quá thời hạn bổ sung hồ sơ' });
  });

  it('notes a part of a supplement once, and goes on with it where an officer takes it as enough (R8, R9)', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    const { number, requestedAt } = (await on(dossierId, 'supplement-requests', ITEMS)).body.supplements[0];
    const enough = { reason: 'Phần còn lại đã có trong cơ sở dữ liệu' };
    const path = `supplement-requests/${number}/sufficiency`;
    expect((await on(dossierId, path, enough)).body).toMatchObject({ code: 'CASE.SUPPLEMENT_NOTHING_GIVEN' });
    const part = { ...sampleOf(DossierSupplementPartGivenV1), dossierId, number, givenAt: requestedAt, items: [1] };
    await system.foreign.deliver(DossierSupplementPartGivenV1, dossierId, part);
    expect((await told(dossierId, 'supplement-part-given')).data).toMatchObject({ number, tell: [{}] });
    expect((await caseOf(officers.leader, dossierId)).body).toMatchObject({
      status: 'awaitingSupplement',
      supplements: [{ items: [{ given: true }], completedAt: null }],
    });
    expect((await on(dossierId, path, enough)).body).toMatchObject({
      status: 'open',
      supplements: [{ enoughReason: enough.reason }],
    });
    expect((await types(dossierId)).filter((type) => type.startsWith('supplement'))).toEqual([
      'supplement-requested',
      'supplement-part-given',
      'supplement-completed',
    ]);
  });

  it('takes a supplement that was given in time, however late its event arrives (R9)', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    const { deadlineAt } = (await on(dossierId, 'supplement-requests', ITEMS)).body.supplements[0];
    // An outage of days between intake and workflow.
    await system.passTo(Temporal.Instant.from(deadlineAt).add({ hours: 72 }));
    await system.foreign.deliver(DossierSupplementCompletedV1, dossierId, {
      ...sampleOf(DossierSupplementCompletedV1),
      dossierId,
      completedAt: deadlineAt,
    });
    expect((await told(dossierId, 'supplement-completed')).data.completedAt).toBe(deadlineAt);
    expect((await caseOf(officers.leader, dossierId)).body.status).toBe('open');
  });

  it('has published nothing that its contracts do not know', async () => {
    const rows = await system.sql<Json>(`SELECT type, topic, data FROM workflow.outbox ORDER BY id`);
    const contracts = ALL_CONTRACTS.filter(({ topic }) => topic === 'motcua.case' || topic === 'motcua.officer');
    for (const { type, topic, data } of rows) {
      const contract = contracts.find((one) => one.type === type && one.topic === topic);
      if (!contract) throw new Error(`no contract for ${type} on ${topic}`);
      await expect(readEventData<object>(contract, data)).resolves.toBeDefined();
    }
    expect(new Set(rows.map(({ type }) => type)).size).toBeGreaterThanOrEqual(9);
  });
});
