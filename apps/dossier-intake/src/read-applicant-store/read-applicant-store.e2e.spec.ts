import type { ApiClient, ApiResponse, Json } from '@motcua/testing';
import { type Intake, startIntake } from '../testing/intake.fixture.js';

const FREE = { procedureCode: '2.000001' };
const SELF = { kind: 'citizen', identity: { type: 'citizenId', number: '051099000024' }, fullName: 'Trần Văn Mẫu' };
const EVERYONE_AGENCY = { agency: 'H48.12' };

/** The owner is the citizen of the fixture, who has papers of an accepted dossier in the store. */
describe("an applicant's store", () => {
  let intake: Intake;
  let paper: Json;
  let accepted: string;
  let system: ApiClient;
  beforeAll(async () => {
    intake = await startIntake();
    ({ id: accepted } = await intake.accepted(FREE));
    paper = (await intake.citizen.get('/intake/v1/applicant-store')).body.items.find(
      ({ code }: Json) => code === 'BAN-VE',
    );
    system = await intake.system.as({ sub: 'portal', roles: ['agency-system'], ...EVERYONE_AGENCY });
  });
  afterAll(() => intake.stop());

  const storeOf = (client: ApiClient, dossier: string): Promise<ApiResponse> =>
    client.get(`/intake/v1/applicant-store?dossier=${dossier}`);
  const reuse = (client: ApiClient, dossier: string): Promise<ApiResponse> =>
    client.post(`/intake/v1/dossiers/${dossier}/files`, { fromStore: paper.id, component: 'BAN-VE' });
  const patch = (client: ApiClient, { id, etag }: { id: string; etag: string }, body: object): Promise<ApiResponse> =>
    client.patch(`/intake/v1/dossiers/${id}`, body, { ifMatch: etag });
  const reads = async (dossier: string): Promise<Json[]> =>
    (await intake.admin.get(`/intake/v1/dossiers/${dossier}/history`)).body.items.filter(
      ({ action }: Json) => action === 'storeRead',
    );
  const expectClosed = async (client: ApiClient, dossier: string): Promise<void> => {
    expect((await storeOf(client, dossier)).body).toMatchObject({ status: 404, code: 'RESOURCE.NOT_FOUND' });
    expect((await reuse(client, dossier)).body).toMatchObject({ status: 422, code: 'STORE.ITEM_UNKNOWN' });
  };

  it('opens to its owner through every dossier of the own number, a draft too, and that is no line of its history', async () => {
    const draft = await intake.draft(intake.citizen, FREE, ['DON-DE-NGHI']);
    expect((await storeOf(intake.citizen, draft.id)).body.items).toContainEqual(paper);
    expect((await storeOf(intake.citizen, accepted)).body.items).toContainEqual(paper);
    expect((await reuse(intake.citizen, draft.id)).status).toBe(201);
    expect(await reads(draft.id)).toEqual([]);
  });

  it('stays closed to a citizen who drafts a dossier with the number of another', async () => {
    const { id } = await intake.draft(intake.otherCitizen, FREE, []);
    await expectClosed(intake.otherCitizen, id);
    expect((await intake.otherCitizen.get(`/intake/v1/files/${paper.id}/content`)).status).toBe(404);
  });

  it('stays closed to a citizen who changes the number of a draft to that of another', async () => {
    const draft = await intake.draft(intake.otherCitizen, { ...FREE, applicant: SELF }, []);
    const { number } = (await intake.get(intake.citizen, accepted)).applicant.identity;
    expect((await patch(intake.otherCitizen, draft, { applicant: { identity: { number } } })).status).toBe(200);
    await expectClosed(intake.otherCitizen, draft.id);
  });

  it('stays closed to a citizen who submits with the number of another, also when a supplement is asked', async () => {
    const { id, etag } = await intake.submit(intake.otherCitizen, FREE);
    expect((await storeOf(intake.otherCitizen, id)).status).toBe(404);
    const items = [{ component: 'BAN-VE', reason: 'Bản vẽ mờ, cần nộp lại' }];
    const asked = await intake.clerk.post(
      `/intake/v1/dossiers/${id}/supplement-requests`,
      { items },
      { ifMatch: etag },
    );
    expect(asked.status).toBe(201);
    await expectClosed(intake.otherCitizen, id);
    // What an officer took for the submitter would be the submitter's to read.
    expect((await reuse(intake.clerk, id)).body).toMatchObject({ status: 422, code: 'STORE.ITEM_UNKNOWN' });
    expect((await reuse(intake.citizen, id)).status).toBe(201);
  });

  it('stays closed to an office and to a system through a draft of theirs', async () => {
    const counter = await intake.draft(intake.clerk, { ...FREE, channel: 'counter' }, []);
    for (const client of [intake.clerk, system]) await expectClosed(client, counter.id);
    const online = await intake.draft(system, FREE, []);
    await expectClosed(system, online.id);
    expect((await storeOf(intake.admin, counter.id)).status).toBe(404);
    expect(await reads(counter.id)).toEqual([]);
  });

  it('opens to the officers who process a dossier, each time with a line in its history', async () => {
    const { id } = await intake.registered(FREE);
    const [specialist, leader, above] = await Promise.all([
      intake.system.as({ sub: 'specialist', roles: ['specialist'], ...EVERYONE_AGENCY }),
      intake.system.as({ sub: 'leader', roles: ['leader'], ...EVERYONE_AGENCY }),
      intake.system.as({ sub: 'leader-of-the-province', roles: ['leader'], agency: 'H48' }),
    ]);
    const { etag } = await intake.get(intake.citizen, id);
    for (const client of [intake.clerk, specialist, leader, above]) {
      const { status, body } = await storeOf(client, id);
      expect([status, body.items]).toEqual([200, expect.arrayContaining([paper])]);
    }
    expect(await reads(id)).toMatchObject([
      { actor: 'clerk', detail: { items: expect.any(Number) } },
      { actor: 'specialist' },
      { actor: 'leader' },
      { actor: 'leader-of-the-province' },
    ]);
    expect((await intake.get(intake.citizen, id)).etag).toBe(etag);
  });

  it('stays closed to who does not process the dossier', async () => {
    const { id } = await intake.registered(FREE);
    const others = await Promise.all([
      intake.system.as({ sub: 'cashier', roles: ['cashier'], ...EVERYONE_AGENCY }),
      intake.system.as({ sub: 'both', roles: ['cashier', 'admin'], ...EVERYONE_AGENCY }),
      // Who handed it in, and works elsewhere.
      intake.system.as({ sub: 'citizen', roles: ['clerk'], agency: 'H48.04' }),
      intake.system.as({ sub: 'nowhere', roles: ['clerk'] }),
    ]);
    for (const client of [...others, system, intake.admin, intake.otherClerk, intake.otherCitizen])
      expect((await storeOf(client, id)).body).toMatchObject({ status: 404, code: 'RESOURCE.NOT_FOUND' });
    expect((await storeOf(intake.clerk, '0199aaaa-0000-7000-8000-000000000000')).status).toBe(404);
    expect(await reads(id)).toEqual([]);
  });

  it('takes its papers back when the number of the draft changes, in the same moment', async () => {
    const draft = await intake.draft(intake.citizen, FREE, ['DON-DE-NGHI']);
    const reused = await reuse(intake.citizen, draft.id);
    const phone = await patch(
      intake.citizen,
      { id: draft.id, etag: reused.etag },
      { applicant: { phone: '0900000002' } },
    );
    expect(phone.body.files).toHaveLength(2);
    const changed = await patch(intake.citizen, { id: draft.id, etag: phone.etag }, { applicant: SELF });
    expect(changed.body).toMatchObject({ missing: ['BAN-VE'], files: [{ component: 'DON-DE-NGHI', fromStore: null }] });
    expect((await intake.citizen.get(`/intake/v1/files/${reused.body.id}/content`)).status).toBe(404);
    const { body } = await intake.citizen.get(`/intake/v1/dossiers/${draft.id}/history`);
    expect(body.items.at(-1)).toMatchObject({
      action: 'draftChanged',
      detail: { fields: ['applicant'], filesDropped: [{ component: 'BAN-VE', sha256: paper.sha256 }] },
    });
    expect(body.items.at(-2).detail).toEqual({ fields: ['applicant'] });
  });
});
