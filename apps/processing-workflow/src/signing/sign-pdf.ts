import { PDFDocument } from '@cantoo/pdf-lib';
import { SignPdf } from '@signpdf/signpdf';
import { SUBFILTER_ADOBE_PKCS7_DETACHED } from '@signpdf/utils';
import { DetachedCms } from './detached-cms.js';
import { addSignatureField } from './signature-field.js';
import type { SignedDocument, SigningRequest } from './signing-request.js';
import type { DigestSigner } from './signing-key.js';

/** A detached CMS signature over the whole file, which any reader of PDF can verify against the certificate inside. */
export async function signPdf(pdf: Buffer, request: SigningRequest, signer: DigestSigner): Promise<SignedDocument> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  await addSignatureField(document, request);
  const prepared = Buffer.from(await document.save({ useObjectStreams: false, addDefaultPage: false }));
  const at = new Date(request.at.epochMilliseconds);
  return {
    pdf: await new SignPdf().sign(prepared, new DetachedCms(signer), at),
    format: SUBFILTER_ADOBE_PKCS7_DETACHED,
  };
}
