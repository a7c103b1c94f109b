import forge from 'node-forge';
import { holdsFor } from '../../signing/verify-detached.js';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pdfText, type TestSystem } from '@motcua/testing';
import {
  aPdf,
  caseOf,
  endStep,
  type Officers,
  officersOf,
  openNamedCase,
  published,
  startWorkflow,
  upload,
} from '../../testing/workflow.fixture.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MEBIBYTE = 1024 * 1024;

function sending(content: Uint8Array<ArrayBuffer> | string, name: string, type = 'application/pdf'): FormData {
  const form = new FormData();
  form.set('file', new Blob([content], { type }), name);
  return form;
}

describe('the results of a case', () => {
  let system: TestSystem;
  let officers: Officers;
  let path: string;
  let dossierId: string;
  const stored = async (): Promise<number> => {
    const entries = await readdir(join(system.folder, 'files'), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    return entries.filter((entry) => entry.isFile()).length;
  };

  beforeAll(async () => {
    system = await startWorkflow({ MOTCUA_FILE_MAX_BYTES: String(MEBIBYTE) });
    officers = await officersOf(system);
  });
  beforeEach(async () => {
    ({ dossierId } = await openNamedCase(system, officers.leader));
    path = `/workflow/v1/cases/${dossierId}`;
  });
  afterAll(() => system.stop());

  it.each<[string, () => FormData, number, string]>([
    ['a text that calls itself a PDF', () => sending('hello', 'result.pdf'), 415, 'FILE.TYPE_NOT_ALLOWED'],
    ['an empty file', () => sending('', 'result.pdf'), 422, 'FILE.EMPTY'],
    [
      'a file that is too large',
      () => sending(`%PDF-1.7\n${'x'.repeat(2 * MEBIBYTE)}`, 'result.pdf'),
      413,
      'FILE.TOO_LARGE',
    ],
    ['a PDF that is cut', () => sending('%PDF-1.7\nnothing of it', 'result.pdf'), 422, 'FILE.UNREADABLE'],
    [
      'a PDF that is damaged',
      () => sending('%PDF-1.7\nnothing of it\n%%EOF', 'result.pdf'),
      422,
      'CASE.RESULT_UNREADABLE',
    ],
    ['no file', () => new FormData(), 422, 'FILE.EXPECTED'],
  ])('takes no result from %s, and leaves nothing behind', async (_, form, status, code) => {
    const before = await stored();
    const answer = await officers.leader.post(`${path}/results`, form());
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await stored()).toBe(before);
    expect((await officers.leader.get(`${path}/results`)).body.items).toEqual([]);
  });

  it('takes JSON for no upload, and no upload without an idempotency key', async () => {
    expect(await officers.leader.post(`${path}/results`, {})).toMatchObject({
      status: 422,
      body: { code: 'FILE.EXPECTED' },
    });
    const form = upload(await aPdf());
    expect((await officers.leader.post(`${path}/results`, form, { idempotencyKey: null })).status).toBe(400);
  });

  it('stores an upload once for one key, and refuses another content under it', async () => {
    const key = `upload-${dossierId}`;
    const send = async (text: string) =>
      officers.leader.post(`${path}/results`, upload(await fixed(text)), { idempotencyKey: key });
    const fixed = async (text: string): Promise<Uint8Array<ArrayBuffer>> => (contents[text] ??= await aPdf(text));
    const contents: Record<string, Uint8Array<ArrayBuffer>> = {};
    expect((await send('one')).status).toBe(201);
    expect((await send('one')).headers.get('idempotent-replayed')).toBe('true');
    expect(await send('two')).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY.KEY_REUSED' } });
    expect((await officers.leader.get(`${path}/results`)).body.items).toHaveLength(1);
  });

  it('names its procedure’s results, and no others', async () => {
    const answer = await officers.leader.post(`${path}/results?resultCode=OTHER`, upload(await aPdf()));
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'CASE.RESULT_CODE_UNKNOWN',
        allowed: ['GIAY-CHUNG-NHAN', 'VAN-BAN-TRA-LOI'],
        errors: [{ pointer: '/resultCode' }],
      },
    });
    expect(await officers.leader.post(`${path}/results?colour=red`, upload(await aPdf()))).toMatchObject({
      status: 400,
    });
  });

  it('is nobody else’s, and nothing is stored for who may not see the case', async () => {
    const before = await stored();
    expect((await officers.outsider.post(`${path}/results`, upload(await aPdf()))).status).toBe(404);
    expect((await officers.outsider.get(`${path}/results`)).status).toBe(404);
    expect(await stored()).toBe(before);
  });

  it('lets a better file take the place of one that was not signed, and leaves the task’s ETag alone', async () => {
    const before = await caseOf(officers.leader, dossierId);
    await officers.leader.post(`${path}/results`, upload(await aPdf('draft')));
    await officers.leader.post(`${path}/results?name=Giấy chứng nhận (bản sửa)`, upload(await aPdf('better')));
    const { items } = (await officers.leader.get(`${path}/results`)).body;
    expect(items).toMatchObject([
      { n: 1, state: 'superseded' },
      { n: 2, state: 'draft', name: 'Giấy chứng nhận (bản sửa)' },
    ]);
    const after = await caseOf(officers.leader, dossierId);
    expect(after.body.currentTask.etag).toBe(before.body.currentTask.etag);
    expect(Number(JSON.parse(after.etag))).toBe(Number(JSON.parse(before.etag)) + 2);
  });

  it('can be printed here, signed, and downloaded whole or in part by its hash', async () => {
    for (const [officer, outcome] of [
      [officers.leader, 'forward'],
      [officers.specialist, 'forward'],
      [officers.leader, 'approve'],
    ] as const) {
      await endStep(officer, dossierId, outcome);
    }
    const faulty = await officers.leader.post(`${path}/generated-results`, { paragraphs: [], title: '' });
    expect(faulty.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      expect.arrayContaining(['/paragraphs', '/title']),
    );
    await officers.leader.post(`${path}/generated-results`, {
      paragraphs: ['Cơ sở của ông Nguyễn Văn Mẫu đủ điều kiện.'],
      number: '15/GCN',
      validUntil: '2031-12-31',
    });
    const past = await officers.leader.post(`${path}/results?validUntil=2026-11-24`, upload(await aPdf()));
    expect(past).toMatchObject({
      status: 422,
      body: { code: 'CASE.RESULT_VALIDITY_PAST', errors: [{ pointer: '/validUntil' }] },
    });
    expect((await endStep(officers.leader, dossierId, 'sign')).body.case.status).toBe('completed');
    const { body: result } = await officers.leader.get(`${path}/results/1`);
    const get = async (headers: Record<string, string> = {}): Promise<Response> => {
      const token = await system.issuer.token({ sub: 'leader', roles: ['leader'], agency: 'H48.12' });
      return fetch(`${system.url}${path}/results/1/content`, {
        headers: { authorization: `Bearer ${token}`, ...headers },
      });
    };
    const whole = await get();
    const content = Buffer.from(await whole.arrayBuffer());
    expect(createHash('sha256').update(content).digest('hex')).toBe(result.sha256);
    expect(whole.headers.get('etag')).toBe(`"${result.sha256}"`);
    const part = await get({ range: 'bytes=0-4' });
    expect([part.status, await part.text()]).toEqual([206, '%PDF-']);
    expect((await get({ 'if-none-match': `"${result.sha256}"` })).status).toBe(304);
    // It may be revoked once, by who may sign, for a reason that others hear; the file stays.
    const { etag: ifMatch } = await officers.leader.get(path);
    const revoke = (officer: typeof officers.leader, etag = ifMatch) =>
      officer.post(`${path}/results/1/revocation`, { reason: 'Cấp sai đối tượng' }, { ifMatch: etag });
    expect((await revoke(officers.specialist)).status).toBe(403);
    expect((await officers.leader.post(`${path}/results/1/revocation`, {}, { ifMatch })).body.errors[0]).toMatchObject({
      pointer: '/reason',
    });
    const revoked = await revoke(officers.leader);
    expect(revoked).toMatchObject({ status: 201, body: { state: 'revoked', revokedReason: 'Cấp sai đối tượng' } });
    expect(await revoke(officers.leader, revoked.etag)).toMatchObject({
      status: 409,
      body: { code: 'CASE.RESULT_NOT_ISSUED', resultState: 'revoked' },
    });
    const told = (await published(system, dossierId)).filter(({ type }) => type.startsWith('result-'));
    expect(told).toMatchObject([
      { type: 'result-issued', data: { validUntil: '2031-12-31' } },
      { type: 'result-revoked', data: { number: '15/GCN', sha256: result.sha256, reason: 'Cấp sai đối tượng' } },
    ]);
    const again = await officers.leader.post(`${path}/results`, upload(await aPdf()));
    expect(again).toMatchObject({ status: 409, body: { code: 'CASE.ACTION_NOT_ALLOWED', caseStatus: 'completed' } });
    // What is signed once is not taken for a draft of another case.
    const { dossierId: other } = await openNamedCase(system, officers.leader);
    const signed = await officers.leader.post(`/workflow/v1/cases/${other}/results`, upload(new Uint8Array(content)));
    expect(signed).toMatchObject({ status: 422, body: { code: 'CASE.RESULT_SIGNED' } });
  });

  it.each<[string, string, string]>([
    ['XML that is cut', '<?xml version="1.0"?><ketQua><so>15</so>', 'CASE.RESULT_UNREADABLE'],
    ['XML that would pull something in', '<?xml version="1.0"?><!DOCTYPE a SYSTEM "x"><a/>', 'CASE.RESULT_UNREADABLE'],
  ])('takes no %s', async (_, content, code) => {
    const answer = await officers.leader.post(`${path}/results`, sending(content, 'ket-qua.xml', 'application/xml'));
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('is signed beside it where it is no PDF: the file stays as it is, and its .p7s is verified by anyone (R20)', async () => {
    for (const [officer, outcome] of [
      [officers.leader, 'forward'],
      [officers.specialist, 'forward'],
      [officers.leader, 'approve'],
    ] as const) {
      await endStep(officer, dossierId, outcome);
    }
    const xml = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- Kết quả -->\n<ketQua><so>15/GCN</so></ketQua>\n';
    const added = await officers.leader.post(`${path}/results`, sending(xml, 'ket-qua.xml', 'application/xml'));
    expect([added.status, added.body.mediaType]).toEqual([201, 'application/xml']);
    expect((await officers.leader.get(`${path}/results/1/signature`)).status).toBe(404);
    expect((await endStep(officers.leader, dossierId, 'sign')).body.case.status).toBe('completed');
    const { body: result } = await officers.leader.get(`${path}/results/1`);
    const sha256 = createHash('sha256').update(xml).digest('hex');
    expect(result).toMatchObject({ sha256, signatureFormat: 'cms.detached', state: 'signed' });
    const token = await system.issuer.token({ sub: 'leader', roles: ['leader'], agency: 'H48.12' });
    const answer = await fetch(`${system.url}${path}/results/1/signature`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const cms = Buffer.from(await answer.arrayBuffer());
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      'application/pkcs7-signature',
      expect.stringContaining('filename="ket-qua.xml.p7s"'),
    ]);
    expect(createHash('sha256').update(cms).digest('hex')).toBe(result.signatureSha256);
    // What OpenSSL makes of it: `cms -verify -binary -inform DER -content ket-qua.xml -in ket-qua.xml.p7s`.
    const message = forge.pkcs7.messageFromAsn1(forge.asn1.fromDer(cms.toString('binary')));
    const certificate = forge.pki.certificateToPem((message as forge.pkcs7.PkcsSignedData).certificates[0]!);
    expect([holdsFor(Buffer.from(xml), cms, certificate), holdsFor(Buffer.from(`${xml} `), cms, certificate)]).toEqual([
      true,
      false,
    ]);
    const told = (await published(system, dossierId)).filter(({ type }) => type === 'result-issued');
    expect(told).toMatchObject([
      {
        data: {
          file: { sha256, mediaType: 'application/xml' },
          signature: {
            sha256: result.signatureSha256,
            mediaType: 'application/pkcs7-signature',
            name: 'ket-qua.xml.p7s',
          },
        },
      },
    ]);
  });

  it('prints the number that the register gives it, in the agency’s own form, and no number twice', async () => {
    const forms = [{ form: '{number}/KQ-SNNMT' }, { resultCode: 'GIAY-CHUNG-NHAN', form: '{number}/GCN-SNNMT' }];
    const set = (form: string) => officers.admin.put('/workflow/v1/document-forms/H48.12', { forms: [{ form }] });
    expect((await set('GCN-SNNMT')).body.errors).toMatchObject([{ pointer: '/forms/0/form', code: 'FORM_INVALID' }]);
    const kept = await officers.admin.put('/workflow/v1/document-forms/000.00.12.H48', { forms });
    expect(kept).toMatchObject({ status: 201, body: { agency: 'H48.12' } });
    const print = (dossier: string, more: object = {}) =>
      officers.leader.post(`/workflow/v1/cases/${dossier}/generated-results`, {
        paragraphs: ['Đủ điều kiện.'],
        ...more,
      });
    const [second, third] = [
      await openNamedCase(system, officers.leader),
      await openNamedCase(system, officers.leader),
    ];
    const made = await print(dossierId);
    expect(made).toMatchObject({ status: 201, body: { number: '01/GCN-SNNMT' } });
    // A better file keeps the number; another case has the next one, at the same time too.
    expect((await print(dossierId)).body.number).toBe('01/GCN-SNNMT');
    const both = await Promise.all([print(second.dossierId), print(third.dossierId)]);
    expect(both.map(({ body }) => body.number).sort()).toEqual(['02/GCN-SNNMT', '03/GCN-SNNMT']);
    expect((await print(dossierId, { resultCode: 'VAN-BAN-TRA-LOI' })).body.number).toBe('01/KQ-SNNMT');
    const taken = await print(third.dossierId, { number: '1/GCN-SNNMT' });
    expect(taken).toMatchObject({
      status: 409,
      body: { code: 'CASE.DOCUMENT_NUMBER_TAKEN', year: 2026, errors: [{ pointer: '/number' }] },
    });
    const token = await system.issuer.token({ sub: 'leader', roles: ['leader'], agency: 'H48.12' });
    const content = await fetch(`${system.url}${path}/results/2/content`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const text = pdfText(Buffer.from(await content.arrayBuffer())).replaceAll(' ', '');
    // Whom it is for, and the end of its text as Decree 30/2020 has it.
    for (const part of ['Số:01/GCN-SNNMT', 'Cấpcho:NguyễnThịMẫu', 'phườngCẩmThành', 'Đủđiềukiện./.'])
      expect(text).toContain(part);
  });

  it('answers a repeated key as before, also when the case takes no more results by now', async () => {
    const idempotencyKey = `printed-${dossierId}`;
    const print = () =>
      officers.leader.post(`${path}/generated-results`, { paragraphs: ['Đồng ý.'] }, { idempotencyKey });
    const first = await print();
    expect(first.status).toBe(201);
    const ifMatch = (await officers.leader.get(path)).etag;
    expect((await officers.leader.post(`${path}/stop`, { reason: 'Hết căn cứ giải quyết.' }, { ifMatch })).status).toBe(
      201,
    );
    const again = await print();
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const late = await officers.leader.post(`${path}/generated-results`, { paragraphs: ['Đồng ý.'] });
    expect(late.status).toBe(409);
  });

  it('prints the slips of a case: the control slip always, an apology and a stop when there was one', async () => {
    await endStep(officers.leader, dossierId, 'forward', { comment: 'Giao phòng chuyên môn' });
    const slip = await officers.leader.get(`${path}/forms/06`);
    expect(slip.body).toMatchObject({
      form: '06',
      place: 'Quảng Ngãi',
      steps: [
        { step: 'Tiếp nhận hồ sơ', dueAt: null },
        {
          step: 'Phân công xử lý',
          officer: 'Cán bộ leader',
          onTime: true,
          outcome: 'forward',
          outcomeName: expect.stringMatching(/\p{L} /u),
          note: 'Giao phòng chuyên môn',
        },
        { step: 'Thẩm định hồ sơ', officer: null, handedOverAt: null, onTime: null },
      ],
    });
    for (const form of ['04', '05']) {
      expect(await officers.leader.get(`${path}/forms/${form}`)).toMatchObject({
        status: 404,
        body: { code: 'CASE.FORM_NOT_ISSUED' },
      });
    }
    expect((await officers.leader.get(`${path}/forms/99`)).status).toBe(404);
    const extended = await officers.leader.post(
      `${path}/extension`,
      { reason: 'Chờ ý kiến của Bộ', newDueAt: '2026-12-10T15:00:00+07:00' },
      { ifMatch: (await caseOf(officers.leader, dossierId)).etag },
    );
    await officers.leader.post(`${path}/stop`, { reason: 'Người nộp không hợp tác' }, { ifMatch: extended.etag });
    expect((await officers.leader.get(`${path}/forms/04`)).body).toMatchObject({
      signer: { name: 'Cán bộ leader' },
      reason: 'Chờ ý kiến của Bộ',
      newDueAt: '2026-12-10T15:00:00+07:00',
    });
    expect((await officers.leader.get(`${path}/forms/05`)).body).toMatchObject({ reason: 'Người nộp không hợp tác' });
    const token = await system.issuer.token({ sub: 'leader', roles: ['leader'], agency: 'H48.12' });
    const pdf = await fetch(`${system.url}${path}/forms/05`, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/pdf' },
    });
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const as = (form: string, accept: string) =>
      fetch(`${system.url}${path}/forms/${form}`, { headers: { authorization: `Bearer ${token}`, accept } });
    const workbook = await as('06', XLSX);
    expect([
      workbook.headers.get('content-type'),
      Buffer.from(await workbook.arrayBuffer()).toString('latin1', 0, 2),
    ]).toEqual([XLSX, 'PK']);
    const control = pdfText(Buffer.from(await (await as('06', 'application/pdf')).arrayBuffer())).replaceAll(' ', '');
    for (const words of [
      'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
      'Cơ quan H48.12',
      'Đúng hạn',
      'NGƯỜI GIAO HỒ SƠ',
    ])
      expect(control).toContain(words.replaceAll(' ', ''));
    expect((await as('05', XLSX)).status).toBe(406);
    expect(pdfText(Buffer.from(await pdf.arrayBuffer()))).toContain('Người nộp không hợp tác');
  });
});
