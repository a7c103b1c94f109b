import {
  ApplicantChangedV1,
  ApplicantNamedV1,
  ProcedureVersionAnnouncedV1,
  sampleOf,
  TariffChangedV1,
} from '@motcua/contracts';
import { openEnvelope, SealingConfig } from '@motcua/platform';
import { type ApiClient, type ApiResponse, eventually, type Json } from '@motcua/testing';
import { draftBody, type Intake, pdf, procedure, startIntake, tariffLine } from '../testing/intake.fixture.js';

const WITH_VARIANTS = '3.000001';
const WHY = { reason: 'Gõ sai khi nhập hồ sơ', askedBy: 'Chủ hồ sơ, tại quầy' };

describe('the correction of a submitted dossier', () => {
  let intake: Intake;

  beforeAll(async () => {
    intake = await startIntake();
    const [variant] = sampleOf(ProcedureVersionAnnouncedV1).variants;
    const variants = [
      { ...variant!, code: 'THUONG' },
      { ...variant!, code: 'LON' },
      { ...variant!, code: 'LAU', term: { amount: 20, unit: 'workingDay' as const } },
    ];
    const { foreign } = intake.system;
    const announced = procedure({ code: WITH_VARIANTS, competentAgencies: null, variants });
    await foreign.deliver(ProcedureVersionAnnouncedV1, WITH_VARIANTS, announced);
    const lines = [
      { ...tariffLine, amount: 100_000, variant: 'THUONG' },
      { ...tariffLine, amount: 300_000, variant: 'LON' },
    ];
    await foreign.deliver(TariffChangedV1, WITH_VARIANTS, { procedureCode: WITH_VARIANTS, revision: 1, lines });
    await eventually(async () => {
      const { status } = await intake.clerk.post('/intake/v1/dossiers', atCounter());
      return status === 201;
    });
  });
  afterAll(() => intake.stop());

  const atCounter = (change: object = {}): Record<string, unknown> =>
    draftBody({ procedureCode: WITH_VARIANTS, channel: 'counter', variant: 'THUONG', ...change });
  const correct = (id: string, etag: unknown, change: object, client: ApiClient = intake.clerk): Promise<ApiResponse> =>
    client.post(`/intake/v1/dossiers/${id}/corrections`, { ...WHY, ...change }, { ifMatch: String(etag) });
  const opened = async (key: string, type: string): Promise<Json> => {
    const { sealingKey } = intake.system.get('intake', SealingConfig);
    const found = (await intake.published(key)).filter((one) => one.type === type).at(-1);
    return openEnvelope(sealingKey, found!.data as never) as Json;
  };
  const told = async (id: string): Promise<Json> =>
    (await intake.published(id)).filter(({ type }) => type === 'vn.motcua.dossier.corrected.v1').at(-1)?.data ?? {};

  it('puts a name right after acceptance, keeps the former one with the reason and who asked, and tells the others', async () => {
    const { id, etag } = await intake.accepted();
    const answer = await correct(id, etag, { applicant: { fullName: 'Nguyễn Thị Mẫn', phone: '0900 000 009' } });
    expect([answer.status, answer.body.applicant.fullName, answer.body.corrections]).toEqual([
      201,
      'Nguyễn Thị Mẫn',
      1,
    ]);
    const { body } = await intake.citizen.get(`/intake/v1/dossiers/${id}/corrections`);
    expect(body.items).toMatchObject([
      {
        number: 1,
        correctedBy: 'Nguyễn Văn Mẫu',
        ...WHY,
        changes: [
          { field: '/applicant/fullName', before: 'Nguyễn Thị Mẫu', after: 'Nguyễn Thị Mẫn' },
          { field: '/applicant/phone', before: '+84900000001', after: '0900000009' },
        ],
      },
    ]);
    expect(await told(id)).toMatchObject({ number: 1, fields: ['/applicant/fullName', '/applicant/phone'] });
    expect(await opened(id, ApplicantNamedV1.type)).toMatchObject({ fullName: 'Nguyễn Thị Mẫn', phone: '0900000009' });
    const { applicantRef } = await told(id);
    expect(await opened(applicantRef as string, ApplicantChangedV1.type)).toMatchObject({ phone: '0900000009' });
    const slip = await intake.clerk.get(`/intake/v1/dossiers/${id}/forms/01`, {
      headers: { accept: 'application/json' },
    });
    expect(slip.body.applicant.fullName).toBe('Nguyễn Thị Mẫn');
  });

  it('names who applies too, and who hands in once the paper of the authorisation is there', async () => {
    const { id, etag } = await intake.accepted();
    const spouse = { identity: { type: 'citizenId', number: '051099000024' }, fullName: 'Võ Văn Mẫu' };
    const nephew = {
      identity: { type: 'citizenId', number: '051185000031' },
      fullName: 'Trịnh Văn Mẫu',
      authorisation: 'Giấy ủy quyền số 12/2026',
      powers: ['collect'],
    };
    const asked = { coApplicants: [spouse], authorisedPerson: nephew };
    expect((await correct(id, etag, asked)).body.errors).toMatchObject([{ pointer: '/authorisedPerson' }]);
    const { etag: next } = await intake.upload(intake.clerk, id, 'GIAY-UY-QUYEN');
    const { status, body, etag: corrected } = await correct(id, next, asked);
    expect([status, body.coApplicants, body.authorisedPerson]).toMatchObject([201, [spouse], nephew]);
    expect(await told(id)).toMatchObject({
      fields: ['/authorisedPerson', '/coApplicants'],
      parties: [
        { role: 'coApplicant', powers: [] },
        { role: 'authorisedPerson', powers: ['collect'] },
      ],
    });
    expect(await opened(id, ApplicantNamedV1.type)).toMatchObject(asked);
    expect((await intake.otherCitizen.get(`/intake/v1/dossiers/${id}`)).status).toBe(200);
    const alone = await correct(id, corrected, { coApplicants: [], authorisedPerson: null });
    expect([alone.body.coApplicants, alone.body.authorisedPerson]).toEqual([[], null]);
    expect((await intake.otherCitizen.get(`/intake/v1/dossiers/${id}`)).status).toBe(404);
  });

  it('keeps neither value where it can be read: not in the row, its events or its history', async () => {
    const { id, etag } = await intake.registered();
    await correct(id, etag, { applicant: { fullName: 'Trịnh Hoài Đặc Biệt' } });
    const rows = await intake.system.sql(
      `SELECT (SELECT string_agg(c::text, '') FROM intake.dossier_correction c WHERE dossier_id = $1)
         || (SELECT string_agg(o.data::text, '') FROM intake.outbox o WHERE key = $1::text) AS text`,
      [id],
    );
    const { body } = await intake.clerk.get(`/intake/v1/dossiers/${id}/history`);
    expect(JSON.stringify(rows) + JSON.stringify(body)).not.toContain('Trịnh Hoài');
    expect(body.items.at(-1)).toMatchObject({ action: 'corrected', detail: { fields: ['/applicant/fullName'] } });
  });

  it('gives a dossier that was entered under a wrong number to whom it belongs', async () => {
    const { id, etag } = await intake.registered({ procedureCode: '2.000001' });
    const identity = { type: 'citizenId', number: '051099000024' };
    expect((await intake.otherCitizen.get(`/intake/v1/dossiers/${id}`)).status).toBe(404);
    const wrong = await correct(id, etag, { applicant: { identity: { ...identity, number: '12' } } });
    expect(wrong.body).toMatchObject({
      code: 'DOSSIER.INPUT_INVALID',
      errors: [{ pointer: '/applicant/identity/number' }],
    });
    expect((await correct(id, etag, { applicant: { identity } })).status).toBe(201);
    expect((await intake.otherCitizen.get(`/intake/v1/dossiers/${id}`)).status).toBe(200);
  });

  it('takes what the one-stop kept of it out of the store of whom it does not belong to (R20)', async () => {
    const { id } = await intake.draft(intake.citizen, { procedureCode: '2.000001' }, []);
    await intake.upload(intake.citizen, id, 'DON-DE-NGHI', pdf('đơn chỉ có ở đây'));
    const ready = await intake.upload(intake.citizen, id, 'BAN-VE', pdf('bản vẽ chỉ có ở đây'));
    const path = `/intake/v1/dossiers/${id}`;
    const submitted = await intake.citizen.post(`${path}/submission`, undefined, { ifMatch: ready.etag });
    const { etag } = await intake.clerk.post(`${path}/acceptance`, {}, { ifMatch: submitted.etag });
    const papersOf = async (client: ApiClient): Promise<number> =>
      (await client.get('/intake/v1/applicant-store?limit=200')).body.items.filter(
        ({ dossierId }: Json) => dossierId === id,
      ).length;
    expect([await papersOf(intake.citizen), await papersOf(intake.otherCitizen)]).toEqual([2, 0]);
    const identity = { type: 'citizenId', number: '051099000024' };
    await correct(id, etag, { applicant: { identity } });
    expect([await papersOf(intake.citizen), await papersOf(intake.otherCitizen)]).toEqual([0, 2]);
  });

  it('says that the fee changes, and with what difference, before it is done (R16)', async () => {
    const { id, etag } = await intake.submit(intake.clerk, atCounter());
    const refused = await correct(id as string, etag, { variant: 'LON' });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'DOSSIER.CORRECTION_TO_CONFIRM', fee: { before: 100_000, after: 300_000 } },
    });
    const done = await correct(id as string, etag, { variant: 'LON', confirmed: true });
    expect(done).toMatchObject({ status: 201, body: { variant: 'LON', status: 'paymentRequired' } });
    expect((await told(id as string)).feeLines).toMatchObject([{ net: 300_000, collectedAt: 'beforeAcceptance' }]);
  });

  it('asks for the difference before the return where the former fee was paid', async () => {
    const { id } = await intake.submit(intake.clerk, atCounter());
    await intake.pay(id as string);
    const etag = await intake.until(id as string, 'registered');
    await correct(id as string, etag, { variant: 'LON', confirmed: true });
    expect((await told(id as string)).feeLines).toMatchObject([
      { net: 100_000, collectedAt: 'beforeAcceptance' },
      { net: 200_000, collectedAt: 'beforeReturn', name: 'Phần chênh lệch sau đính chính hồ sơ' },
    ]);
  });

  it('of an area by which the fee is measured shows the other fee first, asks for the difference, and takes it back, with the reason (R16)', async () => {
    const code = '3.000002';
    const { foreign } = intake.system;
    const measure = { field: 'dienTich', unit: 'm²', per: 1, minimum: 20_000, maximum: 900_000 };
    await foreign.deliver(ProcedureVersionAnnouncedV1, code, procedure({ code, competentAgencies: null }));
    const lines = [{ ...tariffLine, amount: 10_000, variant: null, measure }];
    await foreign.deliver(TariffChangedV1, code, { procedureCode: code, revision: 1, lines });
    const formData = { tenCoSo: 'Cơ sở Mẫu', soDienThoai: '0900000001', dienTich: 30 };
    const measured = draftBody({ procedureCode: code, channel: 'counter', formData });
    await eventually(async () => {
      const { body, status } = await intake.clerk.post('/intake/v1/dossiers', measured);
      return status === 201 && (await intake.get(intake.clerk, body.id))['quote']?.total === 300_000;
    });
    const { id } = (await intake.submit(intake.clerk, measured)) as { id: string };
    await intake.pay(id);
    const etag = await intake.until(id, 'registered');
    // Another field of the form changes no fee.
    const name = await correct(id, etag, { formData: { tenCoSo: 'Cơ sở Mới' } });
    expect(name.status).toBe(201);
    const refused = await correct(id, name.etag, { formData: { dienTich: 50 } });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'DOSSIER.CORRECTION_TO_CONFIRM', fee: { before: 300_000, after: 500_000 } },
    });
    const more = await correct(id, name.etag, { formData: { dienTich: 50 }, confirmed: true });
    expect(more.body).toMatchObject({ status: 'registered', owed: 200_000 });
    expect((await told(id)).feeLines).toMatchObject([
      { net: 300_000, collectedAt: 'beforeAcceptance' },
      { net: 200_000, collectedAt: 'beforeReturn' },
    ]);
    // Of one square metre the least is owed: what was paid beyond it is payment's to list for refund.
    const less = await correct(id, more.etag, { formData: { dienTich: 1 }, confirmed: true });
    expect(less.body).toMatchObject({ status: 'registered', owed: 0 });
    expect((await told(id)).feeLines).toMatchObject([{ net: 20_000, collectedAt: 'beforeAcceptance' }]);
    const { items } = (await intake.clerk.get(`/intake/v1/dossiers/${id}/corrections`)).body;
    expect(items.at(-1)).toMatchObject({ ...WHY, changes: [{ field: '/formData/dienTich', before: 50, after: 1 }] });
  });

  it('moves no term after the acceptance: a variant of another one is refused (R14)', async () => {
    const { id } = await intake.submit(intake.clerk, atCounter());
    const body = { cashReceiptNumber: 'BL-1' };
    const { etag: seen } = await intake.get(intake.clerk, id as string);
    const accepted = await intake.clerk.post(`/intake/v1/dossiers/${id}/acceptance`, body, { ifMatch: String(seen) });
    const refused = await correct(id as string, accepted.etag, { variant: 'LAU', confirmed: true });
    expect(refused.body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/variant', code: 'DOSSIER.TERM_DIFFERS' }],
    });
    const elsewhere = await correct(id as string, accepted.etag, { competentAgency: 'H48.04', confirmed: true });
    expect(elsewhere.body).toMatchObject({ errors: [{ code: 'DOSSIER.TOO_LATE_TO_CORRECT' }] });
  });

  it('checks what it changes by the rules of a submission, and changes all or nothing', async () => {
    const { id, etag } = await intake.registered();
    const change = { formData: { dienTich: -1, tenCoSo: null }, delivery: { method: 'post' } };
    const { body } = await correct(id, etag, change);
    expect([body.code, body.errors.map(({ pointer }: Json) => pointer).sort()]).toEqual([
      'DOSSIER.INPUT_INVALID',
      ['/delivery/address', '/formData/dienTich', '/formData/tenCoSo'],
    ]);
    expect((await correct(id, etag, {})).body).toMatchObject({ errors: [{ code: 'DOSSIER.NOTHING_CORRECTED' }] });
    expect((await correct(id, etag, { formData: { tenCoSo: 'Cơ sở Mới' } })).body.formData.tenCoSo).toBe('Cơ sở Mới');
  });

  it('is for the office that receives, not for the applicant or another office', async () => {
    const { id, etag } = await intake.registered();
    const change = { applicant: { fullName: 'Ai Đó' } };
    expect((await correct(id, etag, change, intake.citizen)).status).toBe(403);
    expect((await correct(id, etag, change, intake.otherClerk)).status).toBe(404);
    expect((await correct(id, '"99"', change)).status).toBe(412);
  });

  it('of contact and delivery is the applicant’s own to make, until the result is returned', async () => {
    const { id, etag } = await intake.accepted();
    const path = `/intake/v1/dossiers/${id}/contact`;
    const change = { phone: '0911111111', delivery: { method: 'counter' } };
    const answer = await intake.citizen.send('PUT', path, { body: change, ifMatch: etag });
    expect(answer).toMatchObject({
      status: 200,
      body: { applicant: { phone: '0911111111' }, delivery: { method: 'counter', address: null } },
    });
    expect((await intake.otherCitizen.send('PUT', path, { body: change, ifMatch: answer.etag })).status).toBe(404);
    const named = await intake.citizen.send('PUT', path, { body: { fullName: 'Khác' }, ifMatch: answer.etag });
    expect(named.body.code).toBe('REQUEST.INVALID');
  });

  it('forwards a dossier to the right office instead of refusing it; the clock of its reception goes on (R6, R23)', async () => {
    const { id, etag } = await intake.registered();
    const before = await intake.get(intake.clerk, id);
    const reason = 'Hồ sơ thuộc nơi tiếp nhận của Sở Tư pháp';
    const to = (receivingAgency: string) =>
      intake.clerk.post(`/intake/v1/dossiers/${id}/forwarding`, { receivingAgency, reason }, { ifMatch: etag });
    expect((await to('H48.77')).body).toMatchObject({ errors: [{ pointer: '/receivingAgency' }] });
    expect((await to('000.00.04.H48')).status).toBe(201);
    const seen = await intake.get(intake.otherClerk, id);
    expect(seen).toMatchObject({
      code: before['code'],
      receivingAgency: 'H48.04',
      holder: { agency: 'H48.04' },
      receptionDueAt: before['receptionDueAt'],
    });
    expect(await told(id)).toMatchObject({ fields: ['/receivingAgency'], receivingAgency: 'H48.04' });
    const { etag: next } = seen;
    const accepted = await intake.otherClerk.post(
      `/intake/v1/dossiers/${id}/acceptance`,
      {},
      { ifMatch: String(next) },
    );
    expect(accepted.status).toBe(201);
  });

  it('is not made of a draft or of a dossier that has ended', async () => {
    const draft = await intake.draft(intake.clerk, draftBody({ channel: 'counter' }), []);
    const change = { applicant: { fullName: 'Ai Đó' } };
    expect((await correct(draft.id, draft.etag, change)).body).toMatchObject({ status: 409, dossierStatus: 'draft' });
  });
});
