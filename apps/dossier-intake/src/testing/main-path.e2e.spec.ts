import {
  ApplicantChangedV1,
  CaseCompletedV1,
  CaseOpenedV1,
  CaseResultIssuedV1,
  CaseStartedV1,
  CaseStepChangedV1,
  DossierAcceptedV1,
  DossierReturnedV1,
  DossierSubmittedV1,
  sampleOf,
} from '@motcua/contracts';
import { Database, FileStore, firstBrokenLine, type HistoryLine, identityHash, openEnvelope } from '@motcua/platform';
import { chapters, eventually, pdfText } from '@motcua/testing';
import { Readable } from 'node:stream';
import { CITIZEN_ID, draftBody, type Intake, pdf, startIntake, uploadOf } from './intake.fixture.js';

const APPLICANT_REF = identityHash('identity-key-of-the-test-run-000000000', 'citizenId', CITIZEN_ID);

describe('the main path of a dossier, as a foreign system takes it', () => {
  const it = chapters();
  let intake: Intake;
  let id: string;
  let path: string;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.stop());

  it('starts as a draft that says which papers are missing', async () => {
    const { status, body, etag, headers } = await intake.citizen.post('/intake/v1/dossiers', draftBody());
    expect([status, etag]).toEqual([201, '"1"']);
    ({ id } = body);
    path = `/intake/v1/dossiers/${id}`;
    expect(headers.get('location')).toBe(path);
    expect(body).toMatchObject({
      status: 'draft',
      statusNumber: null,
      code: null,
      missing: ['DON-DE-NGHI', 'BAN-VE'],
      faults: [],
      variant: 'DEFAULT',
      allowedActions: ['edit', 'submit', 'delete'],
    });
  });

  it('takes files, each of which raises its ETag by one', async () => {
    const content = pdf('Đơn đề nghị');
    const form = await intake.citizen.post(
      `${path}/files?component=DON-DE-NGHI`,
      uploadOf(content, 'đơn.pdf', 'text/plain'),
    );
    expect([form.status, form.etag]).toEqual([201, '"2"']);
    expect(form.body).toMatchObject({
      component: 'DON-DE-NGHI',
      size: content.length,
      mediaType: 'application/pdf',
      name: 'đơn.pdf',
    });
    const drawing = await intake.upload(intake.citizen, id, 'BAN-VE');
    expect(drawing.etag).toBe('"3"');
    expect(await intake.get(intake.citizen, id)).toMatchObject({ etag: '"3"', missing: [] });
  });

  it('gets its code at submission, and a fee that is halved because it is online (R1, R16, R17)', async () => {
    const { status, body, etag } = await intake.citizen.post(`${path}/submission`, undefined, { ifMatch: '"3"' });
    expect([status, etag]).toEqual([201, '"4"']);
    expect(body).toMatchObject({
      code: 'H48.12-261123-0001',
      status: 'paymentRequired',
      statusNumber: 6,
      receptionDueAt: null,
      submittedBy: 'citizen',
      feeLines: [
        {
          base: 230_000,
          net: 115_000,
          reduction: { policy: 'QNG-ONLINE-50', basisPoints: 5000, legalBasis: 'Điều 2 Nghị quyết số 11/2022/NQ-HĐND' },
        },
      ],
    });
    const [submitted, changed] = await intake.published(id);
    expect(submitted).toMatchObject({
      type: DossierSubmittedV1.type,
      data: { code: body.code, status: 'paymentRequired', applicantRef: APPLICANT_REF, procedureVersion: 1 },
    });
    expect(changed?.data).toMatchObject({
      from: 'draft',
      to: 'paymentRequired',
      decidedBy: 'intake',
      holder: { agency: 'H48.12', agencyName: 'Sở Nông nghiệp và Môi trường' },
    });
  });

  it('tells the name and the contact only sealed, and keeps the number sealed', async () => {
    const [told] = await intake.published(APPLICANT_REF);
    expect(told?.type).toBe(ApplicantChangedV1.type);
    expect(openEnvelope('sealing-key-of-the-test-run-0000000000', told!.data)).toEqual({
      fullName: 'Nguyễn Thị Mẫu',
      email: 'mau@example.test',
      phone: '+84900000001',
      // The office's tracking book (form 07) has it; this applicant gave none.
      address: null,
      language: 'vi',
    });
    const rows = await intake.system.sql<{ all: string }>(
      `SELECT (SELECT json_agg(d) FROM intake.dossier d)::text || (SELECT json_agg(o) FROM intake.outbox o)::text || (SELECT json_agg(h) FROM intake.history h)::text AS all`,
    );
    expect(rows[0]?.all).not.toContain(CITIZEN_ID);
    const open = await intake.system.sql<{ all: string }>(
      `SELECT (SELECT json_agg(o) FROM intake.outbox o)::text || (SELECT json_agg(h) FROM intake.history h)::text AS all`,
    );
    expect(open[0]?.all).not.toContain('Nguyễn Thị Mẫu');
    expect((await intake.get(intake.citizen, id)).applicant).toMatchObject({
      identity: { type: 'citizenId', number: CITIZEN_ID },
    });
  });

  it('is registered when it is paid, and its 8 working hours start with the payment (R6)', async () => {
    await intake.pay(id, { paidAt: '2026-11-23T09:30:00+07:00' });
    expect(await intake.until(id, 'registered')).toBe('"5"');
    // 5½ hours are left of Monday; Tuesday 24 November is a public holiday; 2½ hours of Wednesday.
    expect((await intake.get(intake.citizen, id)).receptionDueAt).toBe('2026-11-25T09:30:00+07:00');
  });

  it('is accepted with two due dates, of which the promised one is a fifth sooner (R3, R17, R18)', async () => {
    intake.system.clock.moveTo(Temporal.Instant.from('2026-11-25T08:10:00+07:00'));
    const { status, body, etag } = await intake.clerk.post(`${path}/acceptance`, {}, { ifMatch: '"5"' });
    expect([status, etag]).toEqual([201, '"6"']);
    expect(body).toMatchObject({
      status: 'accepted',
      versionDifference: null,
      provisional: false,
      cashReceiptNumber: null,
    });
    // 7 days of 8 hours from 08:10 on a Wednesday; four fifths of them are 44 hours 48 minutes.
    expect(body.acceptedAt).toMatch(/^2026-11-25T08:10:0/);
    expect(body.statutoryDueAt).toMatch(/^2026-12-04T08:10:0/);
    expect(body.promisedDueAt).toMatch(/^2026-12-02T14:58:0/);
    const accepted = (await intake.published(id)).find(({ type }) => type === DossierAcceptedV1.type);
    expect(accepted?.data).toMatchObject({
      acceptedBy: { subject: 'clerk', name: 'Nguyễn Văn Mẫu' },
      statutoryDueAt: body.statutoryDueAt,
      promisedDueAt: body.promisedDueAt,
      term: { amount: 7, unit: 'workingDay' },
      reduction: { policy: 'QNG-TERM-20', basisPoints: 2000 },
      calendar: { code: 'VN', revision: 1 },
      files: [{ component: 'DON-DE-NGHI' }, { component: 'BAN-VE' }],
      results: [{ code: 'GIAY-CHUNG-NHAN' }],
    });
  });

  it('prints the appointment slip on paper and as JSON (form 01, R15)', async () => {
    const printed = await fetch(`${intake.system.url}${path}/forms/01`, {
      headers: {
        authorization: `Bearer ${await intake.system.issuer.token({ sub: 'citizen', roles: ['citizen'], citizen_id: CITIZEN_ID })}`,
      },
    });
    expect(printed.headers.get('content-type')).toBe('application/pdf');
    expect(printed.headers.get('content-disposition')).toContain('H48.12-261123-0001-mau-01.pdf');
    const paper = Buffer.from(await printed.arrayBuffer());
    expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    const text = pdfText(paper);
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
      'UBND TỈNH QUẢNG NGÃI',
      'H48.12-261123-0001',
      'Nguyễn Thị Mẫu',
      'Đơn đề nghị',
      'Bản vẽ',
      '7 ngày làm việc',
      '14 giờ 58 phút, ngày 02 tháng 12 năm 2026',
      '115.000 đồng',
      'Nguyễn Văn Mẫu',
    ])
      expect(text.replaceAll(' ', '')).toContain(words.replaceAll(' ', ''));
    const { body } = await intake.citizen.get(`${path}/forms/01`, { headers: { accept: 'application/json' } });
    expect(body).toMatchObject({
      form: '01',
      term: '7 ngày làm việc',
      reduction: { percent: '20%' },
      total: 115_000,
      components: [
        { code: 'DON-DE-NGHI', files: 1 },
        { code: 'BAN-VE', files: 1 },
      ],
    });
    expect((await intake.citizen.get(`${path}/forms/01`, { headers: { accept: 'text/html' } })).status).toBe(406);
    expect((await intake.citizen.get(`${path}/forms/03`)).body).toMatchObject({
      status: 409,
      code: 'DOSSIER.FORM_NOT_AVAILABLE',
    });
    expect((await intake.citizen.get(`${path}/forms/09`)).status).toBe(404);
  });

  it('follows its case to the result, and shows who holds it (R19)', async () => {
    const { foreign, get } = intake.system;
    const file = await get('intake', FileStore).put(Readable.from([Buffer.from(pdf('Giấy chứng nhận'))]), {
      maxBytes: 1_000_000,
    });
    await foreign.deliver(CaseOpenedV1, id, { ...sampleOf(CaseOpenedV1), dossierId: id, agency: 'H48.12' });
    await foreign.deliver(CaseStartedV1, id, {
      ...sampleOf(CaseStartedV1),
      dossierId: id,
      agency: 'H48.12',
      startedAt: '2026-11-25T09:00:00+07:00',
    });
    await foreign.deliver(CaseStepChangedV1, id, {
      ...sampleOf(CaseStepChangedV1),
      dossierId: id,
      agency: 'H48.12',
      step: { code: 'DUYET', name: 'Duyệt' },
      officer: { subject: 'leader', name: 'Lê Văn Mẫu' },
    });
    await intake.until(id, 'processing');
    const held = await eventually(async () => {
      const { body } = await intake.system.anonymous().get('/intake/v1/tracking/H48.12-261123-0001');
      return body.step === 'Duyệt' && body;
    });
    expect(held).toMatchObject({
      status: 'processing',
      statusName: 'đang xử lý',
      holderAgency: 'Sở Nông nghiệp và Môi trường',
      holderOfficer: 'Lê Văn Mẫu',
      dueAt: expect.stringMatching(/^2026-12-02T14:58/),
    });
    await foreign.deliver(CaseResultIssuedV1, id, {
      ...sampleOf(CaseResultIssuedV1),
      dossierId: id,
      file: { ...file, mediaType: 'application/pdf', name: 'giấy.pdf' },
    });
    await foreign.deliver(CaseCompletedV1, id, {
      ...sampleOf(CaseCompletedV1),
      dossierId: id,
      completedAt: '2026-12-02T15:00:00+07:00',
    });
    await intake.until(id, 'processed');
    expect(await intake.get(intake.citizen, id)).toMatchObject({
      statusSince: '2026-12-02T15:00:00+07:00',
      outcome: 'granted',
      results: [{ sha256: file.sha256 }],
    });
  });

  it('is returned by post, and ends', async () => {
    const { etag } = await intake.get(intake.clerk, id);
    const { status, body } = await intake.clerk.post(
      `${path}/return`,
      { method: 'post', trackingNumber: 'VN0001' },
      { ifMatch: etag },
    );
    expect([status, body.status, body.allowedActions]).toEqual([201, 'returned', ['undoReturn']]);
    expect((await intake.published(id)).find(({ type }) => type === DossierReturnedV1.type)?.data).toMatchObject({
      method: 'post',
      trackingNumber: 'VN0001',
      returnedBy: { subject: 'clerk' },
    });
    expect(await intake.statuses(id)).toEqual([
      'draft→paymentRequired',
      'paymentRequired→registered',
      'registered→accepted',
      'accepted→processing',
      'processing→processed',
      'processed→returned',
    ]);
  });

  it('keeps who did what in a chain', async () => {
    const first = await intake.citizen.get(`${path}/history?limit=5`);
    const rest = await intake.citizen.get(`${path}/history?cursor=${first.body.next}`);
    const lines = [...first.body.items, ...rest.body.items];
    expect(lines.map(({ action }: { action: string }) => action)).toEqual([
      'drafted',
      'fileAttached',
      'fileAttached',
      'submitted',
      'paid',
      'accepted',
      'caseOpened',
      'caseStarted',
      'caseStepChanged',
      'resultIssued',
      'caseCompleted',
      'returned',
    ]);
    lines.forEach((line, index) =>
      expect([line.n, line.previousHash]).toEqual([index + 1, lines[index - 1]?.hash ?? '0'.repeat(64)]),
    );
    expect(rest.body.next).toBeNull();
    const rows = await intake.system
      .get('intake', Database)
      .query<HistoryLine>('SELECT * FROM history WHERE aggregate = $1 ORDER BY n', [`dossier/${id}`]);
    const key = 'history-key-of-the-test-run-0000000000';
    expect(firstBrokenLine(key, rows)).toBeUndefined();
    expect(firstBrokenLine(key, rows.with(4, { ...rows[4]!, actor: 'someone-else' }))).toBe(5);
  });

  it("leaves papers and result in the applicant's store, to be reused (R20)", async () => {
    const { body } = await intake.citizen.get('/intake/v1/applicant-store');
    expect(body.items.map(({ kind, code }: { kind: string; code: string }) => `${kind} ${code}`).sort()).toEqual([
      'paper BAN-VE',
      'paper DON-DE-NGHI',
      `result ${sampleOf(CaseResultIssuedV1).resultCode}`,
    ]);
    const result = body.items.find(({ kind }: { kind: string }) => kind === 'result');
    expect((await intake.citizen.get(`/intake/v1/files/${result.id}/content`)).text).toContain('Giấy chứng nhận');
    expect((await intake.otherCitizen.get(`/intake/v1/files/${result.id}/content`)).status).toBe(404);
    expect((await intake.otherCitizen.get('/intake/v1/applicant-store')).body).toEqual({ items: [], next: null });

    const draft = await intake.draft(intake.citizen, {}, ['DON-DE-NGHI']);
    const reused = await intake.citizen.post(`/intake/v1/dossiers/${draft.id}/files`, {
      fromStore: result.id,
      component: 'BAN-VE',
    });
    expect([reused.status, reused.etag]).toEqual([201, '"3"']);
    expect(reused.body).toMatchObject({ fromStore: result.id, sha256: result.sha256 });
    expect(
      (await intake.citizen.post(`/intake/v1/dossiers/${draft.id}/submission`, undefined, { ifMatch: '"3"' })).status,
    ).toBe(201);

    const foreign = await intake.draft(
      intake.otherCitizen,
      {
        applicant: {
          kind: 'citizen',
          identity: { type: 'citizenId', number: '051199000024' },
          fullName: 'Trần Văn Mẫu',
        },
      },
      [],
    );
    const stolen = await intake.otherCitizen.post(`/intake/v1/dossiers/${foreign.id}/files`, {
      fromStore: result.id,
      component: 'BAN-VE',
    });
    expect(stolen.body).toMatchObject({ status: 422, code: 'STORE.ITEM_UNKNOWN' });
  });
});
