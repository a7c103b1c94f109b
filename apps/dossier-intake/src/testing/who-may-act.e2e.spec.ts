import { CaseStartedV1, CaseStepChangedV1, DossierMessageSentV1, OfficerChangedV1, sampleOf } from '@motcua/contracts';
import { type ApiClient, eventually } from '@motcua/testing';
import { type Intake, startIntake } from './intake.fixture.js';

// Received by H48.04, decided by H48.12.
const PLACES = { procedureCode: '2.000001', receivingAgency: 'H48.04', competentAgency: 'H48.12' };
const WITHDRAWAL = { reason: 'Không còn nhu cầu' };

describe('who may act on a dossier, beside who may see it (R23)', () => {
  let intake: Intake;
  let receiving: ApiClient;
  let competent: ApiClient;
  beforeAll(async () => {
    intake = await startIntake();
    receiving = intake.otherClerk;
    competent = intake.clerk;
  });
  afterAll(() => intake.stop());

  const act = (client: ApiClient, id: string, action: string, body: unknown, ifMatch: string) =>
    client.post(`/intake/v1/dossiers/${id}/${action}`, body, { ifMatch });
  const accepted = async () => {
    const { id, etag } = await intake.registered(PLACES);
    expect((await act(receiving, id, 'acceptance', {}, etag)).status).toBe(201);
    const stepChanged = { ...sampleOf(CaseStepChangedV1), dossierId: id, agency: 'H48.12' };
    await intake.system.foreign.deliver(CaseStartedV1, id, { ...sampleOf(CaseStartedV1), dossierId: id });
    await intake.system.foreign.deliver(CaseStepChangedV1, id, { ...stepChanged, agenciesWithTask: ['H48.12'] });
    // Both are applied: the second changes the version, and no status.
    const { step } = stepChanged;
    await eventually(async () => (await intake.get(receiving, id)).holder.step === step?.name);
    return id;
  };
  /** As who asked at the counter signed it. */
  const signed = async (client: ApiClient, id: string) => {
    const { body, etag } = await intake.upload(client, id, 'VAN-BAN-DE-NGHI');
    return { etag, onBehalf: { askedBy: 'Nguyễn Thị Mẫu', signedRequest: body.id } };
  };

  it('an officer of several agencies reads and receives for each that the register names', async () => {
    const { id, etag } = await intake.registered(PLACES);
    const ofTwo = await intake.system.as({ sub: 'of-two', roles: ['clerk'], agency: 'H48.05', name: 'Cán bộ hai nơi' });
    expect((await ofTwo.get(`/intake/v1/dossiers/${id}`)).status).toBe(404);
    const registered = { ...sampleOf(OfficerChangedV1), subject: 'of-two', agencies: ['H48.05', 'H48.04'] };
    await intake.system.foreign.deliver(OfficerChangedV1, 'of-two', registered);
    await intake.system.foreign.deliver(OfficerChangedV1, 'of-two', registered);
    await eventually(async () => (await ofTwo.get(`/intake/v1/dossiers/${id}`)).status === 200);
    const { items } = (await ofTwo.get('/intake/v1/dossiers')).body;
    expect(items.map((one: { id: string }) => one.id)).toContain(id);
    expect((await act(ofTwo, id, 'acceptance', {}, etag)).status).toBe(201);
  });

  it('applicant and officers write to each other, for them alone, and no clock moves (R19)', async () => {
    const { id } = await intake.registered(PLACES);
    const path = `/intake/v1/dossiers/${id}/messages`;
    const before = await intake.get(intake.citizen, id);
    const asked = await intake.citizen.post(path, { text: 'Tôi có cần mang bản chính không?' });
    expect(asked).toMatchObject({ status: 201, body: { number: 1, fromApplicant: true, officerName: null } });
    expect((await intake.clerk.post(path, { text: 'Không cần.' })).body).toMatchObject({
      ...{ number: 2, fromApplicant: false, officerName: 'Nguyễn Văn Mẫu', text: 'Không cần.' },
    });
    await intake.citizen.post(path, { text: 'Cảm ơn 🙏.' });
    const read = async (client: ApiClient) =>
      (await client.get(path)).body.items.map((one: { text: string }) => one.text);
    expect(await read(competent)).toEqual(['Tôi có cần mang bản chính không?', 'Không cần.', 'Cảm ơn 🙏.']);
    expect(await read(intake.citizen)).toHaveLength(3);
    for (const answer of [await intake.otherCitizen.get(path), await intake.otherCitizen.post(path, { text: 'x' })])
      expect(answer.status).toBe(404);
    const cashier = await intake.system.as({ sub: 'cashier', roles: ['cashier'], agency: 'H48.04' });
    expect((await cashier.post(path, { text: 'x' })).status).toBe(403);
    const told = (await intake.published(id)).filter(({ type }) => type === DossierMessageSentV1.type);
    expect(told.map(({ data }) => data.tell)).toEqual([[], [], [expect.objectContaining({ name: 'Nguyễn Văn Mẫu' })]]);
    expect(JSON.stringify(told)).not.toContain('Không cần');
    const rows = await intake.system.sql('SELECT sealed FROM intake.dossier_message');
    expect(JSON.stringify(rows)).not.toContain('Không cần');
    expect(await intake.get(intake.citizen, id)).toMatchObject({
      etag: before.etag,
      receptionDueAt: before.receptionDueAt,
    });
    const draft = await intake.draft(intake.citizen, {}, []);
    expect((await intake.citizen.post(`/intake/v1/dossiers/${draft.id}/messages`, { text: 'x' })).body).toMatchObject({
      code: 'DOSSIER.MESSAGE_NOT_POSSIBLE',
    });
  });

  it('the receiving office receives, and the competent agency only reads, singly and in bulk', async () => {
    const { id, etag } = await intake.registered(PLACES);
    const seen = await intake.get(competent, id);
    expect([seen.status, seen.allowedActions]).toEqual(['registered', []]);
    const item = { component: 'BAN-VE', reason: 'Thiếu chữ ký' };
    expect((await act(competent, id, 'acceptance', {}, etag)).status).toBe(404);
    expect((await act(competent, id, 'refusal', { reason: 'Không đủ', faults: [item] }, etag)).status).toBe(404);
    expect((await act(competent, id, 'supplement-requests', { items: [item] }, etag)).status).toBe(404);
    const bulk = await competent.post('/intake/v1/bulk-actions', { action: 'accept', items: [{ id, etag }] });
    expect(bulk.status).toBe(202);
    const path = bulk.headers.get('location') ?? '';
    const done = await eventually(async () => {
      const { body } = await competent.get(path);
      return body.state === 'finished' && body;
    });
    expect(done.counts).toMatchObject({ done: 0, refused: 1 });
    expect((await competent.get(`${path}/items`)).body.items[0].problem.status).toBe(404);
    expect((await intake.get(receiving, id)).allowedActions).toEqual([
      'accept',
      'refuse',
      'requestSupplement',
      'demandFee',
      'forward',
      'withdraw',
      'correct',
      'changeContact',
    ]);
    expect((await act(receiving, id, 'acceptance', {}, etag)).status).toBe(201);
  });

  it('an agency that is consulted neither withdraws nor completes a supplement for the citizen', async () => {
    const id = await accepted();
    await intake.system.foreign.deliver(CaseStepChangedV1, id, {
      ...sampleOf(CaseStepChangedV1),
      dossierId: id,
      agency: 'H48.12',
      agenciesWithTask: ['H48.12', 'H48.99'],
    });
    const consulted = await intake.system.as({ sub: 'consulted', roles: ['clerk'], agency: 'H48.99' });
    const { etag, allowedActions } = await eventually(async () => {
      const { status, body, etag: now } = await consulted.get(`/intake/v1/dossiers/${id}`);
      return status === 200 && { ...body, etag: now };
    });
    expect(allowedActions).toEqual([]);
    expect((await act(consulted, id, 'withdrawal', WITHDRAWAL, etag)).status).toBe(404);
    expect((await intake.upload(consulted, id, 'VAN-BAN-DE-NGHI')).status).toBe(404);
    expect((await act(competent, id, 'withdrawal', WITHDRAWAL, etag)).status).toBe(404);
  });

  it('an officer withdraws only with who asked and the signed request, which are kept', async () => {
    const id = await accepted();
    const { etag } = await intake.get(receiving, id);
    const bare = await act(receiving, id, 'withdrawal', WITHDRAWAL, etag);
    expect(bare).toMatchObject({ status: 422, body: { code: 'DOSSIER.INPUT_INVALID' } });
    expect(bare.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/askedBy', '/signedRequest']);
    const { etag: next, onBehalf } = await signed(receiving, id);
    const another = (await intake.get(receiving, id)).files[0].id;
    const wrongPaper = { ...WITHDRAWAL, ...onBehalf, signedRequest: another };
    expect((await act(receiving, id, 'withdrawal', wrongPaper, next)).body.errors).toMatchObject([
      { pointer: '/signedRequest' },
    ]);
    const { status, body } = await act(receiving, id, 'withdrawal', { ...WITHDRAWAL, ...onBehalf }, next);
    expect([status, body.withdrawalRequestedAt]).toEqual([202, expect.any(String)]);
    expect(body.officeRequests).toMatchObject([
      { action: 'withdraw', askedBy: 'Nguyễn Thị Mẫu', signedRequest: onBehalf.signedRequest, officer: 'Võ Văn Mẫu' },
    ]);
    const [row] = await intake.system.sql<{ kept: string }>(
      `SELECT office_requests::text AS kept FROM intake.dossier WHERE id = '${id}'`,
    );
    expect(row?.kept).not.toContain('Nguyễn');
  });

  it('an officer completes a supplement only so, too', async () => {
    const { id, etag } = await intake.registered(PLACES);
    const items = [{ component: 'BAN-VE', reason: 'Bản vẽ chưa có chữ ký' }];
    await act(receiving, id, 'supplement-requests', { items }, etag);
    await intake.upload(receiving, id, 'BAN-VE');
    const { etag: seen, onBehalf } = await signed(receiving, id);
    const path = 'supplement-requests/1/completion';
    expect((await act(receiving, id, path, {}, seen)).body.errors).toHaveLength(2);
    const { status, body } = await act(receiving, id, path, onBehalf, seen);
    expect([status, body.status]).toEqual([201, 'registered']);
    expect(body.officeRequests).toMatchObject([{ action: 'completeSupplement', askedBy: 'Nguyễn Thị Mẫu' }]);
  });

  it('a co-applicant follows online; who is authorised does what the authorisation covers, whose paper is there (R19, R23)', async () => {
    const spouse = { identity: { type: 'citizenId', number: '051099000024' }, fullName: 'Võ Văn Vợ Chồng' };
    const nephew = {
      identity: { type: 'citizenId', number: '051185000031' },
      fullName: 'Trịnh Văn Nộp Hộ',
      authorisation: 'Giấy ủy quyền số 12/2026',
      powers: ['supplement', 'withdraw'],
    };
    const authorised = await intake.system.as({ sub: 'nephew', roles: ['citizen'], citizen_id: '051185000031' });
    const parties = { coApplicants: [spouse], authorisedPerson: nephew };
    const draft = await intake.draft(receiving, { ...PLACES, channel: 'counter', ...parties });
    const missing = await act(receiving, draft.id, 'submission', undefined, draft.etag);
    expect(missing.body.errors).toMatchObject([
      { pointer: '/authorisedPerson', code: 'DOSSIER.POWER_OF_ATTORNEY_MISSING' },
    ]);
    const { etag: whole } = await intake.upload(receiving, draft.id, 'GIAY-UY-QUYEN');
    expect((await authorised.get(`/intake/v1/dossiers/${draft.id}`)).status).toBe(404);
    const submitted = await act(receiving, draft.id, 'submission', undefined, whole);
    expect(submitted.body).toMatchObject({ status: 'registered', ...parties });
    for (const client of [intake.otherCitizen, authorised, intake.citizen]) {
      const { items } = (await client.get('/intake/v1/dossiers')).body;
      expect(items.map((one: { id: string }) => one.id)).toContain(draft.id);
    }
    const found = await receiving.get('/intake/v1/dossiers?applicantId=051099000024');
    expect(found.body.items).toMatchObject([{ id: draft.id }]);
    const acceptance = await act(receiving, draft.id, 'acceptance', {}, submitted.etag);
    const slip = await intake.otherCitizen.get(`/intake/v1/dossiers/${draft.id}/forms/01`, {
      headers: { accept: 'application/json' },
    });
    expect(slip.body).toMatchObject({
      coApplicants: ['Võ Văn Vợ Chồng'],
      handedInBy: { fullName: 'Trịnh Văn Nộp Hộ', authorisation: 'Giấy ủy quyền số 12/2026' },
    });
    const withdraw = (client: ApiClient) => act(client, draft.id, 'withdrawal', WITHDRAWAL, acceptance.etag);
    expect((await withdraw(intake.otherCitizen)).status).toBe(404);
    const contact = await authorised.put(
      `/intake/v1/dossiers/${draft.id}/contact`,
      { phone: '0900000009' },
      { ifMatch: acceptance.etag },
    );
    expect(contact).toMatchObject({ status: 403, body: { code: 'DOSSIER.NOT_AUTHORISED' } });
    expect((await withdraw(authorised)).status).toBe(202);
    const [kept] = await intake.system.sql<{ text: string }>(
      `SELECT d::text || (SELECT string_agg(o.data::text, '') FROM intake.outbox o WHERE o.key = d.id::text) AS text
       FROM intake.dossier d WHERE d.id = $1::uuid`,
      [draft.id],
    );
    // Other services know them by what they are known by here, and by their parts.
    const [told] = await intake.system.sql<{ parties: object }>(
      `SELECT o.data -> 'parties' AS parties, d.party_refs FROM intake.outbox o JOIN intake.dossier d ON d.id::text = o.key
       WHERE d.id = $1::uuid AND o.type = 'vn.motcua.dossier.submitted.v1' AND d.party_refs = ARRAY(
         SELECT p ->> 'ref' FROM jsonb_array_elements(o.data -> 'parties') AS p)`,
      [draft.id],
    );
    expect(told?.parties).toMatchObject([
      { role: 'coApplicant', powers: [] },
      { role: 'authorisedPerson', powers: ['supplement', 'withdraw'] },
    ]);
    expect(kept?.text).not.toMatch(/Nộp Hộ|Vợ Chồng|051099000024/);
  });

  it('the applicant needs to prove nothing', async () => {
    const { id, etag } = await intake.registered(PLACES);
    const { status, body } = await act(intake.citizen, id, 'withdrawal', WITHDRAWAL, etag);
    expect([status, body.status, body.officeRequests]).toEqual([201, 'withdrawn', []]);
  });
});
