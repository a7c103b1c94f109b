import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { SIGNATURE_SIZE } from './blocks.js';
import { NO_FONT } from './fonts.js';
import { Paper } from './paper.js';
import { isoMoment } from './wording.js';

export interface VisibleSignature {
  readonly name: string;
  readonly agency: string;
  readonly at: Temporal.Instant;
}

/**
 * What a digital signature shows of itself (Decree 30/2020, Appendix I): who signed, the agency, the time with its zone.
 * One page of the size {@link SIGNATURE_SIZE}, to be set into the signed document.
 */
export function printSignature({ name, agency, at }: VisibleSignature): Promise<Buffer> {
  const { width, height } = SIGNATURE_SIZE;
  const made = new Date(at.epochMilliseconds);
  const document = new PDFDocument({
    size: [width, height],
    margin: 3,
    font: NO_FONT,
    info: { Title: name, Creator: 'motcua', Producer: 'motcua', CreationDate: made, ModDate: made },
  });
  const paper = new Paper(document);
  document
    .lineWidth(0.7)
    .rect(0.5, 0.5, width - 1, height - 1)
    .stroke();
  paper.font({ size: 10 });
  const lines = [`Ký bởi: ${name}`, `Cơ quan: ${agency}`].flatMap((text) => paper.lines(text, width - 8));
  // What does not fit is said in the signature itself.
  for (const line of [...lines.slice(0, 3), `Thời gian ký: ${isoMoment(at)}`]) {
    paper.line(line, { x: 4, width: width - 8 }, 'left');
    paper.y += 12.5;
  }
  document.end();
  return buffer(document);
}
