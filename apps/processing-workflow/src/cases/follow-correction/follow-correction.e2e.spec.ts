import { DossierAgencyMovedV1, DossierCorrectedV1, sampleOf } from '@motcua/contracts';
import { identityHash } from '@motcua/platform';
import { eventually, type TestSystem } from '@motcua/testing';
import { type Officers, officersOf, openCase, startWorkflow } from '../../testing/workflow.fixture.js';

describe('a case whose dossier is corrected', () => {
  let system: TestSystem;
  let officers: Officers;
  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
  });
  afterAll(() => system.stop());

  it('follows in whose it is and in its variant, once and with a line of its history, and keeps its dates (R14)', async () => {
    const before = await openCase(system, officers.leader, { applicantRef: 'ref-wrong' });
    const { dossierId } = before;
    const data = { ...sampleOf(DossierCorrectedV1), dossierId, applicantRef: 'ref-right', variant: 'LON' };
    await system.foreign.deliver(DossierCorrectedV1, dossierId, data);
    const path = `/workflow/v1/cases/${dossierId}`;
    const after = await eventually(async () => {
      const { body } = await officers.leader.get(path);
      return body.variant === 'LON' && body;
    });
    expect(after).toMatchObject({ promisedDueAt: before.promisedDueAt, statutoryDueAt: before.statutoryDueAt });
    const rows = await system.sql(
      `SELECT c.applicant_ref AS of_case, t.applicant_ref AS of_task, c.version - 1 AS changes
       FROM workflow.case_file c JOIN workflow.task t USING (dossier_id) WHERE c.dossier_id = $1`,
      [dossierId],
    );
    expect(rows).toEqual([{ of_case: 'ref-right', of_task: 'ref-right', changes: 1 }]);
    const lines = await system.sql(
      `SELECT actor, detail FROM workflow.history WHERE aggregate = $1 AND action = 'corrected'`,
      [`case/${dossierId}`],
    );
    expect(lines).toEqual([
      { actor: 'system:dossier-corrected', detail: { variant: 'LON', ofAnotherApplicant: true, otherParties: false } },
    ]);
  });

  it('is followed by who has a part in its dossier, until a correction names others: deadline and form 04 (R19, R23)', async () => {
    const spouse = await system.as({ sub: 'spouse', roles: ['citizen'], citizen_id: '051099000024' });
    const nephew = await system.as({ sub: 'nephew', roles: ['citizen'], citizen_id: '051185000031' });
    const refOf = (number: string): string =>
      identityHash('identity-key-of-the-test-run-000000000', 'citizenId', number);
    const coApplicant = { ref: refOf('051099000024'), role: 'coApplicant', powers: [] };
    const authorised = { ref: refOf('051185000031'), role: 'authorisedPerson', powers: [] };
    const { dossierId } = await openCase(system, officers.leader, { parties: [coApplicant, authorised] });
    const path = `/workflow/v1/cases/${dossierId}`;
    for (const party of [spouse, nephew]) {
      expect((await party.get(`${path}/deadline`)).status).toBe(200);
      // It was not extended: the letter is not there, the case is.
      expect((await party.get(`${path}/forms/04`)).body.code).toBe('CASE.FORM_NOT_ISSUED');
      expect((await party.get(path)).status).toBe(403);
    }
    const data = { ...sampleOf(DossierCorrectedV1), dossierId, variant: 'DEFAULT', parties: [coApplicant] };
    await system.foreign.deliver(DossierCorrectedV1, dossierId, data);
    await eventually(async () => (await nephew.get(`${path}/deadline`)).status === 404);
    expect((await spouse.get(`${path}/deadline`)).status).toBe(200);
  });

  it('goes to the successor where its agency has ended, once: its tasks too (R23)', async () => {
    const { dossierId } = await openCase(system, officers.leader);
    const successor = await system.as({ sub: 'successor', roles: ['leader'], agency: 'H48.05' });
    const path = `/workflow/v1/cases/${dossierId}`;
    expect((await successor.get(path)).status).toBe(404);
    const moved = { ...sampleOf(DossierAgencyMovedV1), dossierId, from: 'H48.12', to: 'H48.05' };
    await system.foreign.deliver(DossierAgencyMovedV1, dossierId, moved);
    const after = await eventually(async () => {
      const { status, body } = await successor.get(path);
      return status === 200 && body;
    });
    expect(after).toMatchObject({ competentAgency: 'H48.05', currentTask: { agency: 'H48.05' } });
    const lines = `SELECT FROM workflow.history WHERE aggregate = $1 AND action = 'agencyMoved'`;
    expect(await system.sql(lines, [`case/${dossierId}`])).toHaveLength(1);
  });
});
