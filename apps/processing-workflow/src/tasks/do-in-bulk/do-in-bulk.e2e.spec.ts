import { randomUUID } from 'node:crypto';
import { BulkActions } from '@motcua/platform';
import { type ApiClient, type ApiResponse, eventually, type Json, type TestSystem } from '@motcua/testing';
import {
  caseOf,
  endStep,
  type Officers,
  officersOf,
  openCase,
  published,
  startWorkflow,
} from '../../testing/workflow.fixture.js';

const PATH = '/workflow/v1/bulk-actions';

describe('one action on many tasks', () => {
  let system: TestSystem;
  let officers: Officers;

  const open = async (count: number, more: object = {}): Promise<Json[]> => {
    const cases: Json[] = [];
    for (let n = 0; n < count; n += 1) cases.push(await openCase(system, officers.admin, more));
    return cases;
  };
  const seen = ({ currentTask }: Json): object => ({ id: currentTask.id, etag: currentTask.etag });
  const finished = async (officer: ApiClient, answer: ApiResponse): Promise<Json> => {
    expect([answer.status, answer.body.state]).toEqual([202, 'running']);
    const path = String(answer.headers.get('location'));
    let body: Json;
    await eventually(async () => ({ body } = await officer.get(path)).body.state === 'finished');
    return { ...body, items: (await officer.get(`${path}/items?limit=200`)).body.items };
  };
  const stepOf = async ({ dossierId }: Json): Promise<string> =>
    (await caseOf(officers.admin, dossierId)).body.currentTask.step.code;
  const officer = (name: string, roles: string[], more: object = {}): object => ({
    name,
    title: 'Chuyên viên',
    agencies: ['H48.12'],
    roles,
    ...more,
  });

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
    await officers.admin.put('/workflow/v1/officers/able', officer('Ngô Thị Mẫu', ['specialist']));
    await officers.admin.put(
      '/workflow/v1/officers/away',
      officer('Vũ Văn Vắng', ['specialist'], { absentFrom: '2026-11-01' }),
    );
  });
  afterAll(() => system.stop());

  it('shows first what would happen to each, then does what it showed', async () => {
    const [ready, taken, elsewhere] = [
      ...(await open(2)),
      ...(await open(1, { competentAgency: 'H48.04', receivingAgency: 'H48.04' })),
    ] as [Json, Json, Json];
    await officers.leader.post(`/workflow/v1/tasks/${taken.currentTask.id}/claim`, undefined, { ifMatch: '"1"' });
    const items = [ready, taken, elsewhere].map(seen);
    const body = { action: 'forward', takeFirst: true, items };
    const preview = await finished(officers.leader, await officers.leader.post(PATH, { ...body, dryRun: true }));
    expect(preview.counts).toEqual({ total: 3, waiting: 0, done: 1, refused: 2, failed: 0 });
    expect(preview.items).toMatchObject([
      { n: 1, state: 'done', result: { step: { code: 'assignment' }, outcome: 'forward' }, problem: null },
      {
        n: 2,
        state: 'refused',
        result: null,
        problem: { status: 412, code: 'RESOURCE.CHANGED', currentETag: '"2"', holder: { subject: 'leader' } },
      },
      { n: 3, state: 'refused', problem: { status: 404, code: 'RESOURCE.NOT_FOUND' } },
    ]);
    expect(await stepOf(ready)).toBe('assignment');
    expect((await published(system, ready.dossierId)).map(({ type }) => type)).toEqual(['opened', 'step-changed']);

    const applied = await finished(officers.leader, await officers.leader.post(PATH, { preview: preview.id }));
    expect(applied).toMatchObject({
      action: 'forward',
      preview: preview.id,
      dryRun: false,
      counts: { total: 1, done: 1 },
    });
    expect(await stepOf(ready)).toBe('appraisal');
    expect((await published(system, ready.dossierId)).map(({ type }) => type)).toEqual([
      'opened',
      'step-changed',
      'started',
      'step-changed',
      'step-changed',
    ]);
  });

  it('tells each refusal in the language of whoever reads it', async () => {
    const [one] = await open(1);
    const answer = await officers.leader.post(PATH, { action: 'release', items: [seen(one)] });
    const { items } = await finished(officers.leader, answer);
    expect(items[0].problem.title).toBe('Đề nghị nhận việc trước khi xử lý');
    const path = `${String(answer.headers.get('location'))}/items`;
    const english = await officers.leader.get(path, { headers: { 'accept-language': 'en' } });
    expect(english.body.items[0].problem.title).toBe('Claim the task first');
    expect((await officers.leader.get(`${path}?state=done`)).body.items).toEqual([]);
    expect((await officers.leader.get(`${path}?state=refused`)).body.items).toHaveLength(1);
  });

  it('assigns all that a filter finds, and leaves those that are not for the officer', async () => {
    const cases = await open(4, { procedureCode: '2.000001', procedureName: 'Thủ tục giao hàng loạt' });
    for (const { dossierId } of cases.slice(0, 3)) await endStep(officers.leader, dossierId, 'forward');
    const filter = { procedure: '2.000001' };
    const { counts, items } = await finished(
      officers.leader,
      await officers.leader.post(PATH, { action: 'assign', assignee: 'able', filter }),
    );
    expect(counts).toEqual({ total: 4, waiting: 0, done: 3, refused: 1, failed: 0 });
    expect(items.find(({ state }: Json) => state === 'refused').problem).toMatchObject({
      code: 'TASK.ASSIGNEE_NOT_ELIGIBLE',
      because: 'role',
      errors: [{ pointer: '/assignee' }],
    });
    const mine = await (
      await system.as({ sub: 'able', roles: ['specialist'], agency: 'H48.12' })
    ).get('/workflow/v1/tasks?assignee=me');
    expect(mine.body.items).toHaveLength(3);
  });

  it('keeps the rights of who asked, whatever becomes of the token, and shows it to nobody else', async () => {
    const [one] = await open(1);
    const specialist = await officers.specialist.post(PATH, { action: 'claim', items: [seen(one)] });
    const { items } = await finished(officers.specialist, specialist);
    expect(items[0].problem).toMatchObject({ status: 403, code: 'TASK.ROLE_REQUIRED', requiredRole: 'leader' });
    const path = String(specialist.headers.get('location'));
    expect((await officers.leader.get(path)).status).toBe(404);
    expect((await officers.leader.get(`${path}/items`)).status).toBe(404);
    expect(
      await officers.specialist.post(PATH, { action: 'assign', assignee: 'able', items: [seen(one)] }),
    ).toMatchObject({
      status: 403,
      body: { code: 'ACCESS.FORBIDDEN', requiredScope: 'case.assign' },
    });
    const [row] = await system.sql<Json>('SELECT actor FROM workflow.bulk_action WHERE id = $1', [specialist.body.id]);
    expect(Object.keys(row.actor).sort()).toEqual(['agency', 'clientId', 'name', 'roles', 'scopes', 'subject']);
  });

  it('an idempotency key makes one bulk action, however often it comes', async () => {
    const [one] = await open(1);
    const body = { action: 'claim', items: [seen(one)] };
    const request = { idempotencyKey: 'bulk-once' };
    const [first, again] = [
      await officers.leader.post(PATH, body, request),
      await officers.leader.post(PATH, body, request),
    ];
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    expect((await finished(officers.leader, first)).counts.done).toBe(1);
    expect((await officers.leader.get(`/workflow/v1/tasks/${one.currentTask.id}`)).etag).toBe('"2"');
  });

  it('goes on after a process died in the middle, and does nothing twice', async () => {
    const cases = await open(12);
    const worker = system.get('workflow', BulkActions);
    // What a process leaves behind that was killed after it had taken the request down.
    const model = await officers.leader.post(PATH, { action: 'claim', items: (await open(1)).map(seen) });
    await finished(officers.leader, model);
    const id = randomUUID();
    await system.sql(
      `INSERT INTO workflow.bulk_action (id, action, parameters, dry_run, actor, requested_by, requested_at, total)
       SELECT $1, 'forward', '{"takeFirst": true}', false, actor, requested_by, requested_at, 12 FROM workflow.bulk_action WHERE id = $2`,
      [id, model.body.id],
    );
    await system.sql(
      `INSERT INTO workflow.bulk_item (action_id, n, target, version) SELECT $1, n, target, 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS t (target, n)`,
      [id, cases.map(({ currentTask }) => currentTask.id)],
    );
    const [row] = await worker.due(undefined, 10);
    expect(row?.id).toBe(id);
    expect((await officers.leader.get(`${PATH}/${id}`)).body).toMatchObject({
      state: 'running',
      counts: { waiting: 12 },
    });
    // Two processes find it at once.
    await Promise.all([worker.settle(row!), worker.settle(row!), worker.settle(row!)]);
    const { state, counts } = (await officers.leader.get(`${PATH}/${id}`)).body;
    expect(state).toBe('finished');
    expect(counts).toEqual({ total: 12, waiting: 0, done: 12, refused: 0, failed: 0 });
    for (const { dossierId } of cases) {
      const types = (await published(system, dossierId)).map(({ type }) => type);
      expect(types.filter((type) => type === 'started')).toHaveLength(1);
      expect(await stepOf({ dossierId })).toBe('appraisal');
    }
    expect(await worker.due(undefined, 10)).toEqual([]);
  });

  it('goes on after the database cut every connection in the middle', async () => {
    const cases = await open(30);
    const answer = await officers.leader.post(PATH, { action: 'forward', takeFirst: true, items: cases.map(seen) });
    const path = `${PATH}/${answer.body.id}`;
    await eventually(async () => (await officers.leader.get(path)).body.counts.done > 2);
    await system.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'motcua-workflow%'`,
    );
    // The sweep of any process of the service comes by every minute; here it comes now.
    const worker = system.get('workflow', BulkActions);
    await eventually(async () => {
      const [row] = await worker.due(undefined, 1).catch(() => []);
      if (row) await worker.settle(row).catch(() => undefined);
      return (await officers.leader.get(path)).body.state === 'finished';
    });
    expect((await officers.leader.get(path)).body.counts).toEqual({
      total: 30,
      waiting: 0,
      done: 30,
      refused: 0,
      failed: 0,
    });
    for (const { dossierId } of cases)
      expect((await published(system, dossierId)).filter(({ type }) => type === 'started')).toHaveLength(1);
  });

  it('of a bulk action and a colleague who want the same task, one wins, and the other reads who has it', async () => {
    const cases = await open(6);
    for (const { dossierId } of cases) await endStep(officers.leader, dossierId, 'forward');
    const tasks = await Promise.all(cases.map(async ({ dossierId }) => (await caseOf(officers.admin, dossierId)).body));
    const [bulk, ...claims] = await Promise.all([
      officers.specialist.post(PATH, { action: 'claim', items: tasks.map(seen) }),
      ...tasks.map(({ currentTask }) =>
        officers.colleague.post(`/workflow/v1/tasks/${currentTask.id}/claim`, undefined, { ifMatch: currentTask.etag }),
      ),
    ]);
    const { items } = await finished(officers.specialist, bulk);
    for (const [index, claim] of claims.entries()) {
      const item = items[index];
      expect([claim.status, item.state]).toEqual(claim.status === 201 ? [201, 'refused'] : [412, 'done']);
      const lost = claim.status === 201 ? item.problem : claim.body;
      expect(lost).toMatchObject({
        code: 'RESOURCE.CHANGED',
        holder: { subject: claim.status === 201 ? 'colleague' : 'specialist' },
      });
    }
  });

  it('does not sign: results are signed one by one', async () => {
    const [one] = await open(1);
    for (const [who, outcome] of [
      ['leader', 'forward'],
      ['specialist', 'forward'],
      ['leader', 'approve'],
    ] as const)
      await endStep(officers[who], one.dossierId, outcome);
    const { body } = await caseOf(officers.leader, one.dossierId);
    const answer = await officers.leader.post(PATH, {
      action: 'approve',
      outcome: 'sign',
      takeFirst: true,
      items: [seen(body)],
    });
    expect((await finished(officers.leader, answer)).items[0].problem).toMatchObject({
      status: 409,
      code: 'BULK.ONE_BY_ONE',
    });
    expect(await stepOf(one)).toBe('signing');
  });

  describe('refuses the whole, and leaves nothing behind,', () => {
    const count = async (): Promise<number> =>
      Number((await system.sql<{ n: string }>('SELECT count(*) AS n FROM workflow.bulk_action'))[0]?.n);
    const refusals: [string, object | ((item: object) => object), number, string, string[]][] = [
      [
        'an outcome that none of the tasks has',
        (item) => ({ action: 'forward', outcome: 'burn', items: [item] }),
        422,
        'TASK.OUTCOME_UNKNOWN',
        ['/outcome'],
      ],
      ['an empty list', { action: 'claim', items: [] }, 422, 'BULK.SELECTION_EMPTY', ['/items']],
      [
        'a filter that finds nothing',
        { action: 'claim', filter: { step: 'nowhere' } },
        422,
        'BULK.SELECTION_EMPTY',
        ['/filter'],
      ],
      [
        'filters that do not go together',
        { action: 'claim', filter: { step: 'a', procedure: '2.000001' } },
        400,
        'REQUEST.PARAMETER_INVALID',
        ['/procedure'],
      ],
      [
        'a filter that the list does not know',
        { action: 'claim', filter: { colour: 'red' } },
        422,
        'REQUEST.INVALID',
        ['/filter/colour'],
      ],
      ['no selection', { action: 'claim' }, 422, 'REQUEST.INVALID', ['']],
      [
        'two selections',
        (item) => ({ action: 'claim', items: [item], filter: {} }),
        422,
        'REQUEST.INVALID',
        ['/items', '/filter'],
      ],
      ['a task twice', (item) => ({ action: 'claim', items: [item, item] }), 422, 'REQUEST.INVALID', ['/items/1']],
      [
        'an ETag that is none',
        (item) => ({ action: 'claim', items: [{ ...item, etag: '3' }] }),
        422,
        'REQUEST.INVALID',
        ['/items/0/etag'],
      ],
      [
        'an action that does not exist',
        (item) => ({ action: 'sign', items: [item] }),
        422,
        'REQUEST.INVALID',
        ['/action'],
      ],
      [
        'an assignment to nobody',
        (item) => ({ action: 'assign', items: [item] }),
        422,
        'REQUEST.INVALID',
        ['/assignee'],
      ],
      [
        'what the action does not take',
        (item) => ({ action: 'claim', outcome: 'forward', items: [item] }),
        422,
        'REQUEST.INVALID',
        ['/outcome'],
      ],
      [
        'a preview that is not mine',
        { preview: '019aa0c8-4b2e-7c31-9d6e-3f1a2b4c5d6e' },
        404,
        'RESOURCE.NOT_FOUND',
        ['/preview'],
      ],
    ];

    it.each(refusals)('%s', async (_, body, status, code, pointers) => {
      const [one] = await open(1);
      const before = await count();
      const answer = await officers.leader.post(PATH, typeof body === 'function' ? body(seen(one)) : body);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect([...new Set(answer.body.errors.map(({ pointer }: Json) => pointer))]).toEqual(pointers);
      expect(await count()).toBe(before);
    });

    it('more than ten thousand', async () => {
      const [one] = await open(1);
      await system.sql(
        `INSERT INTO workflow.task (id, dossier_id, state, step, step_name, role, agency, opened_at, due_at, code, procedure_code, procedure_name)
         SELECT gen_random_uuid(), $1, 'open', 'many', 'x', 'specialist', 'H48.12', now(), '2027-01-01Z', 'x', 'x', 'x' FROM generate_series(1, 10001)`,
        [one.dossierId],
      );
      const before = await count();
      const answer = await officers.leader.post(PATH, { action: 'claim', filter: { step: 'many' } });
      expect(answer).toMatchObject({
        status: 422,
        body: { code: 'BULK.TOO_MANY_ITEMS', most: 10_000, errors: [{ pointer: '/filter' }] },
      });
      expect(await count()).toBe(before);
      await system.sql(`DELETE FROM workflow.task WHERE step = 'many'`);
    });
  });
});
