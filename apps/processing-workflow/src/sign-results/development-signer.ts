import { pdflibAddPlaceholder } from '@signpdf/placeholder-pdf-lib';
import { P12Signer } from '@signpdf/signer-p12';
import { SignPdf } from '@signpdf/signpdf';
import { SUBFILTER_ADOBE_PKCS7_DETACHED } from '@signpdf/utils';
import { PDFDict, PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { type DevelopmentKey, developmentKey } from './development-key.js';
import { type SignedDocument, Signer, type SigningRequest } from './signer.js';

const SIGNATURE_BYTES = 8192;

/** Names with Vietnamese letters: the placeholder writes its texts as Latin ones. */
function writeTexts(document: PDFDocument, texts: Readonly<Record<string, string>>): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Sig')) continue;
    // An earlier signature keeps its texts.
    if (object.get(PDFName.of('Name'))?.toString() !== '(motcua)') continue;
    for (const [name, text] of Object.entries(texts)) object.set(PDFName.of(name), PDFHexString.fromText(text));
  }
}

/**
 * Really signs, with a key of its own making that binds nobody: a detached CMS signature over the whole file, which any
 * reader of PDF can verify against the certificate inside.
 */
export class DevelopmentSigner extends Signer {
  private key: Promise<DevelopmentKey> | undefined;

  constructor(private readonly folder: string) {
    super();
  }

  async sign(pdf: Buffer, { signer, reason, location, at }: SigningRequest): Promise<SignedDocument> {
    const signingTime = new Date(at.epochMilliseconds);
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    pdflibAddPlaceholder({
      pdfDoc: document,
      name: 'motcua',
      reason: 'motcua',
      location: 'motcua',
      contactInfo: '',
      signingTime,
      signatureLength: SIGNATURE_BYTES,
      subFilter: SUBFILTER_ADOBE_PKCS7_DETACHED,
      appName: 'motcua',
    });
    writeTexts(document, { Name: signer.name, Reason: reason, Location: location });
    const prepared = Buffer.from(await document.save({ useObjectStreams: false, addDefaultPage: false }));
    const { p12, passphrase } = await (this.key ??= developmentKey(this.folder));
    const signed = await new SignPdf().sign(prepared, new P12Signer(p12, { passphrase }), signingTime);
    return { pdf: signed, format: SUBFILTER_ADOBE_PKCS7_DETACHED };
  }
}
