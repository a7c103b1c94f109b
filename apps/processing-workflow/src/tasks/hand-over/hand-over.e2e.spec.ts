import { type ApiClient, eventually, type TestSystem } from '@motcua/testing';
import { AgencyChangedV1 } from '@motcua/contracts';
import {
  agency,
  caseOf,
  endStep,
  type Officers,
  officersOf,
  openCase,
  published,
  startWorkflow,
} from '../../testing/workflow.fixture.js';

const REASON = 'Thuộc thẩm quyền của Sở Tư pháp';

describe('a task that is handed over to another agency, over HTTP (R23)', () => {
  let system: TestSystem;
  let officers: Officers;
  let justice: ApiClient;

  /** A case at appraisal, its task in the specialist's hands. */
  const inHand = async (): Promise<{ dossierId: string; task: string; etag: string }> => {
    const { dossierId } = await openCase(system, officers.leader);
    await endStep(officers.leader, dossierId, 'forward');
    const { currentTask } = (await caseOf(officers.leader, dossierId)).body;
    const task = `/workflow/v1/tasks/${currentTask.id}`;
    const { etag } = await officers.specialist.post(`${task}/claim`, undefined, { ifMatch: currentTask.etag });
    return { dossierId, task, etag };
  };

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
    justice = await system.as({ sub: 'justice', roles: ['specialist'], name: 'Cán bộ justice', agency: 'H48.04' });
    const dissolved = { ...agency('H48.77', 'H48', ['H48', 'H48.77']), active: false };
    await system.foreign.deliver(AgencyChangedV1, 'H48.77', dissolved);
    await eventually(async () => (await system.sql('SELECT FROM workflow.agency_copy')).length === 6);
  });
  afterAll(() => system.stop());

  it('is the other agency’s: it sees the case, does the step, and the next step is where it always was', async () => {
    const { dossierId, task, etag } = await inHand();
    expect((await caseOf(justice, dossierId)).status).toBe(404);
    const handed = await officers.specialist.post(
      `${task}/hand-over`,
      { agency: '000.00.04.H48', reason: REASON },
      { ifMatch: etag },
    );
    expect(handed).toMatchObject({
      status: 201,
      body: { agency: 'H48.04', holder: null, step: { code: 'appraisal' } },
    });
    expect((await caseOf(justice, dossierId)).body.currentTask).toMatchObject({ agency: 'H48.04' });
    expect((await officers.specialist.post(`${task}/claim`, undefined, { ifMatch: handed.etag })).status).toBe(404);
    const done = await endStep(justice, dossierId, 'forward');
    expect(done.body.case.currentTask).toMatchObject({ step: { code: 'approval' }, agency: 'H48.12' });
    const steps = (await published(system, dossierId)).filter(({ type }) => type === 'step-changed');
    expect(steps.map(({ data }) => data.agency)).toEqual([
      'H48.12',
      'H48.12',
      'H48.12',
      'H48.12',
      'H48.04',
      'H48.04',
      'H48.12',
    ]);
    const history = (await officers.leader.get(`/workflow/v1/cases/${dossierId}/history`)).body.items;
    expect(history).toContainEqual(
      expect.objectContaining({
        actor: 'specialist',
        action: 'taskHandedOver',
        detail: { step: 'appraisal', holder: null, from: 'H48.12', to: 'H48.04', reason: REASON },
      }),
    );
  });

  it.each([
    ['an agency that nobody knows', 'H48.98', 'TASK.AGENCY_UNKNOWN'],
    ['something that is no agency', 'Sở Tư pháp', 'TASK.AGENCY_UNKNOWN'],
    ['an agency that was dissolved', 'H48.77', 'TASK.AGENCY_UNKNOWN'],
    ['the agency that has it', 'H48.12', 'TASK.AGENCY_HAS_IT'],
  ])('is not handed over to %s', async (_, to, code) => {
    const { dossierId, task, etag } = await inHand();
    const answer = await officers.specialist.post(
      `${task}/hand-over`,
      { agency: to, reason: REASON },
      { ifMatch: etag },
    );
    expect(answer).toMatchObject({ status: 422, body: { code, errors: [{ pointer: '/agency' }] } });
    expect((await caseOf(officers.leader, dossierId)).body.currentTask).toMatchObject({
      agency: 'H48.12',
      holder: { subject: 'specialist' },
    });
  });

  it('is not handed over without a reason, nor by who does not hold it', async () => {
    const { task, etag } = await inHand();
    const body = { agency: 'H48.04' };
    const silent = await officers.specialist.post(`${task}/hand-over`, body, { ifMatch: etag });
    expect([silent.status, silent.body.errors[0].pointer]).toEqual([422, '/reason']);
    const notMine = await officers.colleague.post(`${task}/hand-over`, { ...body, reason: REASON }, { ifMatch: etag });
    expect(notMine).toMatchObject({
      status: 409,
      body: { code: 'TASK.HELD_BY_ANOTHER', holder: { subject: 'specialist' } },
    });
  });
});
