import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { officeLines, SIGNATURE_SIZE, SIGNED_BLOCK } from './blocks.js';
import { NO_FONT } from './fonts.js';
import { LEADING, Paper } from './paper.js';
import { isoMoment } from './wording.js';

export interface VisibleSignature {
  readonly name: string;
  /** Of who signs; null: the register names none. */
  readonly office: string | null;
  readonly agency: string;
  readonly at: Temporal.Instant;
}

/** What is said for those who do not see it, and where it is looked for. */
export const spokenSignature = ({ name, office, agency, at }: VisibleSignature): string =>
  [office, name, agency, isoMoment(at)].filter((part) => part !== null).join(', ');

function documentOf(
  size: { readonly width: number; readonly height: number },
  { name, at }: VisibleSignature,
): InstanceType<typeof PDFDocument> {
  const made = new Date(at.epochMilliseconds);
  const info = { Title: name, Creator: 'motcua', Producer: 'motcua', CreationDate: made, ModDate: made };
  return new PDFDocument({ size: [size.width, size.height], margin: 0, font: NO_FONT, info });
}

/** The frame with who signed, the agency, the time with its zone; from here down. */
function frame(paper: Paper, { name, agency, at }: VisibleSignature, left: number): void {
  const { width, height } = SIGNATURE_SIZE;
  const top = paper.y;
  paper.document
    .lineWidth(0.7)
    .rect(left + 0.5, top + 0.5, width - 1, height - 1)
    .stroke();
  paper.font({ size: 10 });
  const lines = [`Ký bởi: ${name}`, `Cơ quan: ${agency}`].flatMap((text) => paper.lines(text, width - 8));
  paper.y = top + 3;
  // What does not fit is said in the signature itself.
  for (const line of [...lines.slice(0, 3), `Thời gian ký: ${isoMoment(at)}`]) {
    paper.line(line, { x: left + 4, width: width - 8 }, 'left');
    paper.y += 12.5;
  }
  paper.y = top + height;
}

/**
 * What a digital signature shows of itself (Decree 30/2020, Appendix I), to be set into a document that has office and name
 * in its own text. One page of {@link SIGNATURE_SIZE}.
 */
export function printSignature(shown: VisibleSignature): Promise<Buffer> {
  const document = documentOf(SIGNATURE_SIZE, shown);
  frame(new Paper(document), shown, 0);
  document.end();
  return buffer(document);
}

/**
 * The same between the office of who signs and their name, as Decree 30/2020 has it. One page of {@link SIGNED_BLOCK}; an office
 * or a name that is too long for it is set smaller.
 */
export function printSignedBlock(shown: VisibleSignature): Promise<Buffer> {
  const { width, height } = SIGNED_BLOCK;
  const document = documentOf(SIGNED_BLOCK, shown);
  const paper = new Paper(document);
  const room = height - SIGNATURE_SIZE.height - 6;
  const broken = (text: string): string[] => paper.lines(text, paper.balanced(text, width));
  const set = (size: number) => {
    paper.font({ style: 'bold', size });
    const [above, below] = [shown.office === null ? [] : officeLines(shown.office).flatMap(broken), broken(shown.name)];
    return { size, above, below, height: (above.length + below.length) * size * LEADING };
  };
  const { size, above, below } = [13, 12, 11, 10, 9, 8].map(set).find((one) => one.height <= room) ?? set(7);
  const draw = (lines: readonly string[]): void => {
    paper.font({ style: 'bold', size });
    for (const line of lines) {
      paper.line(line, { x: 0, width }, 'center');
      paper.y += size * LEADING;
    }
  };
  paper.y = 0;
  draw(above);
  paper.y += 3;
  frame(paper, shown, (width - SIGNATURE_SIZE.width) / 2);
  paper.y += 3;
  draw(below);
  document.end();
  return buffer(document);
}
