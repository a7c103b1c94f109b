import { sampleOf, DossierSupplementRequestedV1 } from '@motcua/contracts';
import { type ApiResponse, eventually, type Json, type TestSystem } from '@motcua/testing';
import {
  acceptedEvent,
  caseOf,
  endStep,
  type Officers,
  officersOf,
  openCase,
  published,
  startWorkflow,
} from '../../testing/workflow.fixture.js';

describe('what is noticed when an instant passes', () => {
  let system: TestSystem;
  let officers: Officers;
  const on = async (dossierId: string, what: string, body: object): Promise<ApiResponse> => {
    const { etag } = await caseOf(officers.admin, dossierId);
    return officers.leader.post(`/workflow/v1/cases/${dossierId}/${what}`, body, { ifMatch: etag });
  };
  const told = async (dossierId: string, ...types: string[]): Promise<Json[]> =>
    (await published(system, dossierId)).filter(({ type }) => types.includes(type)).map(({ data }) => data);
  const noticed = (dossierId: string, type: string, count: number): Promise<Json[]> =>
    eventually(async () => {
      const events = await told(dossierId, type);
      return events.length >= count && events;
    });
  const lateness = async (dossierId: string): Promise<Json[]> =>
    (await officers.leader.get(`/workflow/v1/cases/${dossierId}/deadline`)).body.lateness;

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
    for (const [subject, roles, agencies] of [
      ['specialist', ['specialist'], ['H48.12']],
      ['outsider', ['leader'], ['H48.04']],
    ] as const) {
      const body = { name: `Cán bộ ${subject}`, title: 'Cán bộ', agencies, roles };
      expect((await officers.admin.put(`/workflow/v1/officers/${subject}`, body)).status).toBe(201);
    }
  });
  afterAll(() => system.stop());

  it('reminds officer and leaders, escalates, and records lateness once with its instant, over an outage of weeks', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    const { dossierId: done } = await openCase(system, officers.leader);
    await endStep(officers.leader, dossierId, 'forward');
    const { currentTask } = (await caseOf(officers.specialist, dossierId)).body;
    await officers.specialist.post(`/workflow/v1/tasks/${currentTask.id}/claim`, undefined, {
      ifMatch: currentTask.etag,
    });
    await on(done, 'stop', { reason: 'Không còn căn cứ' });
    const promised = '2026-12-02T14:58:00+07:00';

    await system.passTo('2026-11-30T14:58:30+07:00');
    expect(await noticed(dossierId, 'due-soon', 1)).toMatchObject([
      {
        track: 'promised',
        dueAt: promised,
        workingHoursBefore: 16,
        holder: { subject: 'specialist' },
        tell: [{ subject: 'specialist' }, { subject: 'leader', name: 'Cán bộ leader' }],
      },
    ]);
    expect(await noticed(dossierId, 'escalated', 1)).toMatchObject([
      { why: 'openTooLong', by: null, taskId: currentTask.id, tell: [{ subject: 'leader' }] },
    ]);
    // Nothing ran for three weeks. What was to be told before the due date is told no more.
    await system.passTo('2026-12-21T09:00:00+07:00');
    expect(await noticed(dossierId, 'became-overdue', 2)).toMatchObject([
      { kind: 'processing', track: 'promised', dueAt: promised, step: { code: 'appraisal' } },
      { kind: 'processing', track: 'statutory', dueAt: '2026-12-04T08:10:00+07:00' },
    ]);
    await system.passTo('2026-12-22T09:00:00+07:00');
    await eventually(
      async () =>
        (await system.sql(`SELECT FROM workflow.watched_instant WHERE done_at IS NULL AND at < '2026-12-22T02:00Z'`))
          .length === 0,
    );
    expect(await told(dossierId, 'became-overdue', 'due-soon', 'escalated')).toHaveLength(4);
    expect(await lateness(dossierId)).toMatchObject([
      { kind: 'processing', track: 'promised', dueAt: promised, recordedAt: expect.stringMatching(/^2026-12-21T09:0/) },
      { kind: 'processing', track: 'statutory' },
    ]);
    expect(await told(done, 'became-overdue', 'due-soon', 'escalated')).toEqual([]);
  });

  it('records that a case was late where it goes on before anybody has looked, and where it ends', async () => {
    const due = { statutoryDueAt: '2026-12-23T08:10:00+07:00', promisedDueAt: '2026-12-22T14:58:00+07:00' };
    const { dossierId } = await openCase(system, officers.leader, { ...due, acceptedAt: '2026-12-15T08:10:00+07:00' });
    // No look in between: only the clock moves.
    system.clock.moveTo(Temporal.Instant.from('2026-12-22T15:00:00+07:00'));
    expect((await on(dossierId, 'stop', { reason: 'Không còn căn cứ' })).status).toBe(201);
    expect(await told(dossierId, 'became-overdue', 'stopped')).toMatchObject([
      { kind: 'processing', track: 'promised', dueAt: due.promisedDueAt },
      { reason: 'Không còn căn cứ' },
    ]);
    expect(await lateness(dossierId)).toHaveLength(1);
  });

  it('blocks no result: a case that is late goes on to its end (R11)', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    await system.passTo(system.clock.now().add({ seconds: 1 }));
    await noticed(dossierId, 'became-overdue', 2);
    expect((await endStep(officers.leader, dossierId, 'forward')).status).toBe(201);
    expect((await endStep(officers.specialist, dossierId, 'forward')).status).toBe(201);
    const approved = await endStep(officers.leader, dossierId, 'approve');
    expect(approved.body.case).toMatchObject({ status: 'open', decision: 'granted' });
  });

  it('keeps that a case was late from being changed, by the service itself too (R12)', async () => {
    await expect(system.query('workflow', `UPDATE workflow.lateness SET due_at = now()`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(system.query('workflow', 'DELETE FROM workflow.lateness')).rejects.toThrow(/permission denied/);
  });

  it('marks a case for Decision 766 with its second supplement (R10)', async () => {
    const event = acceptedEvent({
      acceptedAt: '2026-12-22T08:10:00+07:00',
      promisedDueAt: '2026-12-30T14:58:00+07:00',
      statutoryDueAt: '2026-12-31T08:10:00+07:00',
    });
    const earlier = { ...sampleOf(DossierSupplementRequestedV1), dossierId: event.dossierId, number: 1 };
    await system.foreign.deliver(DossierSupplementRequestedV1, event.dossierId, earlier);
    const opened = await openCase(system, officers.leader, event);
    expect(opened.countsAsOverdue).toBe(false);
    const asked = await on(event.dossierId, 'supplement-requests', {
      items: [{ component: 'BAN-VE', reason: 'Thiếu chữ ký' }],
    });
    expect(asked.body.countsAsOverdue).toBe(true);
    expect(await noticed(event.dossierId, 'became-overdue', 1)).toMatchObject([
      { kind: 'secondSupplement', track: null, dueAt: asked.body.supplements[0].requestedAt },
    ]);
    expect(await lateness(event.dossierId)).toMatchObject([{ kind: 'secondSupplement', rule: 'R10' }]);
  });

  it('is put before the leaders when an officer asks; on a case that has ended it is refused with what is allowed', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    expect((await on(dossierId, 'escalation', {})).status).toBe(422);
    expect((await on(dossierId, 'escalation', { reason: 'Vướng quy hoạch' })).status).toBe(201);
    expect((await told(dossierId, 'escalated')).at(-1)).toMatchObject({
      why: 'asked',
      reason: 'Vướng quy hoạch',
      by: { subject: 'leader' },
    });
    await on(dossierId, 'stop', { reason: 'Không còn căn cứ' });
    expect(await on(dossierId, 'escalation', { reason: 'Vướng quy hoạch' })).toMatchObject({
      status: 409,
      body: { code: 'CASE.ACTION_NOT_ALLOWED', action: 'escalate', caseStatus: 'stopped', allowedActions: [] },
    });
  });
});
