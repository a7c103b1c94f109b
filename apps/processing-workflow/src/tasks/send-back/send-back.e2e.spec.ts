import type { Json, TestSystem } from '@motcua/testing';
import { caseOf, endStep, type Officers, officersOf, openCase, startWorkflow } from '../../testing/workflow.fixture.js';

describe('a case that is sent back, over HTTP', () => {
  let system: TestSystem;
  let officers: Officers;

  /** A case at approval, its task in the leader's hands. */
  const inHand = async (): Promise<{ dossierId: string; task: string; etag: string }> => {
    const { dossierId } = await openCase(system, officers.leader);
    await endStep(officers.leader, dossierId, 'forward');
    await endStep(officers.specialist, dossierId, 'forward');
    const { currentTask } = (await caseOf(officers.leader, dossierId)).body;
    const task = `/workflow/v1/tasks/${currentTask.id}`;
    const { etag } = await officers.leader.post(`${task}/claim`, undefined, { ifMatch: currentTask.etag });
    return { dossierId, task, etag };
  };

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
  });
  afterAll(() => system.stop());

  it('is at the earlier step again, with the reason in its history', async () => {
    const { dossierId, task, etag } = await inHand();
    const request = { ifMatch: etag, idempotencyKey: `back-${dossierId}` };
    const body = { to: 'assignment', reason: 'Phân công nhầm phòng' };
    const answer = await officers.leader.post(`${task}/send-back`, body, request);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        state: 'done',
        outcome: 'sendBack',
        reason: 'Phân công nhầm phòng',
        case: { currentTask: { step: { code: 'assignment' }, holder: null } },
      },
    });
    const again = await officers.leader.post(`${task}/send-back`, body, request);
    expect([again.status, again.body]).toEqual([201, answer.body]);
    const history = (await officers.leader.get(`/workflow/v1/cases/${dossierId}/history`)).body.items as Json[];
    expect(history.filter(({ action }) => action === 'sentBack')).toMatchObject([
      { actor: 'leader', detail: { step: 'approval', to: 'assignment', reason: 'Phân công nhầm phòng' } },
    ]);
  });

  it.each([
    [{ to: 'signing', reason: 'x' }, 422, 'CASE.STEP_NOT_PASSED', '/to'],
    [{ to: 'nowhere', reason: 'x', nextAssignee: 'somebody' }, 422, 'CASE.STEP_NOT_PASSED', '/to'],
    [{ to: 'appraisal' }, 422, 'REQUEST.INVALID', '/reason'],
    [{ to: 'appraisal', reason: 'x', nextAssignee: 'nobody' }, 422, 'TASK.ASSIGNEE_NOT_ELIGIBLE', '/nextAssignee'],
  ])('is not sent back by %j', async (body, status, code, pointer) => {
    const { dossierId, task, etag } = await inHand();
    const answer = await officers.leader.post(`${task}/send-back`, body, { ifMatch: etag });
    expect([answer.status, answer.body.code, answer.body.errors[0].pointer]).toEqual([status, code, pointer]);
    const stepsTold = code === 'CASE.STEP_NOT_PASSED' ? ['assignment', 'appraisal'] : undefined;
    expect(answer.body.allowedSteps).toEqual(stepsTold);
    expect((await caseOf(officers.leader, dossierId)).body.currentTask.step.code).toBe('approval');
  });

  it('is not sent back twice, nor by an officer of another agency, nor from a task as it was', async () => {
    const { task, etag } = await inHand();
    const body = { to: 'appraisal', reason: 'Thiếu căn cứ' };
    expect((await officers.outsider.post(`${task}/send-back`, body, { ifMatch: etag })).status).toBe(404);
    expect((await officers.leader.post(`${task}/send-back`, body, { ifMatch: '"1"' })).status).toBe(412);
    const done = await officers.leader.post(`${task}/send-back`, body, { ifMatch: etag });
    expect(done.status).toBe(201);
    const twice = await officers.leader.post(`${task}/send-back`, body, { ifMatch: done.etag });
    expect(twice).toMatchObject({
      status: 409,
      body: { code: 'TASK.CLOSED', taskState: 'done', currentTask: { step: 'appraisal' } },
    });
  });
});
