import type { ApiClient, Json, TestSystem } from '@motcua/testing';
import {
  aPdf,
  caseOf,
  endStep,
  type Officers,
  officersOf,
  openCase,
  published,
  startWorkflow,
  upload,
} from '../testing/workflow.fixture.js';

describe('the results of the decision that was taken (R20)', () => {
  let system: TestSystem;
  let officers: Officers;
  let path: string;
  let dossierId: string;

  const add = async (query: string, officer: ApiClient = officers.leader): Promise<Json> => {
    const answer = await officer.post(`${path}/results?${query}`, upload(await aPdf(query)));
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  };
  const states = async (): Promise<string[]> =>
    (await officers.leader.get(`${path}/results`)).body.items.map(({ n, state }: Json) => `${n} ${state}`);

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
  });
  beforeEach(async () => {
    ({ dossierId } = await openCase(system, officers.leader));
    path = `/workflow/v1/cases/${dossierId}`;
    await endStep(officers.leader, dossierId, 'forward');
    await endStep(officers.specialist, dossierId, 'forward');
  });
  afterAll(() => system.stop());

  it('are a letter of refusal alone in a denied case, also where the licence was drafted before', async () => {
    expect(await add('number=201/GCN-D')).toMatchObject({ n: 1, resultCode: 'GIAY-CHUNG-NHAN', decision: 'granted' });
    await endStep(officers.leader, dossierId, 'deny', { reason: 'Không đủ điều kiện về cơ sở vật chất' });
    // Nothing of what was drafted belongs to a denial.
    expect(await endStep(officers.leader, dossierId, 'sign')).toMatchObject({
      status: 409,
      body: { code: 'CASE.RESULT_MISSING', decision: 'denied' },
    });
    expect(await add('number=202/TL-D')).toMatchObject({ n: 2, resultCode: 'VAN-BAN-TRA-LOI', decision: 'denied' });
    const { currentTask } = (await caseOf(officers.leader, dossierId)).body;
    const sign = (results: readonly number[]) =>
      officers.leader.post(
        `/workflow/v1/tasks/${currentTask.id}/completion`,
        { outcome: 'sign', results },
        { ifMatch: currentTask.etag },
      );
    expect(await sign([1, 2])).toMatchObject({
      status: 422,
      body: { code: 'CASE.RESULT_NOT_TO_SIGN', errors: [{ pointer: '/results/0', code: 'NOT_OF_DECISION' }] },
    });
    expect((await sign([2])).body.case).toMatchObject({ status: 'completed', decision: 'denied' });
    expect(await states()).toEqual(['1 removed', '2 signed']);
    const told = await published(system, dossierId);
    expect(told.filter(({ type }) => type === 'result-issued')).toMatchObject([
      { data: { resultCode: 'VAN-BAN-TRA-LOI', decision: 'denied', number: '202/TL-D' } },
    ]);
    expect(told.at(-1)).toMatchObject({
      type: 'completed',
      data: { outcome: 'denied', resultCode: 'VAN-BAN-TRA-LOI' },
    });
  });

  it('are the named ones of a granted case, and the letter of refusal that was prepared is not among them', async () => {
    await add('number=301/GCN-D');
    await add('number=302/TL-D&resultCode=VAN-BAN-TRA-LOI');
    await endStep(officers.leader, dossierId, 'approve');
    await endStep(officers.leader, dossierId, 'sign', { results: [1] });
    expect(await states()).toEqual(['1 signed', '2 removed']);
  });

  it('leave out a draft that was removed, which nobody can sign or remove again', async () => {
    await add('number=401/GCN-D');
    const remove = async (n: number) =>
      officers.leader.send('DELETE', `${path}/results/${n}`, {
        ifMatch: (await caseOf(officers.leader, dossierId)).etag,
      });
    expect((await remove(9)).status).toBe(404);
    const removed = await remove(1);
    expect(removed.status).toBe(204);
    expect(removed.etag).toBe((await caseOf(officers.leader, dossierId)).etag);
    expect(await remove(1)).toMatchObject({
      status: 409,
      body: { code: 'CASE.RESULT_NOT_A_DRAFT', resultState: 'removed' },
    });
    await endStep(officers.leader, dossierId, 'approve');
    expect((await endStep(officers.leader, dossierId, 'sign')).body).toMatchObject({ code: 'CASE.RESULT_MISSING' });
    const { body } = await officers.leader.get(`${path}/history`);
    expect(body.items.map(({ action }: Json) => action)).toContain('resultRemoved');
  });
});
