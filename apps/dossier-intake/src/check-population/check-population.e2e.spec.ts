import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { PopulationRegister, startPopulationDatabase } from '@motcua/portal-simulator';
import type { Json } from '@motcua/testing';
import { CITIZEN_ID, draftBody, type Intake, startIntake } from '../testing/intake.fixture.js';

const FREE = '2.000001';
const PERSON = {
  HoVaTen: 'Nguyễn Thị Mẫu',
  NgaySinh: '19990102',
  NoiThuongTru: 'Số 1 đường Mẫu, phường Cẩm Thành, tỉnh Quảng Ngãi',
  TrangThai: '1',
};

describe('the National Population Database, at drafting and at reception (R19)', () => {
  let intake: Intake;
  let database: Awaited<ReturnType<typeof startPopulationDatabase>>;
  const register = new PopulationRegister({ [CITIZEN_ID]: PERSON });
  beforeAll(async () => {
    database = await startPopulationDatabase(register);
    intake = await startIntake({
      environment: { MOTCUA_POPULATION_URL: database.url, MOTCUA_POPULATION_TIMEOUT_MS: '300' },
    });
  });
  afterEach(() => {
    register.faults = {};
    register.register(CITIZEN_ID, PERSON);
  });
  afterAll(async () => {
    await intake.stop();
    await database.stop();
  });

  const check = (
    client: Intake['clerk'],
    { id, etag }: { id: string; etag: string },
    body: object = { consent: true },
  ) => client.post(`/intake/v1/dossiers/${id}/population-check`, body, { ifMatch: etag });
  const lookUp = (client: Intake['clerk'], citizenId: string, consent = true) =>
    client.post('/intake/v1/population-lookups', { citizenId, consent }, { idempotencyKey: null });
  const told = async (id: string, type: string): Promise<Json> =>
    (await intake.published(id)).find((event) => event.type.endsWith(`dossier.${type}.v1`))?.data ?? {};

  it('begins a draft with what the state holds, for a citizen of the own number and for an office', async () => {
    const found = {
      outcome: 'found',
      person: {
        fullName: 'Nguyễn Thị Mẫu',
        dateOfBirth: '1999-01-02',
        address: 'Số 1 đường Mẫu, phường Cẩm Thành, tỉnh Quảng Ngãi',
        status: 'living',
      },
    };
    expect((await lookUp(intake.citizen, CITIZEN_ID)).body).toEqual(found);
    expect((await lookUp(intake.clerk, CITIZEN_ID)).body).toEqual(found);
    expect((await lookUp(intake.clerk, '051199000025')).body).toEqual({ outcome: 'unknown', person: null });
    expect((await lookUp(intake.otherCitizen, CITIZEN_ID)).status).toBe(404);
    expect((await lookUp(intake.clerk, '123')).body.errors).toMatchObject([{ pointer: '/citizenId' }]);
    expect((await lookUp(intake.clerk, CITIZEN_ID, false)).body.errors).toMatchObject([{ pointer: '/consent' }]);
    const stored = await intake.system.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM intake.history WHERE aggregate LIKE 'populationLookup/%' AND detail::text LIKE '%Cẩm Thành%'`,
    );
    expect(stored).toEqual([{ n: 0 }]);
  });

  it('gives a draft the name and the address, so that nobody types them; the submission says that it was used', async () => {
    const applicant = { ...(draftBody()['applicant'] as Json), fullName: 'chưa nhập' };
    const draft = await intake.draft(intake.citizen, { procedureCode: FREE, applicant });
    const answer = await check(intake.citizen, draft, { consent: true, adopt: true });
    expect(answer).toMatchObject({ status: 200, body: { outcome: 'same', fields: [] } });
    const seen = await intake.get(intake.citizen, draft.id);
    expect(seen.applicant).toMatchObject({ fullName: 'Nguyễn Thị Mẫu', address: PERSON.NoiThuongTru });
    expect(seen.populationCheck).toMatchObject({ outcome: 'same', fields: [] });
    await intake.citizen.post(`/intake/v1/dossiers/${draft.id}/submission`, undefined, { ifMatch: answer.etag });
    expect(await told(draft.id, 'submitted')).toMatchObject({ populationDataUsed: true });
    const { items } = (await intake.admin.get(`/intake/v1/dossiers/${draft.id}/history`)).body;
    const line = items.find(({ action }: Json) => action === 'populationChecked');
    expect(line.detail).toEqual({ consent: true, outcome: 'same', fields: [], adopted: true });
  });

  it('forgets the comparison when the draft becomes another’s, or another name', async () => {
    const draft = await intake.draft(intake.citizen, { procedureCode: FREE });
    const { etag } = await check(intake.citizen, draft);
    const patched = await intake.citizen.patch(
      `/intake/v1/dossiers/${draft.id}`,
      { applicant: { fullName: 'Trần Thị Mẫu' } },
      { ifMatch: etag },
    );
    expect(patched.body.populationCheck).toBeNull();
  });

  it('shows the officer at reception what differs, and what of it, not what the state holds', async () => {
    const { id, etag } = await intake.registered({ procedureCode: FREE });
    register.register(CITIZEN_ID, { ...PERSON, HoVaTen: 'Nguyễn Thị Khác', TrangThai: '2' });
    const answer = await check(intake.clerk, { id, etag });
    expect(answer.body).toMatchObject({ outcome: 'differs', fields: ['fullName', 'status'] });
    expect((await intake.get(intake.clerk, id)).applicant.fullName).toBe('Nguyễn Thị Mẫu');
    expect(await told(id, 'submitted')).toMatchObject({ populationDataUsed: false });
    register.register(CITIZEN_ID, PERSON);
    const again = await check(intake.clerk, { id, etag: answer.etag });
    expect(again.body.outcome).toBe('same');
    await intake.clerk.post(`/intake/v1/dossiers/${id}/acceptance`, {}, { ifMatch: again.etag });
    expect(await told(id, 'accepted')).toMatchObject({ populationDataUsed: true });
  });

  it.each([
    ['is away', { away: true }],
    ['is too slow', { delayMs: 1_000 }],
    ['answers with a page', { html: true }],
  ])('is never in the way when it %s', async (_, faults) => {
    register.faults = faults;
    const draft = await intake.draft(intake.citizen, { procedureCode: FREE });
    expect(await check(intake.citizen, draft)).toMatchObject({ status: 200, body: { outcome: 'away', at: null } });
    const submitted = await intake.citizen.post(`/intake/v1/dossiers/${draft.id}/submission`, undefined, {
      ifMatch: draft.etag,
    });
    expect(submitted.status).toBe(201);
  });

  it('is not asked without consent, by who may not see the dossier, or of who has no citizen id', async () => {
    const draft = await intake.draft(intake.citizen, { procedureCode: FREE });
    const before = register.asked;
    expect((await check(intake.citizen, draft, { consent: false })).status).toBe(422);
    expect((await check(intake.otherCitizen, draft)).status).toBe(404);
    expect(register.asked).toBe(before);
  });
});
