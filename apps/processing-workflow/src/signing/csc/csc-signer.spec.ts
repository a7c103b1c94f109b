import { verify } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paragraph, printPdf } from '@motcua/pdf-drawing';
import forge from 'node-forge';
import { developmentKey } from '../development-key.js';
import { CscSession } from './csc-session.js';
import { holdsFor } from '../verify-detached.js';
import { CscSigner } from './csc-signer.js';
import { CscSimulator } from './csc-simulator.fixture.js';

const at = Temporal.Instant.from('2026-12-01T16:00:00+07:00');
const request = {
  ...{ signer: { subject: 'leader', name: 'Lê Văn Mẫu' }, office: 'Giám đốc' },
  ...{ reason: 'Giấy phép, số 15/GP', location: 'Sở Y tế', at },
};

/** The signature of a PDF, and what it was made over: the signed attributes, of which one is the digest of the file. */
function signatureOf(pdf: Buffer): { attributes: Buffer; signature: Buffer; digest: string; signed: Buffer } {
  const [, a, b, c, d] = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/.exec(pdf.toString('latin1'))!.map(Number);
  const signed = Buffer.concat([pdf.subarray(a, a! + b!), pdf.subarray(c, c! + d!)]);
  const hex = pdf.subarray(b! + 1, c! - 1).toString('latin1');
  const der = forge.util.createBuffer(Buffer.from(hex, 'hex').toString('binary'));
  const message = forge.asn1.fromDer(der, { parseAllBytes: false } as never);
  const { rawCapture } = forge.pkcs7.messageFromAsn1(message) as unknown as {
    rawCapture: { authenticatedAttributes: forge.asn1.Asn1[]; signature: string };
  };
  const { Class, Type, create, toDer } = forge.asn1;
  const set = create(Class.UNIVERSAL, Type.SET, true, rawCapture.authenticatedAttributes);
  const attributes = Buffer.from(toDer(set).getBytes(), 'binary');
  return {
    ...{ attributes, signed, signature: Buffer.from(rawCapture.signature, 'binary') },
    digest: attributes.toString('hex'),
  };
}

describe('a remote signing service (R20)', () => {
  let folder: string;
  let service: CscSimulator;
  let url: string;
  let paper: Buffer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-csc-'));
    paper = await printPdf({ title: 'Giấy phép', printedAt: at, content: [paragraph('Nội dung')] });
  });
  beforeEach(async () => {
    service = new CscSimulator(await developmentKey(folder));
    url = await service.start();
  });
  afterEach(() => service.stop());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const signer = (patience = 5_000, clientSecret = 'secret') =>
    new CscSigner(new CscSession({ url, clientId: 'motcua', clientSecret }, patience));

  it("signs with the officer's own key, of which only the digest of the paper leaves the house", async () => {
    const { pdf, format } = await signer().sign(paper, request);
    expect(format).toBe('adbe.pkcs7.detached');
    const { attributes, signature, digest, signed } = signatureOf(pdf);
    expect(verify('sha256', attributes, service.publicKey, signature)).toBe(true);
    const whole = forge.md.sha256.create().update(signed.toString('binary')).digest().toHex();
    expect(digest).toContain(whole);
    expect(service.calls).toEqual([
      'oauth2/token',
      'credentials/list',
      'credentials/info',
      'credentials/authorize',
      'signatures/signHash',
    ]);
  });

  it('signs what is no PDF beside it, with the same consent to its digest alone', async () => {
    const content = Buffer.from('<ketQua>Bản điện tử</ketQua>');
    const { cms, format } = await signer().signBeside(content, request);
    expect(format).toBe('cms.detached');
    expect(holdsFor(content, cms, (await developmentKey(folder)).certificate)).toBe(true);
    expect(service.calls.slice(-2)).toEqual(['credentials/authorize', 'signatures/signHash']);
  });

  it('is not available where what comes back is no signature of the content', async () => {
    service.signsSomethingElse = true;
    await expect(signer().signBeside(Buffer.from('<a/>'), request)).rejects.toMatchObject({
      code: 'SIGNER.UNAVAILABLE',
    });
  });

  it('begins a new session when the one it has ends, once', async () => {
    service.endedSessions = 1;
    const one = signer();
    await one.sign(paper, request);
    service.endedSessions = 2;
    await expect(one.sign(paper, request)).rejects.toMatchObject({ code: 'SIGNER.UNAVAILABLE' });
  });

  it('asks for the consent once more when it ended before it was used', async () => {
    service.endedConsents = 1;
    await signer().sign(paper, request);
    expect(service.calls.filter((method) => method === 'credentials/authorize')).toHaveLength(2);
    service.endedConsents = 2;
    await expect(signer().sign(paper, request)).rejects.toMatchObject({ code: 'SIGNER.UNAVAILABLE' });
  });

  it('tells that the officer refused', async () => {
    service.refuses = true;
    await expect(signer().sign(paper, request)).rejects.toMatchObject({ code: 'SIGNER.REFUSED' });
  });

  it('waits no longer than it has patience for a service that takes a call and never answers', async () => {
    service.silent = true;
    await expect(signer(50).sign(paper, request)).rejects.toMatchObject({ code: 'SIGNER.UNAVAILABLE' });
  });

  it('is not available to an officer without a key there, nor to a client that it does not know', async () => {
    const other = { ...request, signer: { subject: 'clerk', name: 'Nguyễn Văn Mẫu' } };
    await expect(signer().sign(paper, other)).rejects.toMatchObject({ code: 'SIGNER.UNAVAILABLE' });
    await expect(signer(5_000, 'wrong').sign(paper, request)).rejects.toMatchObject({ code: 'SIGNER.UNAVAILABLE' });
  });
});
