import type { TestSystem } from '@motcua/testing';
import { caseOf, endStep, openCase, type Officers, officersOf, published, startWorkflow } from './workflow.fixture.js';

/** Commands that come at once are read, decided and saved together; each is as if it had come alone. */
describe('many commands at once', () => {
  let system: TestSystem;
  let officers: Officers;

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
  });
  afterAll(() => system.stop());

  const open = (count: number) => Promise.all(Array.from({ length: count }, () => openCase(system, officers.leader)));
  const lines = (dossierId: string) =>
    system.sql<{ n: number; action: string; actor: string }>(
      'SELECT n, action, actor FROM workflow.history WHERE aggregate = $1 ORDER BY n',
      [`case/${dossierId}`],
    );

  it('claims and completes 24 tasks, each with its own line, events, ETag and next task', async () => {
    const cases = await open(24);
    const claims = await Promise.all(
      cases.map(({ currentTask: { id, etag } }) =>
        officers.leader.post(`/workflow/v1/tasks/${id}/claim`, undefined, { ifMatch: etag }),
      ),
    );
    expect(claims.map(({ status, etag }) => `${status} ${etag}`)).toEqual(Array(24).fill('201 "2"'));
    const completions = await Promise.all(
      cases.map(({ currentTask: { id } }, i) =>
        officers.leader.post(
          `/workflow/v1/tasks/${id}/completion`,
          { outcome: 'forward', comment: `Ghi chú ${i}` },
          { ifMatch: '"2"' },
        ),
      ),
    );
    expect(completions.map(({ status }) => status)).toEqual(Array(24).fill(201));
    for (const [i, { dossierId, currentTask }] of cases.entries()) {
      expect(completions[i]?.body).toMatchObject({ id: currentTask.id, comment: `Ghi chú ${i}`, state: 'done' });
      expect((await lines(dossierId)).map(({ n, action }) => `${n} ${action}`)).toEqual([
        '1 opened',
        '2 taskClaimed',
        '3 taskCompleted',
      ]);
      expect((await published(system, dossierId)).map(({ type, sequence }) => `${sequence} ${type}`)).toEqual([
        '1 opened',
        '2 step-changed',
        '3 started',
        '4 step-changed',
        '5 step-changed',
      ]);
      const { body } = await caseOf(officers.leader, dossierId);
      expect(body.currentTask.step.code).toBe('appraisal');
    }
  });

  it('lets one of two officers win, and refuses no neighbour for it', async () => {
    const cases = await open(12);
    for (const { dossierId } of cases) await endStep(officers.leader, dossierId, 'forward');
    const tasks = await Promise.all(
      cases.map(async ({ dossierId }) => (await caseOf(officers.leader, dossierId)).body.currentTask),
    );
    const both = [officers.specialist, officers.colleague];
    const claims = await Promise.all(
      tasks.flatMap(({ id, etag }) =>
        both.map((officer) => officer.post(`/workflow/v1/tasks/${id}/claim`, undefined, { ifMatch: etag })),
      ),
    );
    for (const [i, { id }] of tasks.entries()) {
      const pair = claims.slice(2 * i, 2 * i + 2);
      expect(pair.map(({ status }) => status).sort()).toEqual([201, 412]);
      const winner = pair.find(({ status }) => status === 201)?.body.holder;
      expect(pair.find(({ status }) => status === 412)?.body).toMatchObject({
        code: 'RESOURCE.CHANGED',
        holder: winner,
      });
      const [row] = await system.sql('SELECT holder_subject, version FROM workflow.task WHERE id = $1', [id]);
      expect(row).toEqual({ holder_subject: winner.subject, version: 2 });
    }
  });

  it('numbers the moves of due dates of each case by itself', async () => {
    const cases = await open(6);
    const newDueAt = '2026-12-08T15:00:00+07:00';
    const extended = await Promise.all(
      cases.map(({ dossierId }) =>
        officers.leader.post(
          `/workflow/v1/cases/${dossierId}/extension`,
          { reason: 'Cần kiểm tra thực địa', newDueAt },
          { ifMatch: '"1"' },
        ),
      ),
    );
    expect(extended.map(({ status }) => status)).toEqual(Array(6).fill(201));
    const asked = await Promise.all(
      cases.map(({ dossierId }) =>
        officers.leader.post(
          `/workflow/v1/cases/${dossierId}/supplement-requests`,
          { items: [{ component: 'DON-DE-NGHI', reason: 'Thiếu chữ ký' }] },
          { ifMatch: '"2"' },
        ),
      ),
    );
    expect(asked.map(({ status }) => status)).toEqual(Array(6).fill(201));
    const rows = await system.sql(
      `SELECT n, rule, count(*)::int AS cases FROM workflow.deadline_adjustment WHERE dossier_id = ANY ($1) GROUP BY n, rule ORDER BY n`,
      [cases.map(({ dossierId }) => dossierId)],
    );
    expect(rows).toEqual([
      { n: 1, rule: 'R13', cases: 6 },
      { n: 2, rule: 'R8', cases: 6 },
    ]);
  });
});
