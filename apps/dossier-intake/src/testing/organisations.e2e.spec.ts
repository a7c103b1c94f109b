import type { ApiClient, Json } from '@motcua/testing';
import { type Intake, startIntake } from './intake.fixture.js';

const FREE = { procedureCode: '2.000001' };
const enterprise = (number: string) => ({
  applicant: { kind: 'enterprise', identity: { type: 'taxCode', number }, fullName: 'Công ty TNHH Mẫu' },
});

describe('a dossier of an organisation', () => {
  let intake: Intake;
  let representative: ApiClient;
  let another: ApiClient;
  beforeAll(async () => {
    intake = await startIntake();
    [representative, another] = await Promise.all([
      intake.system.as({
        sub: 'representative',
        roles: ['citizen'],
        citizen_id: '051185000031',
        linked_identities: [{ type: 'oldId', number: '000000031' }],
        represents: [{ type: 'taxCode', number: '0000000017-001' }],
      }),
      intake.system.as({
        sub: 'another-representative',
        roles: ['citizen'],
        citizen_id: '051185000032',
        represents: [{ type: 'taxCode', number: '0000000017001' }],
      }),
    ]);
  });
  afterAll(() => intake.stop());

  const listed = async (client: ApiClient): Promise<string[]> =>
    (await client.get('/intake/v1/dossiers?limit=200')).body.items.map(({ id }: Json) => id);
  const stored = async (client: ApiClient): Promise<Json[]> =>
    (await client.get('/intake/v1/applicant-store?limit=200')).body.items;
  const atTheCounter = async (applicant: object): Promise<Json> => {
    const draft = await intake.draft(intake.clerk, { ...FREE, channel: 'counter', ...applicant });
    const submitted = await intake.clerk.post(`/intake/v1/dossiers/${draft.id}/submission`, undefined, {
      ifMatch: draft.etag,
    });
    return { ...submitted.body, etag: submitted.etag };
  };

  it('entered at the counter is seen, reused from and withdrawn by whoever acts for it, with or without the hyphen', async () => {
    const { id, etag } = await atTheCounter(enterprise('0000000017-001'));
    for (const client of [representative, another]) {
      expect(await listed(client)).toContain(id);
      expect(await intake.get(client, id)).toMatchObject({ applicant: { identity: { number: '0000000017-001' } } });
    }
    expect(await listed(intake.citizen)).not.toContain(id);
    expect((await intake.citizen.get(`/intake/v1/dossiers/${id}`)).status).toBe(404);

    const acceptance = await intake.clerk.post(`/intake/v1/dossiers/${id}/acceptance`, {}, { ifMatch: etag });
    expect(acceptance.status).toBe(201);
    const paper = (await stored(another)).find(({ code }) => code === 'BAN-VE');
    expect(paper).toMatchObject({ kind: 'paper', dossierId: id });
    const next = await intake.draft(representative, { ...FREE, ...enterprise('0000000017001') }, []);
    expect((await intake.get(representative, next.id)).reusable).toEqual(
      expect.arrayContaining([expect.objectContaining({ component: 'BAN-VE', fromStore: paper?.id })]),
    );
    const reused = await representative.post(`/intake/v1/dossiers/${next.id}/files`, {
      fromStore: paper?.id,
      component: 'BAN-VE',
    });
    expect(reused.status).toBe(201);
    const { etag: current } = await intake.get(another, id);
    const withdrawal = await another.post(
      `/intake/v1/dossiers/${id}/withdrawal`,
      { reason: 'Doanh nghiệp không còn nhu cầu' },
      { ifMatch: current },
    );
    expect(withdrawal.status).toBe(202);
  });

  it("has a store of its own: its representative's own dossier is offered none of it", async () => {
    await intake.draft(representative, FREE, []);
    const own = await intake.draft(
      representative,
      {
        ...FREE,
        applicant: { kind: 'citizen', identity: { type: 'citizenId', number: '051185000031' }, fullName: 'Lê Thị Mẫu' },
      },
      [],
    );
    expect((await intake.get(representative, own.id)).reusable).toEqual([]);
  });

  it('of one person under an earlier number is the person’s under the present one', async () => {
    const old = { kind: 'citizen', identity: { type: 'oldId', number: '000000031' }, fullName: 'Lê Thị Mẫu' };
    const { id } = await atTheCounter({ applicant: old });
    expect(await listed(representative)).toContain(id);
    expect(await listed(another)).not.toContain(id);
  });

  it('that is a household business has its owner’s twelve digits for a tax code, and is the owner’s', async () => {
    const { id } = await atTheCounter(enterprise('051185000031'));
    expect(await listed(representative)).toContain(id);
    expect(await listed(another)).not.toContain(id);
  });

  it('that has no tax code is known by the number of its registration', async () => {
    const association = {
      applicant: {
        kind: 'other',
        identity: { type: 'registrationNumber', number: '12/QĐ-UBND' },
        fullName: 'Hội quán Mẫu',
      },
    };
    const { id } = await atTheCounter(association);
    const chair = await intake.system.as({
      sub: 'chair',
      roles: ['citizen'],
      represents: [{ type: 'registrationNumber', number: '12/qđ-ubnd' }],
    });
    expect(await listed(chair)).toContain(id);
  });

  it('entered by an officer who has moved to another agency is out of that officer’s reach', async () => {
    const { id } = await atTheCounter(enterprise('0000000024'));
    const moved = await intake.system.as({ sub: 'clerk', roles: ['clerk'], agency: 'H48.04' });
    expect((await moved.get(`/intake/v1/dossiers/${id}`)).body).toMatchObject({
      status: 404,
      code: 'RESOURCE.NOT_FOUND',
    });
    expect((await intake.clerk.get(`/intake/v1/dossiers/${id}`)).status).toBe(200);
  });
});
