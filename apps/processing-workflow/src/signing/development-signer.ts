import { SignPdf } from '@signpdf/signpdf';
import { SUBFILTER_ADOBE_PKCS7_DETACHED } from '@signpdf/utils';
import { PDFDocument } from '@cantoo/pdf-lib';
import { DetachedCms } from './detached-cms.js';
import { type DevelopmentKey, developmentKey } from './development-key.js';
import { addSignatureField } from './signature-field.js';
import { type SignedDocument, Signer, type SigningRequest } from './signer.js';

/**
 * Really signs, with a key of its own making that binds nobody: a detached CMS signature over the whole file, which any
 * reader of PDF can verify against the certificate inside.
 */
export class DevelopmentSigner extends Signer {
  private key: Promise<DevelopmentKey> | undefined;

  constructor(private readonly folder: string) {
    super();
  }

  async sign(pdf: Buffer, request: SigningRequest): Promise<SignedDocument> {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    await addSignatureField(document, request);
    const prepared = Buffer.from(await document.save({ useObjectStreams: false, addDefaultPage: false }));
    this.key ??= developmentKey(this.folder);
    const signed = await new SignPdf().sign(
      prepared,
      new DetachedCms(await this.key),
      new Date(request.at.epochMilliseconds),
    );
    return { pdf: signed, format: SUBFILTER_ADOBE_PKCS7_DETACHED };
  }
}
