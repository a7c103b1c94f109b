import { DossierSupplementPartGivenV1, sampleOf } from '@motcua/contracts';
import type { Role } from '@motcua/platform';
import { type ApiClient, type ApiResponse, eventually, type Json, type TestSystem } from '@motcua/testing';
import { CASE_ACTIONS } from '@motcua/processing-domain';
import { caseOf, consultingProcess, endStep, officersOf, openNamedCase, startWorkflow } from './workflow.fixture.js';

const PROCEDURE = '1.001686';
const reason = 'Vì lý do của hồ sơ';
const NEW_DUE = '2026-12-07T15:00:00+07:00';

/** How each action on a task is asked for: path below the task, and a body that is in order. */
const OF_TASK: Readonly<Record<string, readonly [string, (task: Json) => object]>> = {
  claim: ['claim', () => ({})],
  release: ['release', () => ({})],
  assign: ['assignment', () => ({ assignee: 'colleague' })],
  completeTask: ['completion', ({ outcomes }) => ({ outcome: (outcomes as Json[])[0]?.['code'] ?? 'none' })],
  sendBack: ['send-back', () => ({ to: 'appraisal', reason })],
  handOver: ['hand-over', () => ({ agency: 'H48.12.3', reason })],
  recall: ['recall', () => ({ reason })],
  closeQuestion: ['question-closure', () => ({ reason })],
};

/** The same of a case. */
const OF_CASE: Readonly<Record<string, readonly [string, object]>> = {
  askOpinion: ['opinions', { agency: 'H48', question: 'Ý kiến?', term: { amount: 1, unit: 'workingDay' } }],
  requestSupplement: ['supplement-requests', { items: [{ component: 'BAN-VE', reason }] }],
  takeAsEnough: ['supplement-requests/1/sufficiency', { reason }],
  cancelSupplement: ['supplement-requests/1/cancellation', { reason }],
  moveSupplementDeadline: ['supplement-requests/1/deadline', { reason, deadlineAt: '2026-12-30T10:00:00+07:00' }],
  demandFee: ['fee-demands', { lines: [{ kind: 'phi', name: 'Phí', amount: 1_000 }], reason, legalBasis: 'Luật' }],
  stop: ['stop', { reason }],
  undoAcceptance: ['acceptance-undoing', { reason }],
  addResult: ['generated-results', { resultCode: 'GIAY-CHUNG-NHAN', paragraphs: ['Đồng ý'] }],
  extend: ['extension', { reason, newDueAt: NEW_DUE }],
  apologise: ['apology', { reason, newDueAt: NEW_DUE }],
  escalate: ['escalation', { reason }],
};

/** What only the applicant brings about, by events. */
const OF_THE_APPLICANT = ['completeSupplement', 'withdraw'];

