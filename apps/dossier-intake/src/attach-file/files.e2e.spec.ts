import { createHash, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { eventually } from '@motcua/testing';
import { CITIZEN_ID, type Intake, pdf, startIntake, uploadOf } from '../testing/intake.fixture.js';

const MEBIBYTE = 1024 * 1024;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('files of a dossier', () => {
  let intake: Intake;
  let token: string;
  let id: string;
  beforeAll(async () => {
    intake = await startIntake();
    token = await intake.system.issuer.token({ sub: 'citizen', roles: ['citizen'], citizen_id: CITIZEN_ID });
    ({ id } = await intake.draft(intake.citizen, {}, []));
  });
  afterAll(() => intake.stop());

  const path = (component = 'BAN-VE'): string => `/intake/v1/dossiers/${id}/files?component=${component}`;
  const stored = async (): Promise<string[]> =>
    (await readdir(join(intake.system.folder, 'files'), { recursive: true, withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  const rows = async (): Promise<number> =>
    Number((await intake.system.sql<{ n: string }>('SELECT count(*) AS n FROM intake.dossier_file'))[0]?.n);
  /** Runs what must leave nothing behind: no row, no file, no new ETag. */
  const leavesNothing = async <T>(work: () => Promise<T>): Promise<T> => {
    const before = [await rows(), await stored(), (await intake.get(intake.citizen, id)).etag];
    const result = await work();
    await eventually(async () => !(await stored()).some((name) => name.includes('-')));
    expect([await rows(), await stored(), (await intake.get(intake.citizen, id)).etag]).toEqual(before);
    return result;
  };
  const upload = (content: Uint8Array, name?: string, type?: string) =>
    intake.citizen.post(path(), uploadOf(content, name, type));

  /** Sends a multipart body from a generator, so that no large file is ever made. */
  const stream = (
    bytes: number,
    { abortAfter }: { abortAfter?: number } = {},
  ): Promise<{ status: number; body: { code: string } }> =>
    new Promise((resolve, reject) => {
      const head = Buffer.from(
        '--b\r\nContent-Disposition: form-data; name="file"; filename="big.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n',
      );
      const tail = Buffer.from('\r\n--b--\r\n');
      const request = httpRequest(`${intake.system.url}${path()}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'idempotency-key': randomUUID(),
          'content-type': 'multipart/form-data; boundary=b',
          ...(abortAfter === undefined && { 'content-length': head.length + bytes + tail.length }),
        },
      });
      request.on('response', (response) => {
        let text = '';
        response
          .on('data', (chunk: Buffer) => (text += chunk.toString()))
          .on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
      });
      request.on('error', (error) =>
        abortAfter === undefined ? reject(error) : resolve({ status: 0, body: { code: error.message } }),
      );
      request.write(head);
      const chunk = Buffer.alloc(64 * 1024, 0x20);
      let sent = 0;
      const more = (): void => {
        while (sent < bytes) {
          if (abortAfter !== undefined && sent >= abortAfter)
            return void eventually(async () => (await stored()).some((name) => name.includes('-'))).then(
              () => request.destroy(),
              reject,
            );
          const part = Math.min(chunk.length, bytes - sent);
          sent += part;
          if (!request.write(part === chunk.length ? chunk : chunk.subarray(0, part)))
            return void request.once('drain', more);
        }
        request.end(tail);
      };
      more();
    });

  it('are refused when they are empty', async () => {
    expect((await leavesNothing(() => upload(new Uint8Array()))).body).toMatchObject({
      status: 422,
      code: 'FILE.EMPTY',
    });
  });

  it.each([
    [
      'a program that says it is a PDF',
      Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00'.padEnd(4096, '\0'), 'latin1'),
    ],
    ['a page that says it is a PDF', Buffer.from('<!DOCTYPE html><script>alert(1)</script>')],
    ['an archive that says it is a PDF', Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64')],
    ['a picture of a kind that is not taken', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
  ])('are refused when they are %s: the content is sniffed, the name not believed', async (_, content) => {
    expect(
      (await leavesNothing(() => upload(new Uint8Array(content), 'đơn.pdf', 'application/pdf'))).body,
    ).toMatchObject({ status: 415, code: 'FILE.TYPE_NOT_ALLOWED' });
  });

  it('are refused when they are of 200 MB, without being taken in', async () => {
    const before = process.memoryUsage().rss;
    const { status, body } = await leavesNothing(() => stream(200 * MEBIBYTE));
    expect([status, body.code]).toEqual([413, 'FILE.TOO_LARGE']);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MEBIBYTE);
  });

  it('are refused one byte above the limit, and taken at the limit', async () => {
    const limit = 20 * MEBIBYTE;
    expect((await leavesNothing(() => upload(pdf('x', limit + 1)))).body).toMatchObject({
      status: 413,
      maxBytes: limit,
    });
    const exact = pdf('x', limit - pdf('x').length);
    expect(exact.length).toBe(limit);
    expect((await upload(exact)).status).toBe(201);
  });

  it('leave nothing behind when the upload breaks off', async () => {
    await leavesNothing(() => stream(10 * MEBIBYTE, { abortAfter: 3 * MEBIBYTE }));
  });

  it('leave nothing behind when the dossier refuses them', async () => {
    const unknown = await leavesNothing(() => intake.citizen.post(path('NO-SUCH'), uploadOf(pdf())));
    expect(unknown.body).toMatchObject({
      status: 422,
      code: 'DOSSIER.COMPONENT_UNKNOWN',
      errors: [{ pointer: '/component' }],
    });
    const submitted = await intake.submit();
    const late = await leavesNothing(() => intake.upload(intake.citizen, submitted.id, 'BAN-VE', pdf('quá muộn')));
    expect(late.body).toMatchObject({ status: 409, code: 'DOSSIER.ACTION_NOT_ALLOWED', action: 'edit' });
  });

  it('are nothing that a stranger may add, remove or read', async () => {
    const mine = await upload(pdf('của tôi'));
    for (const client of [intake.otherCitizen, intake.otherClerk]) {
      expect((await client.post(path(), uploadOf(pdf()))).status).toBe(404);
      expect((await client.get(`/intake/v1/files/${mine.body.id}/content`)).status).toBe(404);
      expect(
        (await client.send('DELETE', `/intake/v1/dossiers/${id}/files/${mine.body.id}`, { ifMatch: mine.etag })).status,
      ).toBe(404);
    }
    expect((await intake.system.anonymous().get(`/intake/v1/files/${mine.body.id}/content`)).status).toBe(401);
  });

  it('are one a request, as multipart, with a component and an idempotency key', async () => {
    const form = new FormData();
    form.append('note', 'no file');
    expect((await intake.citizen.post(path(), form)).body).toMatchObject({ status: 400, code: 'FILE.EXPECTED' });
    expect((await intake.citizen.post(`/intake/v1/dossiers/${id}/files`, uploadOf(pdf()))).body).toMatchObject({
      status: 400,
      code: 'REQUEST.PARAMETER_INVALID',
      errors: [{ pointer: '/component' }],
    });
    expect((await intake.citizen.post(path(), uploadOf(pdf()), { idempotencyKey: null })).body).toMatchObject({
      status: 400,
      code: 'IDEMPOTENCY.KEY_REQUIRED',
    });
    expect((await intake.citizen.post(path(), { fromStore: 'x' })).body).toMatchObject({
      status: 422,
      code: 'REQUEST.INVALID',
    });
  });

  it('are refused when two come in one request, rather than the second being dropped in silence', async () => {
    const two = uploadOf(PNG, 'one.png');
    two.append('file', new Blob([new Uint8Array(PNG)]), 'two.png');
    const answer = await leavesNothing(() => intake.citizen.post(path(), two));
    expect(answer).toMatchObject({ status: 400, body: { code: 'FILE.EXPECTED' } });
  });

  it('count once however often the same upload comes with its key, and not at all when the key comes with another content', async () => {
    const idempotencyKey = randomUUID();
    const first = await intake.citizen.post(path(), uploadOf(pdf('một lần')), { idempotencyKey });
    const again = await intake.citizen.post(path(), uploadOf(pdf('một lần')), { idempotencyKey });
    expect([again.status, again.headers.get('idempotent-replayed'), again.body, again.etag]).toEqual([
      201,
      'true',
      first.body,
      first.etag,
    ]);
    expect((await intake.citizen.post(path(), uploadOf(pdf('lần khác')), { idempotencyKey })).body).toMatchObject({
      status: 422,
      code: 'IDEMPOTENCY.KEY_REUSED',
    });
    expect(
      (await intake.get(intake.citizen, id)).files.filter(
        ({ sha256 }: { sha256: string }) => sha256 === first.body.sha256,
      ),
    ).toHaveLength(1);
  });

  it('are read whole, in part, or not at all when the reader has them', async () => {
    const { body } = await upload(new Uint8Array(PNG), 'Bản vẽ (A).hta', 'application/pdf');
    const content = `/intake/v1/files/${body.id}/content`;
    const etag = `"${createHash('sha256').update(PNG).digest('hex')}"`;
    const whole = await fetch(`${intake.system.url}${content}`, { headers: { authorization: `Bearer ${token}` } });
    expect(Buffer.from(await whole.arrayBuffer()).equals(PNG)).toBe(true);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      etag,
      'content-type': 'image/png',
      'accept-ranges': 'bytes',
      'content-length': String(PNG.length),
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="Ban ve _A_.hta.png"; filename*=UTF-8''B%E1%BA%A3n%20v%E1%BA%BD%20%28A%29.hta.png`,
    });
    const part = await intake.citizen.get(content, { headers: { range: 'bytes=1-3' } });
    expect([part.status, part.text, part.headers.get('content-range')]).toEqual([
      206,
      'PNG',
      `bytes 1-3/${PNG.length}`,
    ]);
    const beyond = await intake.citizen.get(content, { headers: { range: `bytes=${PNG.length}-` } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${PNG.length}`]);
    expect((await intake.citizen.get(content, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect(
      (await intake.citizen.get(content, { headers: { range: 'bytes=0-3', 'if-range': '"another"' } })).status,
    ).toBe(200);
  });

  it('may come several at once: each is kept, and each raises the ETag by one', async () => {
    const draft = await intake.draft(intake.citizen, {}, []);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => intake.upload(intake.citizen, draft.id, 'BAN-VE', pdf(`trang ${n}`))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
    expect(new Set(answers.map(({ etag }) => etag)).size).toBe(8);
    expect(await intake.get(intake.citizen, draft.id)).toMatchObject({ etag: '"9"' });
    const { body } = await intake.citizen.get(`/intake/v1/dossiers/${draft.id}/history`);
    expect(body.items.map(({ n }: { n: number }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('leave a draft again, and raise its ETag by it', async () => {
    const draft = await intake.draft();
    const [file] = (await intake.get(intake.citizen, draft.id)).files;
    const gone = await intake.citizen.send('DELETE', `/intake/v1/dossiers/${draft.id}/files/${file.id}`, {
      ifMatch: draft.etag,
    });
    expect([gone.status, gone.etag]).toEqual([204, '"4"']);
    expect(await intake.get(intake.citizen, draft.id)).toMatchObject({ etag: '"4"', missing: [file.component] });
    expect(
      (await intake.citizen.send('DELETE', `/intake/v1/dossiers/${draft.id}/files/${file.id}`, { ifMatch: '"4"' }))
        .status,
    ).toBe(404);
    expect((await intake.citizen.send('DELETE', `/intake/v1/dossiers/${draft.id}/files/${file.id}`)).status).toBe(428);
  });
});
