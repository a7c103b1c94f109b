import type { ApiClient, TestSystem } from '@motcua/testing';
import {
  caseOf,
  endStep,
  type Officers,
  officersOf,
  openNamedCase,
  startWorkflow,
} from '../testing/workflow.fixture.js';

describe('signing by the person entitled', () => {
  let system: TestSystem;
  let officers: Officers;
  let deputy: ApiClient;

  const atSigning = async (): Promise<string> => {
    const { dossierId } = await openNamedCase(system, officers.leader);
    await endStep(officers.leader, dossierId, 'forward');
    await endStep(officers.specialist, dossierId, 'forward');
    await endStep(officers.leader, dossierId, 'approve');
    const added = await officers.leader.post(`/workflow/v1/cases/${dossierId}/generated-results`, {
      paragraphs: ['Chứng nhận đủ điều kiện.'],
    });
    expect(added.status).toBe(201);
    return dossierId;
  };
  const register = (subject: string, signing: object[]) =>
    officers.admin.put(`/workflow/v1/officers/${subject}`, {
      name: `Cán bộ ${subject}`,
      title: 'Phó Giám đốc',
      agencies: ['H48.12'],
      roles: ['leader'],
      signing,
    });

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
    deputy = await system.as({ sub: 'deputy', roles: ['leader'], name: 'Cán bộ deputy', agency: 'H48.12' });
  });
  afterAll(() => system.stop());

  it('is refused to a leader whom the register does not entitle, and names who may', async () => {
    const dossierId = await atSigning();
    await register('elsewhere', [{ agency: 'H48' }]);
    await register('otherwise', [{ agency: 'H48.12', results: ['SOMETHING-ELSE'] }]);
    const refused = await endStep(deputy, dossierId, 'sign');
    expect(refused).toMatchObject({
      status: 403,
      body: {
        code: 'SIGNER.NOT_ENTITLED',
        agency: 'H48.12',
        entitled: [{ subject: 'leader', name: 'Cán bộ leader', title: 'Phó Giám đốc' }],
      },
    });
    const { status, openTasks } = (await caseOf(officers.leader, dossierId)).body;
    expect([status, openTasks[0].holder.subject]).toEqual(['open', 'deputy']);
  });

  it('is possible with a right to just these results', async () => {
    const dossierId = await atSigning();
    const { possibleResults } = (await caseOf(officers.leader, dossierId)).body;
    await register('deputy', [{ agency: 'H48.12', results: [possibleResults[0].code] }]);
    expect((await endStep(deputy, dossierId, 'sign')).body.case).toMatchObject({ status: 'completed' });
  });
});
