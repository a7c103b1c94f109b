import type { TestSystem } from '@motcua/testing';
import {
  caseOf,
  endStep,
  type Officers,
  officersOf,
  openNamedCase,
  published,
  startWorkflow,
} from '../../testing/workflow.fixture.js';

const officer = (roles: string[], agencies = ['H48.12']): object => ({
  name: 'Ngô Thị Mẫu',
  title: 'Chuyên viên',
  agencies,
  roles,
});

describe('officers and tasks', () => {
  let system: TestSystem;
  let officers: Officers;
  const open = async (): Promise<{ dossierId: string; task: string }> => {
    const { dossierId, currentTask } = await openNamedCase(system, officers.leader);
    return { dossierId, task: `/workflow/v1/tasks/${currentTask.id}` };
  };
  const atAppraisal = async (): Promise<{ dossierId: string; task: string }> => {
    const { dossierId } = await open();
    await endStep(officers.leader, dossierId, 'forward');
    return { dossierId, task: `/workflow/v1/tasks/${(await caseOf(officers.leader, dossierId)).body.currentTask.id}` };
  };

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
  });
  afterAll(() => system.stop());

  it('of two who claim one task at the same moment, one wins and the other reads who has it', async () => {
    const { task } = await atAppraisal();
    const rivals = [officers.specialist, officers.colleague];
    const answers = await Promise.all(
      rivals.map((rival) => rival.post(`${task}/claim`, undefined, { ifMatch: '"1"' })),
    );
    const [lost] = answers.filter(({ status }) => status === 412);
    const [won] = answers.filter(({ status }) => status === 201);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect(won?.etag).toBe('"2"');
    expect(lost?.body).toMatchObject({ code: 'RESOURCE.CHANGED', currentETag: '"2"', holder: won?.body.holder });
  });

  it('twenty who try at once still make one claim, one start, one step', async () => {
    const { dossierId, task } = await open();
    const leaders = await Promise.all(
      Array.from({ length: 20 }, (_, i) => system.as({ sub: `leader-${i}`, roles: ['leader'], agency: 'H48.12' })),
    );
    const answers = await Promise.all(
      leaders.map((leader) => leader.post(`${task}/claim`, undefined, { ifMatch: '"1"' })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
    expect((await published(system, dossierId)).map(({ type }) => type)).toEqual([
      'opened',
      'step-changed',
      'started',
      'step-changed',
    ]);
  });

  it('a second completion of the same step changes nothing', async () => {
    const { dossierId, task } = await open();
    const claim = await officers.leader.post(`${task}/claim`, undefined, { ifMatch: '"1"' });
    const complete = () => officers.leader.post(`${task}/completion`, { outcome: 'forward' }, { ifMatch: claim.etag });
    const answers = await Promise.all([complete(), complete()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect(await complete()).toMatchObject({ status: 412 });
    const late = await officers.leader.post(`${task}/completion`, { outcome: 'forward' }, { ifMatch: '"3"' });
    expect(late).toMatchObject({ status: 409, body: { code: 'TASK.CLOSED', currentTask: { step: 'appraisal' } } });
    expect((await caseOf(officers.leader, dossierId)).body.currentTask.step.code).toBe('appraisal');
  });

  it('an idempotency key has one effect and one answer', async () => {
    const { task } = await open();
    const request = { ifMatch: '"1"', idempotencyKey: `claim-${task}` };
    const [first, again] = [
      await officers.leader.post(`${task}/claim`, undefined, request),
      await officers.leader.post(`${task}/claim`, undefined, request),
    ];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    const other = await officers.leader.post(`${task}/release`, undefined, { ...request, ifMatch: '"2"' });
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY.KEY_REUSED' } });
    const none = await officers.leader.post(`${task}/release`, undefined, { ifMatch: '"2"', idempotencyKey: null });
    expect(none).toMatchObject({ status: 400, body: { code: 'IDEMPOTENCY.KEY_REQUIRED' } });
  });

  it('needs the ETag that the officer saw', async () => {
    const { task } = await open();
    expect(await officers.leader.post(`${task}/claim`)).toMatchObject({ status: 428 });
    expect(await officers.leader.post(`${task}/claim`, undefined, { ifMatch: '"7"' })).toMatchObject({ status: 412 });
    expect(await officers.leader.post(`${task}/claim`, undefined, { ifMatch: 'x' })).toMatchObject({ status: 400 });
  });

  it('keeps a step for its role, and a task for its agency', async () => {
    const { dossierId, task } = await open();
    const claim = (client: Officers['leader']) => client.post(`${task}/claim`, undefined, { ifMatch: '"1"' });
    expect(await claim(officers.specialist)).toMatchObject({
      status: 403,
      body: { code: 'TASK.ROLE_REQUIRED', requiredRole: 'leader' },
    });
    expect(await claim(officers.outsider)).toMatchObject({ status: 404, body: { code: 'RESOURCE.NOT_FOUND' } });
    expect((await officers.outsider.get(task)).status).toBe(404);
    expect((await caseOf(officers.outsider, dossierId)).status).toBe(404);
    const below = await system.as({ sub: 'below', roles: ['leader'], agency: 'H48.12.3' });
    expect((await claim(below)).status).toBe(404);
    const above = await system.as({ sub: 'above', roles: ['leader'], agency: 'H48' });
    expect((await claim(above)).status).toBe(201);
    const citizen = await system.as({ sub: 'citizen', roles: ['citizen'], scope: 'case.read case.work' });
    expect((await caseOf(citizen, dossierId)).status).toBe(403);
  });

  it('is given back, and taken by a colleague', async () => {
    const { task } = await atAppraisal();
    const claim = await officers.specialist.post(`${task}/claim`, undefined, { ifMatch: '"1"' });
    const notMine = await officers.colleague.post(
      `${task}/completion`,
      { outcome: 'forward' },
      { ifMatch: claim.etag },
    );
    expect(notMine).toMatchObject({
      status: 409,
      body: { code: 'TASK.HELD_BY_ANOTHER', holder: { subject: 'specialist' } },
    });
    const released = await officers.specialist.post(`${task}/release`, undefined, { ifMatch: claim.etag });
    expect(released.body).toMatchObject({ holder: null, allowedActions: expect.arrayContaining(['claim']) });
    const unheld = await officers.specialist.post(
      `${task}/completion`,
      { outcome: 'forward' },
      { ifMatch: released.etag },
    );
    expect(unheld).toMatchObject({ status: 409, body: { code: 'TASK.NOT_HELD' } });
    expect((await officers.colleague.post(`${task}/claim`, undefined, { ifMatch: released.etag })).status).toBe(201);
  });

  it('is assigned by a leader to a registered officer who may hold it', async () => {
    const { task } = await atAppraisal();
    const put = (subject: string, body: object) => officers.admin.put(`/workflow/v1/officers/${subject}`, body);
    await put('able', officer(['specialist']));
    await put('wrong-role', officer(['clerk']));
    await put('elsewhere', officer(['specialist'], ['H48.04']));
    await put('away', { ...officer(['specialist']), absentFrom: '2026-11-01' });
    const assign = (assignee: string, ifMatch = '"1"') =>
      officers.leader.post(`${task}/assignment`, { assignee }, { ifMatch });
    for (const [assignee, because] of [
      ['nobody', 'unknown'],
      ['wrong-role', 'role'],
      ['elsewhere', 'agency'],
      ['away', 'absent'],
    ] as const) {
      expect(await assign(assignee)).toMatchObject({
        status: 422,
        body: { code: 'TASK.ASSIGNEE_NOT_ELIGIBLE', because, errors: [{ pointer: '/assignee' }] },
      });
    }
    expect(await assign('able')).toMatchObject({
      status: 201,
      body: { holder: { subject: 'able', name: 'Ngô Thị Mẫu' } },
    });
    const byWhoMayNot = await officers.specialist.post(`${task}/assignment`, { assignee: 'able' }, { ifMatch: '"2"' });
    expect(byWhoMayNot).toMatchObject({
      status: 403,
      body: { code: 'ACCESS.FORBIDDEN', requiredScope: 'case.assign' },
    });
  });

  it('is no error when it is asked for again by who has it', async () => {
    const { task } = await atAppraisal();
    const claimed = await officers.specialist.post(`${task}/claim`, undefined, { ifMatch: '"1"' });
    const again = await officers.specialist.post(`${task}/claim`, undefined, { ifMatch: claimed.etag });
    expect(again).toMatchObject({ status: claimed.status, body: { holder: { subject: 'specialist' } } });
  });

  it('is found, opened and done by who the register gives it to, whichever agency their token names (R23)', async () => {
    const { dossierId, task } = await atAppraisal();
    const ofTwo = await system.as({ sub: 'of-two', roles: ['specialist'], agency: 'H48.04' });
    const standIn = await system.as({ sub: 'stand-in', roles: ['specialist'], agency: 'H48.05' });
    const put = (subject: string, body: object) => officers.admin.put(`/workflow/v1/officers/${subject}`, body);
    const finds = async (who: typeof ofTwo): Promise<boolean> => {
      const { body } = await who.get('/workflow/v1/tasks?assignee=role');
      return body.items.some((item: { dossierId: string }) => item.dossierId === dossierId);
    };
    expect([await finds(ofTwo), (await ofTwo.get(task)).status]).toEqual([false, 404]);
    await put('of-two', officer(['specialist'], ['H48.04', 'H48.12']));
    expect([await finds(ofTwo), (await ofTwo.get(task)).status]).toEqual([true, 200]);
    const claimed = await ofTwo.post(`${task}/claim`, undefined, { ifMatch: '"1"' });
    expect(claimed.status).toBe(201);

    await put('stand-in', officer(['specialist'], ['H48.05']));
    expect((await standIn.get(task)).status).toBe(404);
    const away = { ...officer(['specialist'], ['H48.04', 'H48.12']), absentFrom: '2026-11-25', deputy: 'stand-in' };
    await officers.admin.put('/workflow/v1/officers/of-two', away, { ifMatch: '"1"' });
    const taken = await standIn.post(`${task}/claim`, undefined, { ifMatch: claimed.etag });
    expect(taken).toMatchObject({ status: 201, body: { onBehalfOf: { subject: 'of-two' } } });
    expect((await caseOf(standIn, dossierId)).status).toBe(200);
    const done = await standIn.post(`${task}/completion`, { outcome: 'forward' }, { ifMatch: taken.etag });
    expect(done.status).toBe(201);
  });

  it('is done by the deputy of who is away, on behalf of them, and the history keeps both', async () => {
    const { dossierId, task } = await atAppraisal();
    const put = (subject: string, body: object, ifMatch?: string) =>
      officers.admin.put(`/workflow/v1/officers/${subject}`, body, ifMatch === undefined ? {} : { ifMatch });
    await put('specialist', officer(['specialist']));
    await put('colleague', officer(['specialist']));
    const claimed = await officers.specialist.post(`${task}/claim`, undefined, { ifMatch: '"1"' });
    const take = (ifMatch: string) => officers.colleague.post(`${task}/claim`, undefined, { ifMatch });
    const seesIt = async (): Promise<boolean> => {
      const { body } = await officers.colleague.get('/workflow/v1/tasks?assignee=me');
      return body.items.some((item: { dossierId: string }) => item.dossierId === dossierId);
    };
    expect(await take(claimed.etag)).toMatchObject({ status: 409, body: { code: 'TASK.HELD_BY_ANOTHER' } });
    expect(await seesIt()).toBe(false);

    const away = {
      ...officer(['specialist']),
      absentFrom: '2026-11-25',
      absentUntil: '2026-11-27',
      deputy: 'colleague',
    };
    expect((await put('specialist', away, '"1"')).status).toBe(200);
    expect(await seesIt()).toBe(true);
    const taken = await take(claimed.etag);
    expect(taken).toMatchObject({
      status: 201,
      body: { holder: { subject: 'colleague' }, onBehalfOf: { subject: 'specialist' } },
    });
    const back = await officers.colleague.post(`${task}/release`, undefined, { ifMatch: taken.etag });
    expect(back.body).toMatchObject({ holder: { subject: 'specialist' }, onBehalfOf: null });

    const again = await take(back.etag);
    const ended = await officers.colleague.post(`${task}/completion`, { outcome: 'forward' }, { ifMatch: again.etag });
    expect(ended).toMatchObject({
      status: 201,
      body: { state: 'done', holder: { subject: 'colleague' }, onBehalfOf: { subject: 'specialist' } },
    });
    const lines = await system.sql<{ actor: string; detail: { onBehalfOf: string } }>(
      `SELECT actor, detail FROM workflow.history WHERE aggregate = $1 AND action = 'taskCompleted' AND actor = 'colleague'`,
      [`case/${dossierId}`],
    );
    expect(lines).toMatchObject([{ actor: 'colleague', detail: { onBehalfOf: 'specialist' } }]);

    const other = await atAppraisal();
    const absent = await officers.leader.post(
      `${other.task}/assignment`,
      { assignee: 'specialist' },
      { ifMatch: '"1"' },
    );
    expect(absent).toMatchObject({ status: 422, body: { because: 'absent', deputy: 'colleague' } });
    expect((await put('specialist', officer(['specialist']), '"2"')).status).toBe(200);
    const returned = await atAppraisal();
    await officers.specialist.post(`${returned.task}/claim`, undefined, { ifMatch: '"1"' });
    expect(await officers.colleague.post(`${returned.task}/claim`, undefined, { ifMatch: '"2"' })).toMatchObject({
      status: 409,
    });
  });

  it('says what is wrong with a completion: every field at once, then the outcome, then the reason', async () => {
    const { dossierId, task } = await atAppraisal();
    const { etag: ifMatch } = await officers.specialist.post(`${task}/claim`, undefined, { ifMatch: '"1"' });
    const complete = (body: object) => officers.specialist.post(`${task}/completion`, body, { ifMatch });
    const faulty = await complete({ outcome: '', reason: 7, other: true });
    expect(faulty).toMatchObject({ status: 422, body: { code: 'REQUEST.INVALID' } });
    expect([...new Set(faulty.body.errors.map(({ pointer }: { pointer: string }) => pointer))].sort()).toEqual([
      '/other',
      '/outcome',
      '/reason',
    ]);
    expect(await complete({ outcome: 'approve' })).toMatchObject({
      status: 422,
      body: { code: 'TASK.OUTCOME_UNKNOWN', allowedOutcomes: ['forward', 'sendBack'] },
    });
    expect(await complete({ outcome: 'sendBack' })).toMatchObject({
      status: 422,
      body: { code: 'TASK.REASON_REQUIRED', errors: [{ pointer: '/reason' }] },
    });
    const back = await complete({ outcome: 'sendBack', reason: 'Giao nhầm phòng' });
    expect(back.body.case.currentTask.step.code).toBe('assignment');
    expect((await caseOf(officers.leader, dossierId)).body.status).toBe('open');
  });

  it('cannot sign with a token that has not the scope to', async () => {
    const { dossierId } = await atAppraisal();
    await endStep(officers.specialist, dossierId, 'forward');
    await endStep(officers.leader, dossierId, 'approve');
    const added = await officers.leader.post(`/workflow/v1/cases/${dossierId}/generated-results`, {
      paragraphs: ['Chứng nhận đủ điều kiện.'],
    });
    expect(added.status).toBe(201);
    const without = await system.as({
      sub: 'leader',
      roles: ['leader'],
      agency: 'H48.12',
      scope: 'case.read case.work',
    });
    expect(await endStep(without, dossierId, 'sign')).toMatchObject({
      status: 403,
      body: { requiredScope: 'case.sign' },
    });
    expect((await caseOf(officers.leader, dossierId)).body.status).toBe('open');
  });
});
