import { DEFAULT_BYTE_RANGE_PLACEHOLDER, SUBFILTER_ADOBE_PKCS7_DETACHED } from '@signpdf/utils';
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import type { SigningRequest } from './signer.js';

const SIGNATURE_BYTES = 8192;
const PRINT = 4;
const SIGNATURES_EXIST_APPEND_ONLY = 3;

const name = (text: string): PDFName => PDFName.of(text);

/** Whether somebody has signed the document already: writing it anew would break that signature. */
export const isSigned = (document: PDFDocument): boolean =>
  document.context
    .enumerateIndirectObjects()
    .some(([, object]) => object instanceof PDFDict && object.get(name('ByteRange')) !== undefined);

/** What is signed, by whom, when and where; the signature itself is filled in later, over everything but itself. */
function signature({ context }: PDFDocument, { signer, reason, location, at }: SigningRequest): PDFDict {
  const byteRange = PDFArray.withContext(context);
  byteRange.push(PDFNumber.of(0));
  for (let i = 0; i < 3; i++) byteRange.push(name(DEFAULT_BYTE_RANGE_PLACEHOLDER));
  return context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: SUBFILTER_ADOBE_PKCS7_DETACHED,
    ByteRange: byteRange,
    Contents: PDFHexString.of('0'.repeat(2 * SIGNATURE_BYTES)),
    M: PDFString.fromDate(new Date(at.epochMilliseconds)),
    // Hexadecimal UTF-16, so that Vietnamese names are read as they are written.
    Name: PDFHexString.fromText(signer.name),
    Reason: PDFHexString.fromText(reason),
    Location: PDFHexString.fromText(location),
  });
}

/** Gives the document an invisible field on its first page that awaits its signature. */
export function addSignatureField(document: PDFDocument, request: SigningRequest): void {
  const { context, catalog } = document;
  const page = document.getPage(0);
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [0, 0, 0, 0],
      T: PDFString.of('motcua-signature'),
      F: PRINT,
      V: context.register(signature(document, request)),
      P: page.ref,
    }),
  );
  page.node.addAnnot(field);
  const form = catalog.getOrCreateAcroForm();
  form.dict.set(name('SigFlags'), PDFNumber.of(SIGNATURES_EXIST_APPEND_ONLY));
  form.addField(field);
}
