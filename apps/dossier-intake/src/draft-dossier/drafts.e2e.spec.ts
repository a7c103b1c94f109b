import { AgencyChangedV1, ProcedureVersionAnnouncedV1, sampleOf, TariffChangedV1 } from '@motcua/contracts';
import { eventually } from '@motcua/testing';
import { CITIZEN_ID, draftBody, type Intake, procedure, startIntake, tariffLine } from '../testing/intake.fixture.js';

const pointers = (body: { errors?: { pointer: string }[] }): string[] =>
  (body.errors ?? []).map(({ pointer }) => pointer).sort();

describe('a draft', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.stop());

  const create = (change: Record<string, unknown> = {}, client = intake.citizen) =>
    client.post('/intake/v1/dossiers', draftBody(change));

  it('tells every field of the wrong shape at once, with pointers', async () => {
    const { status, body } = await create({
      channel: 'fax',
      applicant: { kind: 'ghost', identity: { type: 'citizenId' }, fullName: '' },
      delivery: null,
      formData: 'x',
      colour: 'red',
    });
    expect([status, body.code]).toEqual([422, 'REQUEST.INVALID']);
    expect(new Set(pointers(body))).toEqual(
      new Set([
        '/applicant/fullName',
        '/applicant/identity/number',
        '/applicant/kind',
        '/channel',
        '/colour',
        '/delivery',
        '/formData',
      ]),
    );
  });

  it('tells everything that cannot be at once, with pointers', async () => {
    const applicant = {
      kind: 'citizen',
      identity: { type: 'citizenId', number: '000199000017' },
      fullName: 'A',
      phone: 'none',
      email: 'nobody',
    };
    const { status, body } = await create({
      applicant,
      receivingAgency: 'H48.77',
      competentAgency: 'H48.04',
      variant: 'NONE',
      delivery: { method: 'post' },
    });
    expect([status, body.code]).toEqual([422, 'DOSSIER.INPUT_INVALID']);
    expect(pointers(body)).toEqual([
      '/applicant/email',
      '/applicant/identity/number',
      '/applicant/phone',
      '/competentAgency',
      '/delivery/address',
      '/receivingAgency',
      '/variant',
    ]);
  });

  it.each([
    ['has too few digits', { type: 'citizenId', number: '12345' }],
    ['is of no province', { type: 'citizenId', number: '099199000017' }],
    ['is of someone not yet born', { type: 'citizenId', number: '0513'.padEnd(12, '9') }],
    ['is a tax code of a citizen', { type: 'taxCode', number: '0100109106' }],
    ['is a passport without digits', { type: 'passport', number: 'ABCDEFG' }],
  ])('refuses an identity number that %s', async (_, identity) => {
    const { body } = await create({ applicant: { kind: 'citizen', identity, fullName: 'Nguyễn Thị Mẫu' } });
    expect(body).toMatchObject({
      status: 422,
      code: 'DOSSIER.INPUT_INVALID',
      errors: [{ pointer: expect.stringMatching(/^\/applicant\/identity/) }],
    });
    expect(JSON.stringify(body)).not.toContain(identity.number);
  });

  it.each([
    ['is unknown', '9.999999', 'unknown'],
    ['is not in force yet', '2.000003', 'notYet'],
  ])('refuses a procedure that %s', async (_, procedureCode, reason) => {
    expect((await create({ procedureCode })).body).toMatchObject({
      status: 422,
      code: 'DOSSIER.PROCEDURE_NOT_IN_FORCE',
      reason,
      errors: [{ pointer: '/procedureCode' }],
    });
  });

  it('refuses to go online where the procedure only informs', async () => {
    expect((await create({ procedureCode: '2.000002' })).body).toMatchObject({
      code: 'DOSSIER.INPUT_INVALID',
      errors: [{ pointer: '/channel', code: 'DOSSIER.CHANNEL_NOT_OFFERED' }],
    });
  });

  it('refuses an agency that was closed', async () => {
    expect((await create({ receivingAgency: 'H48.99' })).body).toMatchObject({
      errors: [{ pointer: '/receivingAgency', code: 'DOSSIER.AGENCY_UNKNOWN' }],
    });
  });

  it('goes to who took the place of an agency that was closed: in a new draft, in one that was begun before, and in competence (R23)', async () => {
    const { foreign } = intake.system;
    const heir = {
      ...sampleOf(AgencyChangedV1),
      code: 'H48.98',
      legacyCode: '000.00.98.H48',
      name: 'Sở Mới',
      level: 'department',
      parent: 'H48',
      ancestors: ['H48', 'H48.98'],
      calendar: null,
      active: true,
    } as const;
    const old = { ...heir, code: 'H48.97', legacyCode: '000.00.97.H48', name: 'Sở Cũ', ancestors: ['H48', 'H48.97'] };
    await foreign.deliver(AgencyChangedV1, heir.code, heir);
    await foreign.deliver(AgencyChangedV1, old.code, old);
    const code = '2.000009';
    await foreign.deliver(ProcedureVersionAnnouncedV1, code, procedure({ code, competentAgencies: ['H48.97'] }));
    const none = { ...tariffLine, variant: null, amount: 0 };
    await foreign.deliver(TariffChangedV1, code, { procedureCode: code, revision: 1, lines: [none] });
    const places = { procedureCode: code, receivingAgency: 'H48.97', competentAgency: 'H48.97' };
    await eventually(async () => (await create(places)).status === 201);
    const begun = await intake.draft(intake.citizen, places);
    await foreign.deliver(AgencyChangedV1, old.code, { ...old, active: false, revision: 2, successors: ['H48.98'] });
    await eventually(async () => (await create(places)).body.receivingAgency === 'H48.98');
    expect((await create(places)).body).toMatchObject({ receivingAgency: 'H48.98', competentAgency: 'H48.98' });
    const { body } = await intake.citizen.post(`/intake/v1/dossiers/${begun.id}/submission`, undefined, {
      ifMatch: begun.etag,
    });
    expect(body).toMatchObject({
      status: 'registered',
      receivingAgency: 'H48.98',
      competentAgency: 'H48.98',
      holder: { agency: 'H48.98' },
    });
    expect(body.code).toMatch(/^H48\.98-/);
    // One that was split has no one heir: who applies says which.
    await foreign.deliver(AgencyChangedV1, old.code, {
      ...old,
      active: false,
      revision: 3,
      successors: ['H48.98', 'H48.04'],
    });
    await eventually(async () => (await create(places)).status === 422);
    expect((await create({ ...places, receivingAgency: 'H48.04', competentAgency: 'H48.04' })).status).toBe(201);
  });

  it('takes agencies in their legacy form, and keeps the current one (R2)', async () => {
    const { body } = await create({ receivingAgency: '000.00.04.H48', competentAgency: '000.00.12.H48' });
    expect(body).toMatchObject({ receivingAgency: 'H48.04', competentAgency: 'H48.12' });
  });

  it('is received by any office of the province, and decided by the competent one (R23)', async () => {
    expect(
      (await create({ receivingAgency: 'H48.04', competentAgency: 'H48.12', channel: 'counter' }, intake.otherClerk))
        .body,
    ).toMatchObject({ submissionAgency: 'H48.04' });
    expect((await create({ channel: 'counter' }, intake.otherClerk)).body).toMatchObject({
      submissionAgency: 'H48.04',
      receivingAgency: 'H48.12',
    });
    const elsewhere = { channel: 'counter', submissionAgency: 'H48.12' };
    const others = await create(elsewhere, intake.otherClerk);
    expect(others.body).toMatchObject({ status: 403, code: 'DOSSIER.AGENCY_NOT_YOURS' });
  });

  it('is entered by the office where it comes to a counter or by post', async () => {
    expect((await create({ channel: 'counter' })).body).toMatchObject({
      errors: [{ pointer: '/channel', code: 'DOSSIER.CHANNEL_NOT_YOURS' }],
    });
    expect((await create({ channel: 'post' }, intake.clerk)).body).toMatchObject({
      channel: 'post',
      submissionAgency: 'H48.12',
    });
  });

  it("keeps the national portal's code beside ours, given by a system and by no citizen (R22)", async () => {
    const system = await intake.system.as({ sub: 'portal', roles: ['agency-system'], agency: 'H48' });
    expect((await create({ portalCode: 'G22.99.99-1' }, system)).body).toMatchObject({ portalCode: 'G22.99.99-1' });
    expect((await create({ portalCode: 'G22.99.99-1' })).body).toMatchObject({
      errors: [{ pointer: '/portalCode', code: 'DOSSIER.PORTAL_CODE_NOT_YOURS' }],
    });
  });

  it('says what of its form data will not do yet, in the language asked for', async () => {
    const body = draftBody({ formData: { soDienThoai: 'x', mauSac: 'đỏ' } });
    const vi = await intake.citizen.post('/intake/v1/dossiers', body);
    expect(vi.status).toBe(201);
    expect(vi.body.faults.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/formData/mauSac',
      '/formData/soDienThoai',
      '/formData/tenCoSo',
    ]);
    expect(vi.body.faults).toContainEqual({
      pointer: '/formData/tenCoSo',
      code: 'FORM.REQUIRED',
      detail: 'Thiếu thông tin bắt buộc.',
    });
    const en = await intake.citizen.post('/intake/v1/dossiers', body, { headers: { 'accept-language': 'en' } });
    expect(en.body.faults).toContainEqual({
      pointer: '/formData/tenCoSo',
      code: 'FORM.REQUIRED',
      detail: "It must have required property 'tenCoSo'.",
    });
  });

  it('keeps what its form says sealed, whole', async () => {
    const { body: draft } = await create({ formData: { tenCoSo: 'Cơ sở Kín', soDienThoai: '0900000001' } });
    const [kept] = await intake.system.sql<{ form: unknown }>(
      `SELECT form_data AS form FROM intake.dossier WHERE id = '${draft.id}'`,
    );
    expect(kept?.form).toMatch(/^[A-Za-z0-9+/]+=*$/);
    const { formData } = await intake.get(intake.citizen, draft.id);
    expect(formData).toEqual({ tenCoSo: 'Cơ sở Kín', soDienThoai: '0900000001' });
  });

  describe('is changed by a merge patch', () => {
    const patch = (
      id: string,
      body: unknown,
      ifMatch: string | undefined,
      contentType = 'application/merge-patch+json',
      client = intake.citizen,
    ) =>
      client.send('PATCH', `/intake/v1/dossiers/${id}`, {
        body,
        ...(ifMatch !== undefined && { ifMatch }),
        headers: { 'content-type': contentType },
      });

    it.each(['application/merge-patch+json', 'application/json'])('sent as %s', async (contentType) => {
      const { id, etag } = await intake.draft(intake.citizen, {}, []);
      const {
        status,
        body,
        etag: next,
      } = await patch(
        id,
        { applicant: { email: null, phone: '0900000002' }, formData: { dienTich: 20, soDienThoai: null } },
        etag,
        contentType,
      );
      expect([status, next]).toEqual([200, '"2"']);
      expect(body).toMatchObject({
        applicant: { email: null, phone: '0900000002', fullName: 'Nguyễn Thị Mẫu', identity: { number: CITIZEN_ID } },
      });
      expect(body.formData).toEqual({ tenCoSo: 'Cơ sở Mẫu', dienTich: 20 });
    });

    it('all of it or nothing', async () => {
      const { id, etag } = await intake.draft(intake.citizen, {}, []);
      const refused = await patch(id, { applicant: { fullName: 'Đổi Tên' }, delivery: { method: 'pigeon' } }, etag);
      expect(refused.body).toMatchObject({
        status: 422,
        code: 'REQUEST.INVALID',
        errors: [{ pointer: '/delivery/method' }],
      });
      expect(await intake.get(intake.citizen, id)).toMatchObject({ etag, applicant: { fullName: 'Nguyễn Thị Mẫu' } });
      expect((await patch(id, { applicant: null }, etag)).body).toMatchObject({
        code: 'REQUEST.INVALID',
        errors: [{ pointer: '/applicant' }, ...[]],
      });
    });

    it('by whoever saw it as it is: 428 without If-Match, 412 with a stale one', async () => {
      const { id, etag } = await intake.draft(intake.citizen, {}, []);
      expect((await patch(id, { language: 'en' }, undefined)).body).toMatchObject({
        status: 428,
        code: 'REQUEST.PRECONDITION_REQUIRED',
      });
      expect((await patch(id, { language: 'en' }, etag)).status).toBe(200);
      expect((await patch(id, { language: 'vi' }, etag)).body).toMatchObject({
        status: 412,
        code: 'RESOURCE.CHANGED',
        currentETag: '"2"',
      });
      expect((await patch(id, { language: 'vi' }, '"2", "3"')).status).toBe(400);
    });

    it.each([
      ['a text', '"a text"'],
      ['a list', '[1]'],
      ['nothing', 'null'],
      ['a number', '7'],
    ])('that is an object: of %s it is told where the fault is', async (_, body) => {
      const { id, etag } = await intake.draft(intake.citizen, {}, []);
      expect((await patch(id, body, etag)).body).toMatchObject({
        status: 422,
        code: 'REQUEST.INVALID',
        errors: [{ pointer: '', code: 'IS_OBJECT' }],
      });
    });

    it('only while it is a draft, and never by another', async () => {
      const { id, etag } = await intake.submit();
      expect((await patch(id, { language: 'en' }, etag)).body).toMatchObject({
        status: 409,
        code: 'DOSSIER.ACTION_NOT_ALLOWED',
        action: 'edit',
        dossierStatus: 'paymentRequired',
        allowedActions: ['withdraw', 'changeContact'],
      });
      const draft = await intake.draft(intake.citizen, {}, []);
      expect((await patch(draft.id, { language: 'en' }, draft.etag, undefined, intake.otherCitizen)).status).toBe(404);
      expect((await patch(draft.id, { language: 'en' }, draft.etag, undefined, intake.clerk)).status).toBe(404);
    });
  });

  it("online is its author's alone: another person's, and an office's, look is answered 404", async () => {
    const { id } = await intake.draft(intake.citizen, {}, []);
    for (const client of [intake.otherCitizen, intake.clerk, intake.otherClerk])
      expect((await client.get(`/intake/v1/dossiers/${id}`)).body).toMatchObject({
        status: 404,
        code: 'RESOURCE.NOT_FOUND',
      });
  });
});
