import { type ApiClient, type Json, type TestSystem } from '@motcua/testing';
import {
  caseOf,
  endStep,
  type Officers,
  officersOf,
  openNamedCase,
  startWorkflow,
} from '../../testing/workflow.fixture.js';

const REASON = { reason: 'Chuyển nhầm cơ quan' };

describe('whose a case is, over HTTP (R23)', () => {
  let system: TestSystem;
  let officers: Officers;

  const current = async (reader: ApiClient, dossierId: string): Promise<Json> => {
    const { body, etag } = await caseOf(reader, dossierId);
    return { ...body, etag, task: body.currentTask };
  };
  const onTask = (client: ApiClient, { id, etag }: Json, what: string, body?: object) =>
    client.post(`/workflow/v1/tasks/${id}/${what}`, body, { ifMatch: etag });
  const atAppraisal = async (): Promise<string> => {
    const { dossierId } = await openNamedCase(system, officers.leader);
    await endStep(officers.leader, dossierId, 'forward');
    return dossierId;
  };
  /** Handed over to an agency that has nobody registered. */
  const away = async (): Promise<string> => {
    const dossierId = await atAppraisal();
    const { task } = await current(officers.specialist, dossierId);
    const { etag } = await onTask(officers.specialist, task, 'claim');
    const handing = { agency: 'H48.05', reason: 'Thuộc thẩm quyền của sở khác' };
    expect((await onTask(officers.specialist, { ...task, etag }, 'hand-over', handing)).status).toBe(201);
    return dossierId;
  };

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
  });
  afterAll(() => system.stop());

  it('a clerk of the agency neither stops a case, nor asks for more, nor promises a date, nor adds a result', async () => {
    const dossierId = await atAppraisal();
    const { etag, allowedActions } = await current(officers.clerk, dossierId);
    expect(allowedActions).toEqual(['escalate']);
    const path = `/workflow/v1/cases/${dossierId}`;
    const answers = [
      await officers.clerk.post(`${path}/stop`, REASON, { ifMatch: etag }),
      await officers.clerk.post(
        `${path}/extension`,
        { ...REASON, newDueAt: '2026-12-10T15:00:00+07:00' },
        { ifMatch: etag },
      ),
      await officers.clerk.post(
        `${path}/supplement-requests`,
        { items: [{ component: 'BAN-VE', ...REASON }] },
        { ifMatch: etag },
      ),
      await officers.clerk.post(`${path}/generated-results`, { paragraphs: ['Cấp phép.'] }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: 4 }, () => [409, 'TASK.NOT_HELD']),
    );
  });

  it('a leader of the receiving agency reads the case, is told that only its acceptance is theirs to undo, and may do nothing else', async () => {
    const { dossierId } = await openNamedCase(system, officers.leader, { receivingAgency: 'H48.04' });
    const { etag, allowedActions } = await current(officers.outsider, dossierId);
    expect(allowedActions).toEqual(['undoAcceptance']);
    const stopped = await officers.outsider.post(`/workflow/v1/cases/${dossierId}/stop`, REASON, { ifMatch: etag });
    expect(stopped).toMatchObject({ status: 403, body: { code: 'CASE.OF_ANOTHER_AGENCY', agency: 'H48.12' } });
  });

  it('after the decision a case is not stopped any more, and says what it allows', async () => {
    const dossierId = await atAppraisal();
    await endStep(officers.specialist, dossierId, 'forward');
    await endStep(officers.leader, dossierId, 'approve');
    const { etag } = await current(officers.leader, dossierId);
    const stopped = await officers.leader.post(`/workflow/v1/cases/${dossierId}/stop`, REASON, { ifMatch: etag });
    expect(stopped).toMatchObject({ status: 409, body: { code: 'CASE.ACTION_NOT_ALLOWED', decision: 'granted' } });
  });

  it('what was handed to a wrong agency comes back when the competent leader recalls it, with the reason kept', async () => {
    const dossierId = await away();
    const { task, allowedActions } = await current(officers.leader, dossierId);
    expect(allowedActions).toEqual(['recall', 'undoAcceptance']);
    expect((await onTask(officers.colleague, task, 'recall', REASON)).body.code).toBe('TASK.RECALL_NOT_YOURS');
    const recalled = await onTask(officers.leader, task, 'recall', REASON);
    expect(recalled).toMatchObject({ status: 201, body: { agency: 'H48.12', holder: null, state: 'open' } });
    const { body } = await officers.leader.get(`/workflow/v1/cases/${dossierId}/history`);
    expect(body.items.at(-1)).toMatchObject({ action: 'taskRecalled', detail: { from: 'H48.05', ...REASON } });
    expect((await endStep(officers.specialist, dossierId, 'forward')).status).toBe(201);
  });

  it('who forwarded it takes it back until it is claimed', async () => {
    const dossierId = await atAppraisal();
    await endStep(officers.specialist, dossierId, 'forward');
    const { task } = await current(officers.specialist, dossierId);
    const recalled = await onTask(officers.specialist, task, 'recall', REASON);
    expect(recalled.body.case.currentTask).toMatchObject({
      step: { code: 'appraisal' },
      holder: { subject: 'specialist' },
    });
    const seen = await current(officers.specialist, dossierId);
    const forwarded = await onTask(officers.specialist, seen.task, 'completion', { outcome: 'forward' });
    const taken = await onTask(officers.leader, forwarded.body.case.currentTask, 'claim');
    const late = await onTask(
      officers.specialist,
      { ...forwarded.body.case.currentTask, etag: taken.etag },
      'recall',
      REASON,
    );
    expect(late).toMatchObject({ status: 403, body: { code: 'TASK.RECALL_NOT_YOURS', holder: { subject: 'leader' } } });
  });

  it('signing is handed over only where somebody may sign for the competent agency', async () => {
    const dossierId = await atAppraisal();
    await endStep(officers.specialist, dossierId, 'forward');
    await endStep(officers.leader, dossierId, 'approve');
    const { task } = await current(officers.leader, dossierId);
    const { etag } = await onTask(officers.leader, task, 'claim');
    const handing = { agency: 'H48.04', reason: 'Ủy quyền ký' };
    const refused = await onTask(officers.leader, { ...task, etag }, 'hand-over', handing);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'TASK.AGENCY_MAY_NOT_SIGN', signsFor: 'H48.12', errors: [{ pointer: '/agency' }] },
    });
    const entitled = { name: 'Cán bộ outsider', title: 'Giám đốc', agencies: ['H48.04'], roles: ['leader'] };
    await officers.admin.put('/workflow/v1/officers/outsider', { ...entitled, signing: [{ agency: 'H48.12' }] });
    expect((await onTask(officers.leader, { ...task, etag }, 'hand-over', handing)).status).toBe(201);
    await current(officers.outsider, dossierId);
    const seen = await current(officers.outsider, dossierId);
    const claimed = await onTask(officers.outsider, seen.task, 'claim');
    await officers.outsider.post(`/workflow/v1/cases/${dossierId}/generated-results`, { paragraphs: ['Cấp phép.'] });
    const signed = await onTask(officers.outsider, { ...seen.task, etag: claimed.etag }, 'completion', {
      outcome: 'sign',
    });
    expect(signed.body.case).toMatchObject({ status: 'completed' });
  });
});
