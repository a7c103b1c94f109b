import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { closingForSignature, paragraph, printPdf, printSignature, printSignedBlock } from '@motcua/pdf-drawing';
import { pdfText } from '@motcua/testing';
import { developmentKey } from './development-key.js';
import { DevelopmentSigner } from './development-signer.js';
import { isSigned } from './signature-field.js';
import { holdsFor } from './verify-detached.js';

const request = {
  signer: { subject: 'leader', name: 'Lê Văn Mẫu' },
  office: 'Phó Giám đốc',
  reason: 'Giấy chứng nhận, số 15/GCN',
  location: 'Sở Nông nghiệp và Môi trường',
  at: Temporal.Instant.from('2026-12-01T16:00:00+07:00'),
};

async function aPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage().drawText('Result');
  return Buffer.from(await document.save());
}

const widgetOf = async (pdf: Buffer): Promise<PDFDict> =>
  (await PDFDocument.load(pdf)).context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .find(
      (object) => object instanceof PDFDict && object.get(PDFName.of('Subtype')) === PDFName.of('Widget'),
    ) as PDFDict;

describe('the development signer', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-signer-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('signs with the time of the legal clock, and says in Vietnamese who signed what', async () => {
    const { pdf, format } = await new DevelopmentSigner(folder).sign(await aPdf(), request);
    expect(format).toBe('adbe.pkcs7.detached');
    const document = await PDFDocument.load(pdf);
    const signature = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .find((object) => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Sig')) as PDFDict;
    const text = (name: string): string => signature.lookup(PDFName.of(name), PDFHexString).decodeText();
    expect([text('Name'), text('Reason'), text('Location')]).toEqual([
      'Lê Văn Mẫu',
      'Giấy chứng nhận, số 15/GCN',
      'Sở Nông nghiệp và Môi trường',
    ]);
    const cms = signature.lookup(PDFName.of('Contents'), PDFHexString).asBytes();
    const der = forge.util.createBuffer(Buffer.from(cms).toString('binary'));
    const message = forge.asn1.fromDer(der, { parseAllBytes: false } as never);
    const { rawCapture } = forge.pkcs7.messageFromAsn1(message) as unknown as {
      rawCapture: { authenticatedAttributes: forge.asn1.Asn1[] };
    };
    expect(JSON.stringify(rawCapture.authenticatedAttributes)).toContain('261201090000Z');
  });

  it('shows who signed, in which office, for which agency and when, at the place that a paper of ours keeps for it (R20)', async () => {
    const paper = await printPdf({
      title: 'Giấy chứng nhận',
      printedAt: request.at,
      content: [paragraph('Nội dung'), closingForSignature(['Như trên;', 'Lưu: VT.'])],
    });
    const { pdf } = await new DevelopmentSigner(folder).sign(paper, request);
    const widget = await widgetOf(pdf);
    const { x, y, width, height } = widget.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
    // In the right half of the page, below the text.
    expect([x > 300, y > 550, Math.round(width), Math.round(height)]).toEqual([true, true, 226, 140]);
    expect(widget.lookup(PDFName.of('AP'), PDFDict).get(PDFName.of('N'))).toBeDefined();
    expect(widget.lookup(PDFName.of('TU'), PDFHexString).decodeText()).toBe(
      'Phó Giám đốc, Lê Văn Mẫu, Sở Nông nghiệp và Môi trường, 01/12/2026 16:00:00 +07:00',
    );
    const visible = { name: 'Lê Văn Mẫu', office: 'Phó Giám đốc', agency: 'Sở Y tế', at: request.at };
    expect(pdfText(await printSignedBlock(visible))).toBe(
      'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Ký bởi: Lê Văn Mẫu Cơ quan: Sở Y tế Thời gian ký: 01/12/2026 16:00:00 +07:00 Lê Văn Mẫu',
    );
    // A paper that is uploaded has office and name in its own text.
    expect(pdfText(await printSignature(visible))).toBe(
      'Ký bởi: Lê Văn Mẫu Cơ quan: Sở Y tế Thời gian ký: 01/12/2026 16:00:00 +07:00',
    );
  });

  it('shows it in the lower right corner of the last page where nothing says the place', async () => {
    const { pdf } = await new DevelopmentSigner(folder).sign(await aPdf(), request);
    const { x, y } = (await widgetOf(pdf)).lookup(PDFName.of('Rect'), PDFArray).asRectangle();
    // A4 in points is 595.28 wide: 190 for the signature and 36 to the edge are left.
    expect([Math.round(x), y]).toEqual([369, 36]);
  });

  it('signs what is no PDF beside it: the signature holds for that content and for no other', async () => {
    const content = Buffer.from('<ketQua>Bản điện tử</ketQua>');
    const { cms, format } = await new DevelopmentSigner(folder).signBeside(content, request);
    expect(format).toBe('cms.detached');
    const { certificate } = await developmentKey(folder);
    expect(holdsFor(content, cms, certificate)).toBe(true);
    expect(holdsFor(Buffer.from('<ketQua>Bản khác</ketQua>'), cms, certificate)).toBe(false);
    const other = await developmentKey(await mkdtemp(join(folder, 'other-')));
    expect(holdsFor(content, cms, other.certificate)).toBe(false);
    const changed = Buffer.from(cms);
    changed[changed.length - 5] = (changed.at(-5) ?? 0) ^ 1;
    expect([holdsFor(content, changed, certificate), holdsFor(content, Buffer.from('no CMS'), certificate)]).toEqual([
      false,
      false,
    ]);
    // Beside the content, not around it.
    const message = forge.pkcs7.messageFromAsn1(forge.asn1.fromDer(cms.toString('binary'))) as unknown as {
      rawCapture: { content?: unknown };
    };
    expect(message.rawCapture.content).toBeUndefined();
  });

  it('never signs over a signature', async () => {
    const signer = new DevelopmentSigner(folder);
    const { pdf } = await signer.sign(await aPdf(), request);
    await expect(signer.sign(pdf, request)).rejects.toMatchObject({ code: 'CASE.RESULT_SIGNED' });
  });

  it('keeps one key, for its owner alone, even when two processes begin at once', async () => {
    const [first, second] = await Promise.all([developmentKey(folder), developmentKey(folder)]);
    expect(first.privateKey.equals(second.privateKey)).toBe(true);
    expect((await developmentKey(folder)).certificate).toBe(first.certificate);
    expect(await readdir(folder)).toEqual(['development-signer.json']);
    expect((await stat(join(folder, 'development-signer.json'))).mode & 0o077).toBe(0);
  });

  it('tells a signed document from one that is not', async () => {
    const draft = await aPdf();
    const { pdf } = await new DevelopmentSigner(folder).sign(draft, request);
    expect(isSigned(await PDFDocument.load(draft))).toBe(false);
    expect(isSigned(await PDFDocument.load(pdf))).toBe(true);
  });
});
