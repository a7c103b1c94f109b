import { DEFAULT_BYTE_RANGE_PLACEHOLDER, SUBFILTER_ADOBE_PKCS7_DETACHED } from '@signpdf/utils';
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFString,
} from '@cantoo/pdf-lib';
import { Refusal } from '@motcua/kernel';
import {
  printSignature,
  printSignedBlock,
  SIGNATURE_PLACE,
  SIGNATURE_SIZE,
  SIGNED_BLOCK,
  spokenSignature,
} from '@motcua/pdf-drawing';
import type { WorkflowCode } from '../problems.js';
import type { SigningRequest } from './signing-request.js';

const SIGNATURE_BYTES = 8192;
/** Between the signature and the edges of a page that keeps no place for it. */
const EDGE = 36;
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

interface Place {
  readonly page: PDFPage;
  /** Left and upper edge, in points from the lower left corner. */
  readonly x: number;
  readonly y: number;
  /** Kept by a paper of ours, whose text leaves office and name to the signature. */
  readonly isKept: boolean;
}

/** Where our own papers keep the place of the signature; on others the lower right corner of the last page. */
function placeOf(document: PDFDocument): Place {
  const names = document.catalog.lookupMaybe(name('Names'), PDFDict)?.lookupMaybe(name('Dests'), PDFDict);
  const pairs = names?.lookupMaybe(name('Names'), PDFArray);
  for (let n = 0; pairs && n + 1 < pairs.size(); n += 2) {
    const key = pairs.lookup(n);
    if (!((key instanceof PDFString || key instanceof PDFHexString) && key.decodeText() === SIGNATURE_PLACE)) continue;
    const destination = pairs.lookup(n + 1, PDFArray);
    const page = document.getPages().find(({ ref }) => ref === destination.get(0));
    if (page)
      return {
        page,
        x: destination.lookup(2, PDFNumber).asNumber(),
        y: destination.lookup(3, PDFNumber).asNumber(),
        isKept: true,
      };
  }
  const page = document.getPage(document.getPageCount() - 1);
  const { x, y, width } = page.getCropBox();
  return { page, x: x + width - SIGNATURE_SIZE.width - EDGE, y: y + SIGNATURE_SIZE.height + EDGE, isKept: false };
}

/**
 * Gives the document a field that awaits its signature and shows, in letters, who signs, for which agency and when; on our own
 * papers between the office of who signs and their name.
 * @throws Refusal CASE.RESULT_SIGNED where somebody has signed it before: writing it anew would break that signature
 */
export async function addSignatureField(document: PDFDocument, request: SigningRequest): Promise<void> {
  if (isSigned(document)) throw new Refusal<WorkflowCode>('CASE.RESULT_SIGNED');
  const { context, catalog } = document;
  const { page, x, y, isKept } = placeOf(document);
  const { signer, office, location, at } = request;
  const visible = { name: signer.name, office, agency: location, at };
  const [print, { width, height }] = isKept ? [printSignedBlock, SIGNED_BLOCK] : [printSignature, SIGNATURE_SIZE];
  const [shown] = await document.embedPdf(await print(visible));
  if (!shown) throw new Error('a visible signature is one page');
  await document.flush();
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [x, y - height, x + width, y],
      AP: { N: shown.ref },
      T: PDFString.of('motcua-signature'),
      TU: PDFHexString.fromText(spokenSignature(visible)),
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
