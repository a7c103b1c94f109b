import { createHash } from 'node:crypto';
import { CITIZEN_ID, type Intake, startIntake } from '../testing/intake.fixture.js';

describe('the public tracking view', () => {
  let intake: Intake;
  let code: string;
  beforeAll(async () => {
    intake = await startIntake({ environment: { MOTCUA_TRACKING_PER_MINUTE: '40' } });
    ({ code } = await intake.registered({ procedureCode: '2.000001' }));
  });
  afterAll(() => intake.stop());

  const track = (text: string, language = 'vi') =>
    intake.system.anonymous().get(`/intake/v1/tracking/${text}`, { headers: { 'accept-language': language } });

  it('says where a dossier is, who holds it and until when, to anyone with its code (R19)', async () => {
    const { status, body } = await track(code);
    expect([status, body]).toEqual([
      200,
      {
        code,
        procedureName: 'Thủ tục không thu phí',
        status: 'registered',
        statusName: 'mới đăng ký',
        statusNumber: 1,
        statusSince: expect.any(String),
        holderAgency: 'Sở Nông nghiệp và Môi trường',
        holderOfficer: null,
        step: null,
        submittedAt: expect.any(String),
        receptionDueAt: expect.any(String),
        acceptedAt: null,
        dueAt: null,
        owed: 0,
        howToPay: null,
        otherDues: [],
        linked: [],
        results: [],
        dueAtNote: null,
        reason: null,
        reasonsHidden: false,
        asked: [],
        answerBy: null,
        outcome: null,
        collectAt: null,
      },
    ]);
    expect((await track(code, 'en')).body.statusName).toBe('registered');
  });

  it('says what is asked and until when to anyone, and why to who gives the applicant’s number (R19, R21)', async () => {
    const { id, etag, code: asked } = await intake.registered({ procedureCode: '2.000001' });
    const items = [
      { component: 'BAN-VE', reason: 'Bản vẽ chưa có chữ ký của người lập' },
      { name: 'Giấy ủy quyền của bà Trần Thị Mẫu', reason: 'Người nộp không phải là chủ hộ' },
    ];
    const request = await intake.clerk.post(
      `/intake/v1/dossiers/${id}/supplement-requests`,
      { items },
      { ifMatch: etag },
    );
    expect(request.status).toBe(201);
    expect((await track(asked)).body).toMatchObject({
      status: 'supplementRequired',
      reason: null,
      reasonsHidden: true,
      asked: [
        { what: expect.stringMatching(/^Bản vẽ/), reason: null },
        { what: null, reason: null },
      ],
      answerBy: expect.stringMatching(/^2026-12-08T/),
      collectAt: null,
    });
    const withNumber = (number: string) => intake.system.anonymous().post(`/intake/v1/tracking/${asked}`, { number });
    expect((await withNumber('123456789')).status).toBe(404);
    expect(await withNumber(CITIZEN_ID)).toMatchObject({
      status: 200,
      body: {
        reason: 'Bản vẽ chưa có chữ ký của người lập\nNgười nộp không phải là chủ hộ',
        reasonsHidden: false,
        asked: [
          { reason: 'Bản vẽ chưa có chữ ký của người lập' },
          { what: 'Giấy ủy quyền của bà Trần Thị Mẫu', reason: 'Người nộp không phải là chủ hộ' },
        ],
      },
    });
  });

  it('says nothing personal', async () => {
    const { text } = await track(code);
    for (const secret of ['Nguyễn Thị Mẫu', CITIZEN_ID, '0900000001', 'mau@example.test', 'đường Mẫu'])
      expect(text).not.toContain(secret);
  });

  it('takes a code with the legacy identifier for the same dossier (R2)', async () => {
    expect((await track(code.replace('H48.12', '000.00.12.H48'))).body.code).toBe(code);
  });

  it.each(['H48.12-261123-9999', 'H48.12', "' OR 1=1", '%25'])('knows nothing of %s', async (text) => {
    expect((await track(encodeURIComponent(text))).body).toMatchObject({ status: 404, code: 'RESOURCE.NOT_FOUND' });
  });

  describe('as a page at /tra-cuu', () => {
    const open = (path: string, language = 'vi') =>
      intake.system.anonymous().get(`/intake/tra-cuu${path}`, { headers: { 'accept-language': language } });

    it('shows where a dossier is to anyone, in both languages, without a script or anything personal (R19)', async () => {
      const { status, headers, text } = await open(`/${code}`);
      expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      const policy = headers.get('content-security-policy');
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; form-action 'self'; base-uri 'none'/,
      );
      const style = createHash('sha256')
        .update(/<style>([^]*)<\/style>/.exec(text)?.[1] ?? '')
        .digest('base64');
      expect(policy).toContain(style);
      expect(Buffer.byteLength(text)).toBeLessThan(100_000);
      expect(text).not.toMatch(/<script|<link|style=|onclick|src=|https?:/);
      for (const shown of [
        '<html lang="vi">',
        code,
        'Thủ tục không thu phí',
        'mới đăng ký',
        'Sở Nông nghiệp và Môi trường',
      ])
        expect(text).toContain(shown);
      for (const secret of ['Nguyễn Thị Mẫu', CITIZEN_ID, '0900000001', 'mau@example.test', 'đường Mẫu'])
        expect(text).not.toContain(secret);
      for (const english of [await open(`/${code}`, 'en'), await open(`?code=${code}&lang=en`)])
        expect(english.text).toContain('Status: registered');
    });

    it('says to who mistypes a code what to do, and takes what was typed for text only', async () => {
      expect(await open('')).toMatchObject({ status: 200, text: expect.stringContaining('name="code"') });
      const { status, text } = await open(`?code=${encodeURIComponent('"><script>alert(1)</script>')}`);
      expect(status).toBe(404);
      expect(text).toContain('Kiểm tra lại mã');
      expect(text).not.toContain('<script');
      expect((await open('/H48.12-261123-9999?lang=en')).text).toContain('Check the code');
    });

    it('shows what an officer wrote to who types the applicant’s number into its form (R21)', async () => {
      const { id, etag, code: asked } = await intake.registered({ procedureCode: '2.000001' });
      const items = [{ component: 'BAN-VE', reason: 'Bản vẽ của <b>bà Mẫu</b> chưa có chữ ký' }];
      await intake.clerk.post(`/intake/v1/dossiers/${id}/supplement-requests`, { items }, { ifMatch: etag });
      const typed = (number: string) => {
        const form = new FormData();
        form.append('number', number);
        return intake.system.anonymous().post(`/intake/tra-cuu/${asked}`, form, { idempotencyKey: null });
      };
      const { text } = await open(`/${asked}`);
      expect(text).toContain('name="number"');
      expect(text).toContain('ngày 08 tháng 12 năm 2026');
      expect(text).not.toContain('chưa có chữ ký');
      expect(text).toContain('không lưu gì trên máy');
      expect(await typed('123456789')).toMatchObject({ status: 404, text: expect.stringContaining('Không tìm thấy') });
      expect(await typed(CITIZEN_ID)).toMatchObject({
        status: 200,
        text: expect.stringContaining('Bản vẽ của &lt;b&gt;bà Mẫu&lt;/b&gt; chưa có chữ ký'),
      });
    });
  });

  it('is told to wait who asks too often', async () => {
    const answers = [];
    for (let n = 0; n < 40; n++) answers.push(await track(code));
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ code: 'REQUEST.TOO_MANY' });
    expect(refused?.headers.get('retry-after')).toBe('60');
    expect(await intake.system.anonymous().get(`/intake/tra-cuu/${code}`)).toMatchObject({
      status: 429,
      text: expect.stringContaining('đợi một phút'),
    });
  });
});
