import { PolicyChangedV1, ProcedureVersionAnnouncedV1, sampleOf } from '@motcua/contracts';
import { eventually, type Json, type TestSystem } from '@motcua/testing';
import { consultingProcess, type Officers, officersOf, startWorkflow } from '../../testing/workflow.fixture.js';

const PATH = '/workflow/v1/process-definitions';
const task = (code: string, to: (string | null)[], more: object = {}): object => ({
  code,
  name: code,
  role: 'leader',
  outcomes: to.map((next, i) => ({ code: `o${i}`, name: 'x', to: next })),
  ...more,
});
const pointers = ({ errors }: Json): string[] => errors.map(({ pointer, code }: Json) => `${pointer} ${code}`);

describe('the definition of a process, over HTTP', () => {
  let system: TestSystem;
  let officers: Officers;
  const put = (procedure: string, steps: object[], options = {}) =>
    officers.admin.put(`${PATH}/${procedure}/1`, { name: 'Quy trình', steps }, options);

  const announce = async (code: string, ...terms: object[]): Promise<void> => {
    const sample = sampleOf(ProcedureVersionAnnouncedV1) as Json;
    const variants = terms.map((term, i) => ({ ...sample.variants[0], code: `V${i}`, term }));
    const event = { ...sample, code, variants };
    await system.foreign.deliver(ProcedureVersionAnnouncedV1, code, event);
    await system.foreign.deliver(ProcedureVersionAnnouncedV1, code, event);
    await eventually(
      async () => (await system.sql('SELECT FROM workflow.procedure_terms WHERE code = $1', [code])).length === 1,
    );
  };
  let revision = 0;
  const policy = async (overrides: object): Promise<void> => {
    revision += 1;
    const event = { ...sampleOf(PolicyChangedV1), code: 'QNG-TERM-20', kind: 'term', revision, ...overrides };
    await system.foreign.deliver(PolicyChangedV1, 'QNG-TERM-20', event);
    await system.foreign.deliver(PolicyChangedV1, 'QNG-TERM-20', event);
    await eventually(async () => {
      const [row] = await system.sql<Json>('SELECT revision FROM workflow.term_policy');
      return row?.revision === revision;
    });
  };

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
  });
  afterAll(() => system.stop());

  it('signs in no agency for which nobody may sign', async () => {
    const signing = (agency: string) => ({
      name: 'Quy trình có ký',
      steps: [
        {
          code: 'signing',
          name: 'Ký',
          role: 'leader',
          agency,
          outcomes: [{ code: 'sign', name: 'Ký', to: null, decision: 'granted', signs: true }],
        },
      ],
    });
    const refused = await officers.admin.put(`${PATH}/4.000077/1`, signing('H48.04'));
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'PROCESS.INVALID', errors: [{ pointer: '/steps/0/agency', code: 'PROCESS.NOBODY_SIGNS' }] },
    });
    expect((await officers.admin.put(`${PATH}/4.000077/1`, signing('H48.12'))).status).toBe(201);
  });

  it('is taken with a warning where a step has a role that nobody of its agency holds', async () => {
    const step = task('appraisal', [null], { role: 'specialist', agency: 'H48.05' });
    const ends = { ...(step as Json), outcomes: [{ code: 'done', name: 'Xong', to: null, decision: 'granted' }] };
    const defined = await put('4.000078', [ends]);
    expect(defined).toMatchObject({
      status: 201,
      body: { warnings: [{ pointer: '/steps/0/role', code: 'PROCESS.NOBODY_HOLDS_ROLE' }] },
    });
    const officer = { name: 'Cán bộ', title: 'Chuyên viên', agencies: ['H48'], roles: ['specialist'] };
    await officers.admin.put('/workflow/v1/officers/of-the-province', officer);
    expect((await officers.leader.get(`${PATH}/4.000078/1`)).body.warnings).toEqual([]);
  });

  it('is refused with every fault at once, each with its pointer', async () => {
    const { name, steps } = consultingProcess('all');
    const [appraisal, consultation, approval] = steps as Json[];
    const answer = await officers.admin.put(`${PATH}/4.000001/1`, {
      name,
      steps: [
        appraisal,
        { ...consultation, to: 'nowhere', ask: [{ ...consultation.ask[0], agency: 'H48.99' }] },
        approval,
        task('lost', ['lost']),
      ],
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'PROCESS.INVALID' } });
    expect(pointers(answer.body)).toEqual([
      '/steps/0 PROCESS.STEP_ENDLESS',
      '/steps/1 PROCESS.STEP_ENDLESS',
      '/steps/1/to PROCESS.STEP_UNKNOWN',
      '/steps/2 PROCESS.STEP_UNREACHABLE',
      '/steps/3 PROCESS.STEP_UNREACHABLE',
      '/steps/3 PROCESS.STEP_ENDLESS',
      '/steps/1/ask/0/agency PROCESS.AGENCY_UNKNOWN',
    ]);
    expect((await officers.admin.get(`${PATH}/4.000001/1`)).body.builtIn).toBe(true);
  });

  it('has no roles, joins, units and kinds but those that exist, nor fields of another kind', async () => {
    const bad = await put('4.000002', [
      { ...task('a', [null]), role: 'king', term: { amount: 0, unit: 'week' } },
      { code: 'b', name: 'b', kind: 'meeting' },
    ]);
    expect(bad).toMatchObject({ status: 422, body: { code: 'REQUEST.INVALID' } });
    const named = new Set(bad.body.errors.map(({ pointer }: Json) => pointer));
    expect([...named].sort()).toEqual(['/steps/0/role', '/steps/0/term/amount', '/steps/0/term/unit', '/steps/1/kind']);
    const mixed = await put('4.000002', [
      { ...task('a', [null]), join: 'all' },
      { code: 'b', name: 'b', kind: 'consultation', outcomes: [{ code: 'x', name: 'x', to: null }] },
    ]);
    expect(pointers(mixed.body)).toEqual([
      '/steps/0/join NOT_OF_THIS_KIND',
      '/steps/1/outcomes NOT_OF_THIS_KIND',
      '/steps/1/ask REQUIRED',
      '/steps/1/to REQUIRED',
    ]);
  });

  it('is accepted before the version is announced, and says that its terms were compared with nothing', async () => {
    const steps = [task('a', ['b'], { term: { amount: 30, unit: 'workingDay' } }), task('b', [null])];
    const answer = await put('4.000003', steps);
    expect(answer).toMatchObject({
      status: 201,
      body: { termCheck: { stepsMinutes: 14_400, promisedMinutes: null, fits: null } },
    });
    await announce('4.000003', { amount: 7, unit: 'workingDay' });
    expect((await officers.leader.get(`${PATH}/4.000003/1`)).body.termCheck).toMatchObject({ fits: false });
    const again = await put('4.000003', steps, { ifMatch: answer.etag });
    expect(again).toMatchObject({ status: 422, body: { code: 'PROCESS.INVALID' } });
    expect(pointers(again.body)).toEqual(['/steps PROCESS.TERMS_EXCEED_PROMISE']);
  });

  it('has steps whose terms add up to no more than the shortest promised term, policies counted in (R17)', async () => {
    await announce('4.000004', { amount: 7, unit: 'workingDay' }, { amount: 30, unit: 'workingHour' });
    const of = (amount: number) => [task('a', [null], { term: { amount, unit: 'workingHour' } })];
    expect(pointers((await put('4.000004', of(31))).body)).toEqual(['/steps PROCESS.TERMS_EXCEED_PROMISE']);
    expect((await put('4.000004', of(30))).body.termCheck).toEqual({
      stepsMinutes: 1800,
      promisedMinutes: 1800,
      fits: true,
    });
    const scope = { fields: null, procedures: ['4.000004'], agencies: null, feeKinds: null, channels: null };
    await policy({ basisPoints: 2000, validTo: null, scope });
    expect((await officers.leader.get(`${PATH}/4.000004/1`)).body.termCheck).toMatchObject({ promisedMinutes: 1440 });
    expect((await put('4.000004', of(25), { ifMatch: '"1"' })).status).toBe(422);
    expect((await put('4.000004', of(24), { ifMatch: '"1"' })).status).toBe(200);
    await policy({ basisPoints: 2000, validTo: '2026-11-25', scope });
    expect((await officers.leader.get(`${PATH}/4.000004/1`)).body.termCheck).toMatchObject({ promisedMinutes: 1800 });
  });

  it('is replaced only from the version that was seen', async () => {
    const first = await put('4.000005', [task('a', [null])]);
    expect([first.status, first.etag]).toEqual([201, '"1"']);
    expect((await put('4.000005', [task('a', [null])])).status).toBe(428);
    expect((await put('4.000005', [task('a', [null])], { ifMatch: '"4"' })).status).toBe(412);
    const next = await put('4.000005', [task('b', [null])], { ifMatch: '"1"' });
    expect([next.status, next.etag]).toEqual([200, '"2"']);
    expect((await officers.leader.get(`${PATH}/4.000005/1`)).body).toMatchObject({
      builtIn: false,
      steps: [{ code: 'b' }],
    });
  });

  it('is an administrator’s to save', async () => {
    const answer = await officers.leader.put(`${PATH}/4.000006/1`, { name: 'x', steps: [task('a', [null])] });
    expect(answer).toMatchObject({ status: 403, body: { requiredScope: 'process.write' } });
  });
});
