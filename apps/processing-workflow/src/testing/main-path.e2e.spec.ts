import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CaseOpenedV1, CaseResultIssuedV1, DossierSupplementCompletedV1, sampleOf } from '@motcua/contracts';
import { readEventData } from '@motcua/platform';
import { chapters, eventually, type Json, type TestSystem } from '@motcua/testing';
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
} from './workflow.fixture.js';

function signatureOf(pdf: Buffer): { signed: Buffer; cms: Buffer } {
  const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)/
    .exec(pdf.toString('latin1'))
    ?.slice(1)
    .map(Number) as number[];
  const [a = 0, b = 0, c = 0, d = 0] = range;
  const hex = pdf.subarray(a + b + 1, c - 1).toString('latin1');
  return { signed: Buffer.concat([pdf.subarray(a, a + b), pdf.subarray(c, c + d)]), cms: Buffer.from(hex, 'hex') };
}

describe('a dossier from acceptance to its signed result', () => {
  const it = chapters();
  let system: TestSystem;
  let officers: Officers;
  let opened: Json;
  let path: string;

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
    opened = await openCase(system, officers.leader);
    path = `/workflow/v1/cases/${opened.dossierId}`;
  });
  afterAll(() => system.stop());

  it('opens a case with the due dates of the slip and waits for a leader to assign it', () => {
    expect(opened).toMatchObject({
      status: 'open',
      startedAt: null,
      statutoryDueAt: '2026-12-04T08:10:00+07:00',
      promisedDueAt: '2026-12-02T14:58:00+07:00',
      definition: { procedure: 'default', version: 1 },
      currentTask: { step: { code: 'assignment' }, role: 'leader', holder: null, outcomes: ['forward'], etag: '"1"' },
    });
  });

  it('starts when the leader claims, and goes to the specialist', async () => {
    const waiting = await officers.leader.get('/workflow/v1/tasks?assignee=role');
    expect(waiting.body.items).toMatchObject([{ dossierId: opened.dossierId, etag: '"1"', overdue: false }]);
    const done = await endStep(officers.leader, opened.dossierId, 'forward', { comment: 'Giao phòng chuyên môn' });
    expect(done.status).toBe(201);
    expect(done.body).toMatchObject({
      state: 'done',
      outcome: 'forward',
      case: { startedAt: expect.any(String), currentTask: { step: { code: 'appraisal' } } },
    });
  });

  it('pauses the clock for a supplement, and runs on when the applicant has completed it', async () => {
    const { currentTask } = (await caseOf(officers.specialist, opened.dossierId)).body;
    await officers.specialist.post(`/workflow/v1/tasks/${currentTask.id}/claim`, undefined, { ifMatch: '"1"' });
    system.clock.moveTo(Temporal.Instant.from('2026-11-26T09:00:00+07:00'));
    const before = await caseOf(officers.specialist, opened.dossierId);
    const asked = await officers.specialist.post(
      `${path}/supplement-requests`,
      { items: [{ component: 'BAN-VE', reason: 'Bản vẽ thiếu chữ ký' }] },
      { ifMatch: before.etag },
    );
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({ status: 'awaitingSupplement', statutoryDueAt: null, promisedDueAt: null });
    expect(asked.body.supplements).toMatchObject([{ number: 1, completedAt: null }]);
    const mine = await officers.specialist.get('/workflow/v1/tasks?assignee=me');
    expect(mine.body.items).toMatchObject([{ dossierId: opened.dossierId, dueAt: null, overdue: false }]);

    system.clock.moveTo(Temporal.Instant.from('2026-11-27T09:00:30+07:00'));
    // The legal clock of this system runs: the applicant completes exactly one day after the request.
    const completedAt = Temporal.Instant.from(asked.body.supplements[0].requestedAt).add({ hours: 24 }).toString();
    const completed = { ...sampleOf(DossierSupplementCompletedV1), dossierId: opened.dossierId, completedAt };
    await system.foreign.deliver(DossierSupplementCompletedV1, opened.dossierId, completed);
    const after = await eventually(async () => {
      const { body } = await caseOf(officers.specialist, opened.dossierId);
      return body.status === 'open' && body;
    });
    // One working day later than before, exactly.
    expect(after).toMatchObject({
      statutoryDueAt: '2026-12-07T08:10:00+07:00',
      promisedDueAt: '2026-12-03T14:58:00+07:00',
    });
  });

  it('explains the deadline in the language of the reader', async () => {
    const vi = await officers.specialist.get(`${path}/deadline`);
    const en = await officers.specialist.get(`${path}/deadline`, { headers: { 'accept-language': 'en' } });
    expect(vi.body).toMatchObject({
      state: 'running',
      original: { statutoryDueAt: '2026-12-04T08:10:00+07:00', promisedDueAt: '2026-12-02T14:58:00+07:00' },
      current: { statutoryDueAt: '2026-12-07T08:10:00+07:00', promisedDueAt: '2026-12-03T14:58:00+07:00' },
      overdue: false,
      adjustments: [
        { number: 1, rule: 'R8', by: { subject: 'specialist' }, statutoryDueAt: null },
        {
          number: 2,
          rule: 'R8',
          by: null,
          previous: { statutoryDueAt: null },
          statutoryDueAt: '2026-12-07T08:10:00+07:00',
        },
      ],
    });
    const minutes = vi.body.steps.reduce((sum: number, step: Json) => sum + Number(step.workingMinutes ?? 0), 0);
    expect(minutes).toBe(7 * 8 * 60);
    expect(vi.body.steps[0].explanation).toMatch(/^Hồ sơ được tiếp nhận lúc 08:10/);
    expect(en.body.steps[0].explanation).toMatch(/accepted at 08:10/);
  });

  it('is approved, and signed only once there is something to sign', async () => {
    const { currentTask } = (await caseOf(officers.specialist, opened.dossierId)).body;
    const forwarded = await officers.specialist.post(
      `/workflow/v1/tasks/${currentTask.id}/completion`,
      { outcome: 'forward' },
      { ifMatch: currentTask.etag },
    );
    expect(forwarded.body.case.currentTask.step.code).toBe('approval');
    const approved = await endStep(officers.leader, opened.dossierId, 'approve');
    expect(approved.body.case).toMatchObject({ decision: 'granted', currentTask: { step: { code: 'signing' } } });
    const tooEarly = await endStep(officers.leader, opened.dossierId, 'sign');
    expect(tooEarly).toMatchObject({ status: 409, body: { code: 'CASE.RESULT_MISSING' } });
  });

  it('takes the result file, signs it as the leader, and completes the case', async () => {
    const before = await caseOf(officers.specialist, opened.dossierId);
    const added = await officers.leader.post(`${path}/results?number=15/GCN-SNN`, upload(await aPdf()));
    expect(added).toMatchObject({
      status: 201,
      body: { n: 1, state: 'draft', resultCode: 'GIAY-CHUNG-NHAN', number: '15/GCN-SNN', mediaType: 'application/pdf' },
    });
    expect(added.etag).toBe(`"${Number(JSON.parse(before.etag)) + 1}"`);
    const { currentTask } = (await caseOf(officers.leader, opened.dossierId)).body;
    const signed = await officers.leader.post(
      `/workflow/v1/tasks/${currentTask.id}/completion`,
      { outcome: 'sign' },
      { ifMatch: currentTask.etag },
    );
    expect(signed.status).toBe(201);
    expect(signed.body.case).toMatchObject({ status: 'completed', currentTask: null, allowedActions: [] });
    const [result] = (await officers.leader.get(`${path}/results`)).body.items;
    expect(result).toMatchObject({
      state: 'signed',
      signedBy: { subject: 'leader' },
      signatureFormat: 'adbe.pkcs7.detached',
    });
  });

  it('leaves a PDF whose signature holds over every byte, and no longer when one is changed', async () => {
    const response = await fetch(`${system.url}${path}/results/1/content`, {
      headers: {
        authorization: `Bearer ${await system.issuer.token({ sub: 'leader', roles: ['leader'], agency: 'H48.12' })}`,
      },
    });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const pdf = Buffer.from(await response.arrayBuffer());
    const { signed, cms } = signatureOf(pdf);
    const verify = async (content: Buffer): Promise<string> => {
      const [file, signature] = [join(system.folder, 'signed'), join(system.folder, 'signature.der')];
      await writeFile(file, content);
      await writeFile(signature, cms);
      const options = [
        '-verify',
        '-inform',
        'DER',
        '-in',
        signature,
        '-content',
        file,
        '-binary',
        '-noverify',
        '-out',
        '/dev/null',
      ];
      try {
        execFileSync('openssl', ['cms', ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
        return 'holds';
      } catch {
        return 'broken';
      }
    };
    expect(await verify(signed)).toBe('holds');
    const changed = Buffer.from(signed);
    changed[20] = (changed[20] ?? 0) ^ 1;
    expect(await verify(changed)).toBe('broken');
  });

  it('has told the others everything, once and in order', async () => {
    const events = await published(system, opened.dossierId);
    expect(events.map(({ type }) => type)).toEqual([
      'opened',
      'step-changed',
      'started',
      'step-changed',
      'step-changed',
      'step-changed',
      'supplement-requested',
      'deadline-adjusted',
      'supplement-completed',
      'deadline-adjusted',
      'step-changed',
      'step-changed',
      'step-changed',
      'step-changed',
      'result-issued',
      'step-changed',
      'completed',
    ]);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, i) => i + 1));
    // Each tells of the case's history, for others to witness.
    const told = await system.sql('SELECT DISTINCT headers->>$2 AS history FROM workflow.outbox WHERE key = $1', [
      opened.dossierId,
      'historyaggregate',
    ]);
    expect(told).toEqual([{ history: `case/${opened.dossierId}` }]);
    await readEventData(CaseOpenedV1, events[0].data);
    await readEventData(CaseResultIssuedV1, events.find(({ type }) => type === 'result-issued').data);
  });

  it('keeps the history of who did what', async () => {
    const { body } = await officers.leader.get(`${path}/history`);
    expect(body.items.map(({ actor, action }: Json) => `${actor} ${action}`)).toEqual([
      'officer-clerk-01 opened',
      'leader taskClaimed',
      'leader taskCompleted',
      'specialist taskClaimed',
      'specialist supplementRequested',
      'system:supplement-completed supplementCompleted',
      'specialist taskCompleted',
      'leader taskClaimed',
      'leader taskCompleted',
      'leader taskClaimed',
      'leader resultAdded',
      'leader taskCompleted',
    ]);
  });
});
