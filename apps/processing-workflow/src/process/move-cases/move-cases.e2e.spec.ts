import type { Json, TestSystem } from '@motcua/testing';
import { caseOf, endStep, type Officers, officersOf, openCase, startWorkflow } from '../../testing/workflow.fixture.js';

const MOVES = '/workflow/v1/process-moves';
const step = (code: string, to: string | null, role = 'specialist'): object => ({
  code,
  name: code,
  role,
  outcomes: [{ code: 'forward', name: 'x', to }],
});
const NEW = [step('screening', 'review'), step('review', 'closing'), step('closing', null, 'leader')];

describe('running cases that are moved to another definition', () => {
  let system: TestSystem;
  let officers: Officers;
  const define = (procedure: string, steps: object[], options = {}) =>
    officers.admin.put(`/workflow/v1/process-definitions/${procedure}/1`, { name: 'Mới', steps }, options);
  const plan = async (procedure: string, steps: object[]): Promise<Json> =>
    officers.admin.post(MOVES, { procedure, version: 1, steps, reason: 'Quyết định công bố quy trình mới' });
  const act = (id: string, what: string, ifMatch: string, body?: object) =>
    officers.admin.post(`${MOVES}/${id}/${what}`, body, { ifMatch });
  const items = async (id: string, query = ''): Promise<Json[]> =>
    (await officers.admin.get(`${MOVES}/${id}/items${query}`)).body.items;

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
  });
  afterAll(() => system.stop());

  it('keep their steps and their due dates until somebody moves them, and see first what that would do (R14)', async () => {
    const procedureCode = '6.000001';
    const [first, second, third] = [
      await openCase(system, officers.leader, { procedureCode }),
      await openCase(system, officers.leader, { procedureCode }),
      await openCase(system, officers.leader, { procedureCode }),
    ];
    await endStep(officers.leader, second.dossierId, 'forward');
    const claimed = (await caseOf(officers.specialist, second.dossierId)).body.currentTask;
    await officers.specialist.post(`/workflow/v1/tasks/${claimed.id}/claim`, undefined, { ifMatch: claimed.etag });
    await endStep(officers.leader, third.dossierId, 'forward');
    await endStep(officers.specialist, third.dossierId, 'forward');
    expect((await define(procedureCode, NEW)).status).toBe(201);
    expect((await caseOf(officers.leader, first.dossierId)).body.definition.procedure).toBe('default');

    const planned = await plan(procedureCode, [
      { from: 'assignment', to: 'screening' },
      { from: 'appraisal', to: 'review' },
    ]);
    expect(planned).toMatchObject({
      status: 201,
      etag: '"1"',
      body: { counts: { planned: 2, immovable: 1, moved: 0 } },
    });
    const { id } = planned.body;
    const byCase = Object.fromEntries((await items(id)).map((item: Json) => [item.dossierId, item]));
    expect(byCase[first.dossierId]).toMatchObject({ state: 'planned', from: 'assignment', to: 'screening' });
    expect(byCase[second.dossierId]).toMatchObject({ state: 'planned', from: 'appraisal', to: 'review' });
    expect(byCase[third.dossierId]).toMatchObject({ state: 'immovable', from: 'approval', whyNot: 'stepUnknown' });
    expect((await caseOf(officers.leader, first.dossierId)).body.currentTask.step.code).toBe('assignment');

    const applied = await act(id, 'application', '"1"');
    expect(applied).toMatchObject({ status: 201, etag: '"2"', body: { counts: { planned: 0, moved: 2 } } });
    const moved = (await caseOf(officers.specialist, second.dossierId)).body;
    expect(moved).toMatchObject({
      definition: { procedure: procedureCode, revision: 1 },
      currentTask: { step: { code: 'review' }, holder: { subject: 'specialist' } },
      promisedDueAt: second.promisedDueAt,
      statutoryDueAt: second.statutoryDueAt,
    });
    const history = (await officers.leader.get(`/workflow/v1/cases/${second.dossierId}/history`)).body.items;
    expect(history.at(-1)).toMatchObject({
      actor: 'admin',
      action: 'processChanged',
      detail: {
        move: id,
        reason: 'Quyết định công bố quy trình mới',
        from: { step: 'appraisal' },
        to: { step: 'review' },
      },
    });

    // The second goes on; the first is where the move has put it.
    await officers.specialist.post(
      `/workflow/v1/tasks/${moved.currentTask.id}/completion`,
      { outcome: 'forward' },
      { ifMatch: moved.currentTask.etag },
    );
    const undone = await act(id, 'reversal', '"2"', { reason: 'Công bố nhầm' });
    expect(undone).toMatchObject({ status: 201, body: { counts: { moved: 0, undone: 1, goneOn: 1 } } });
    expect((await caseOf(officers.leader, first.dossierId)).body).toMatchObject({
      definition: { procedure: 'default' },
      currentTask: { step: { code: 'assignment' } },
    });
    expect((await caseOf(officers.leader, second.dossierId)).body.currentTask.step.code).toBe('closing');
    expect(await act(id, 'reversal', '"3"', { reason: 'x' })).toMatchObject({
      status: 201,
      body: { counts: { undone: 1, goneOn: 1 } },
    });
  });

  it('are left alone where they have gone on since the plan was shown', async () => {
    const procedureCode = '6.000002';
    const { dossierId } = await openCase(system, officers.leader, { procedureCode });
    await define(procedureCode, NEW);
    const { body } = await plan(procedureCode, [
      { from: 'assignment', to: 'screening' },
      { from: 'appraisal', to: 'review' },
    ]);
    await endStep(officers.leader, dossierId, 'forward');
    expect((await act(body.id, 'application', '"1"')).body.counts).toMatchObject({ moved: 0, changed: 1 });
    expect((await caseOf(officers.leader, dossierId)).body.currentTask.step.code).toBe('appraisal');
  });

  it('are moved once, however often the request comes', async () => {
    const procedureCode = '6.000003';
    const { dossierId } = await openCase(system, officers.leader, { procedureCode });
    await define(procedureCode, NEW);
    const { body } = await plan(procedureCode, [{ from: 'assignment', to: 'screening' }]);
    const request = { ifMatch: '"1"', idempotencyKey: `move-${body.id}` };
    const send = () => officers.admin.post(`${MOVES}/${body.id}/application`, undefined, request);
    const [once, again] = [await send(), await send()];
    expect([once.status, again.status, again.body]).toEqual([201, 201, once.body]);
    expect((await act(body.id, 'application', '"1"')).status).toBe(412);
    const history = (await officers.leader.get(`/workflow/v1/cases/${dossierId}/history`)).body.items as Json[];
    expect(history.filter(({ action }) => action === 'processChanged')).toHaveLength(1);
  });

  it('are shown page by page', async () => {
    const procedureCode = '6.000004';
    for (let n = 0; n < 3; n += 1) await openCase(system, officers.leader, { procedureCode });
    await define(procedureCode, NEW);
    const { id } = (await plan(procedureCode, [{ from: 'assignment', to: 'screening' }])).body;
    const first = (await officers.admin.get(`${MOVES}/${id}/items?limit=2`)).body;
    const rest = (await officers.admin.get(`${MOVES}/${id}/items?limit=2&cursor=${first.next}`)).body;
    expect([first.items.length, rest.items.length, rest.next]).toEqual([2, 1, null]);
    expect(await items(id, '?state=moved')).toEqual([]);
  });

  it('cannot be moved to steps that do not exist, nor by anybody but an administrator', async () => {
    const bad = await plan('6.000005', [{ from: 'assignment', to: 'nowhere' }]);
    expect(bad).toMatchObject({
      status: 422,
      body: { code: 'PROCESS.MOVE_INVALID', errors: [{ pointer: '/steps/0/to' }] },
    });
    const leader = await officers.leader.post(MOVES, { procedure: '6.000005', version: 1, reason: 'x' });
    expect(leader).toMatchObject({ status: 403, body: { requiredScope: 'process.write' } });
    expect((await act('019aa0c8-4b2e-7c31-9d6e-3f1a2b4c5d6e', 'application', '"1"')).status).toBe(404);
  });
});