describe('what a case and its tasks say that their reader may do (R23)', () => {
  let system: TestSystem;
  let callers: readonly (readonly [string, ApiClient])[];
  let specialist: ApiClient;
  let leader: ApiClient;
  beforeAll(async () => {
    system = await startWorkflow();
    const officers = await officersOf(system);
    ({ specialist, leader } = officers);
    const registered = { name: 'Cán bộ colleague', title: 'Chuyên viên', agencies: ['H48.12'], roles: ['specialist'] };
    must(await officers.admin.put('/workflow/v1/officers/colleague', { ...registered, signing: [] }));
    const definition = consultingProcess('all');
    const { status, text } = await officers.admin.put(`/workflow/v1/process-definitions/${PROCEDURE}/1`, definition);
    if (status >= 300) throw new Error(text);
    const as = (sub: string, role: Role, agency: string) => system.as({ sub, roles: [role], agency, name: sub });
    callers = [
      ['who has it in hand', specialist],
      ['a colleague', officers.colleague],
      ['a clerk there', officers.clerk],
      ['their leader', leader],
      ['a clerk of the office that received it', await as('receiver', 'clerk', 'H48.05')],
      ['the leader of that office', await as('receiving-leader', 'leader', 'H48.05')],
      ['an officer who is asked', await as('asked', 'specialist', 'H48.04')],
      ['their own leader', officers.outsider],
      ['an officer of no agency of it', await as('stranger', 'specialist', 'H48.12.3')],
      ['an administrator', officers.admin],
      ['a citizen', await system.as({ sub: 'citizen', roles: ['citizen'], citizen_id: '051099000024' })],
    ];
  });
  afterAll(() => system.stop());

  const must = ({ status, text, body }: ApiResponse): Json => {
    if (status >= 300) throw new Error(text);
    return body;
  };
  const taskOf = async (client: ApiClient, id: string): Promise<ApiResponse> => client.get(`/workflow/v1/tasks/${id}`);
  const onTask = async (client: ApiClient, id: string, action: string): Promise<ApiResponse> => {
    const { body, etag } = await taskOf(leaderOfAll(), id);
    const [path, content] = OF_TASK[action]!;
    return client.post(`/workflow/v1/tasks/${id}/${path}`, content(body), { ifMatch: etag });
  };
  const onCase = async (client: ApiClient, id: string, action: string): Promise<ApiResponse> => {
    const { etag } = await caseOf(leaderOfAll(), id);
    const [path, content] = OF_CASE[action]!;
    return client.post(`/workflow/v1/cases/${id}/${path}`, content, { ifMatch: etag });
  };
  // Reads every case and does nothing.
  const leaderOfAll = (): ApiClient => callers.find(([name]) => name === 'an administrator')![1];

  const opened = async (): Promise<string> =>
    (await openNamedCase(system, leaderOfAll(), { receivingAgency: 'H48.05', results: sampleResults }))[
      'dossierId'
    ] as string;
  const sampleResults = [{ code: 'GIAY-CHUNG-NHAN', name: 'Giấy chứng nhận', decision: 'granted' }];
  const held = async (): Promise<string> => {
    const id = await opened();
    const { currentTask } = must(await caseOf(specialist, id)) as { currentTask: { id: string } };
    must(await onTask(specialist, currentTask.id, 'claim'));
    return id;
  };
  const after = async (action: string): Promise<string> => {
    const id = await held();
    must(await onCase(specialist, id, action));
    return id;
  };
  const consulting = async (): Promise<string> => {
    const id = await opened();
    must(await endStep(specialist, id, 'forward'));
    return id;
  };

  const MAKE: Readonly<Record<string, () => Promise<string>>> = {
    'one that nobody has taken up': opened,
    'one in hand': held,
    'one that asks an agency beside its step': () => after('askOpinion'),
    'one that waits for a paper': () => after('requestSupplement'),
    'one that got a part of what it asked': async () => {
      const id = await after('requestSupplement');
      await system.foreign.deliver(DossierSupplementPartGivenV1, id, {
        ...sampleOf(DossierSupplementPartGivenV1),
        dossierId: id,
        number: 1,
      });
      await eventually(async () => {
        const { supplements } = must(await caseOf(specialist, id)) as {
          supplements: { items: { given: boolean }[] }[];
        };
        return supplements[0]?.items[0]?.given;
      });
      return id;
    },
    'one that waits for a fee': () => after('demandFee'),
    'one that was handed over': async () => {
      const id = await held();
      const { currentTask } = must(await caseOf(specialist, id)) as { currentTask: { id: string } };
      must(await onTask(specialist, currentTask.id, 'handOver'));
      return id;
    },
    'one on which agencies are consulted': consulting,
    'one that was stopped': () => after('stop'),
  };

  it.each(Object.keys(MAKE))(
    'of %s is what each caller is answered',
    async (what) => {
      const make = MAKE[what]!;
      const seen = await make();
      const tasks = (must(await caseOf(leaderOfAll(), seen))['openTasks'] as Json[]).map(({ id }) => id as string);
      const said: Record<string, readonly string[]> = {};
      const could: Record<string, readonly string[]> = {};
      for (const [name, client] of callers) {
        const ofCase = listedBy(await caseOf(client, seen));
        const ofTasks = await Promise.all(tasks.map(async (id) => listedBy(await taskOf(client, id))));
        const pairs = [
          ...Object.keys(OF_CASE).map((action) => ({ action, index: -1, listed: ofCase.includes(action) })),
          ...tasks.flatMap((_, index) =>
            // A second click of who has claimed it is no second claim.
            Object.keys(OF_TASK)
              .filter((action) => action !== 'claim' || !ofTasks[index]!.includes('release'))
              .map((action) => ({ action, index, listed: ofTasks[index]!.includes(action) })),
          ),
        ];
        const answers = await Promise.all(
          pairs.map(async ({ action, index, listed }) => {
            // What may be done changes the case: it is tried on another like it.
            const id = listed ? await make() : seen;
            const its = listed
              ? (must(await caseOf(leaderOfAll(), id))['openTasks'] as Json[])
              : tasks.map((one) => ({ id: one }));
            return index < 0 ? onCase(client, id, action) : onTask(client, its[index]!['id'] as string, action);
          }),
        );
        said[name] = pairs.filter(({ listed }) => listed).map(nameOf);
        could[name] = pairs.filter((_, index) => isAnswered(answers[index]!)).map(nameOf);
        // What the case lists of its tasks, some task lists.
        const ofSome = Object.keys(OF_TASK).filter((action) => ofTasks.some((list) => list.includes(action)));
        expect([name, ofCase.filter((action) => action in OF_TASK).sort()]).toEqual([name, ofSome.sort()]);
      }
      expect(could).toEqual(said);
    },
    120_000,
  );

  it('is asked of every action that a case has', () => {
    expect([...Object.keys(OF_TASK), ...Object.keys(OF_CASE), ...OF_THE_APPLICANT].sort()).toEqual(
      [...CASE_ACTIONS].sort(),
    );
  });

  it('follows the time: an extension until a day before, an apology from then on, a question once its time has passed', async () => {
    const [inHand, asking] = [await held(), await consulting()];
    const listed = async (client: ApiClient, id: string) => listedBy(await caseOf(client, id));
    const before = [await listed(specialist, inHand), await listed(leader, asking)];
    system.clock.moveTo(Temporal.Instant.from('2026-12-01T15:30:00+07:00'));
    const later = [await listed(specialist, inHand), await listed(leader, asking)];
    const some = (lists: readonly (readonly string[])[]) =>
      lists.map((list) => list.filter((action) => ['extend', 'apologise', 'closeQuestion'].includes(action)));
    expect(some(before)).toEqual([['extend'], ['extend']]);
    expect(some(later)).toEqual([['apologise'], ['closeQuestion', 'apologise']]);
    expect((await onCase(specialist, inHand, 'extend')).body).toMatchObject({ code: 'CASE.EXTENSION_TOO_LATE' });
    must(await onCase(specialist, inHand, 'apologise'));
  });
});

const nameOf = ({ action, index }: { readonly action: string; readonly index: number }): string =>
  index < 0 ? action : `${action} ${index + 1}`;

const listedBy = ({ status, body }: ApiResponse): readonly string[] =>
  status === 200 ? (body['allowedActions'] as readonly string[]) : [];

/** Not refused for want of a right, or for its state; what the request itself lacks is another matter. */
function isAnswered({ status, text, body }: ApiResponse): boolean {
  if (status === 412 || status >= 500) throw new Error(text);
  // There is no step to which it could go back.
  return ![403, 404, 409].includes(status) && body?.code !== 'CASE.STEP_NOT_PASSED';
}
