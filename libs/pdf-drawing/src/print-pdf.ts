import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { NO_FONT } from './fonts.js';
import { type Block, MARGINS, Paper } from './paper.js';

interface PrintedForm {
  readonly title: string;
  /** By the legal clock. */
  readonly printedAt: Temporal.Instant;
  readonly content: readonly Block[];
  /** A small line at the foot of each page. */
  readonly footer?: string;
}

/** Page numbers stand above the text in the middle, and not on the first page. */
function number(paper: Paper, footer: string): void {
  const { document } = paper;
  const { start, count } = document.bufferedPageRange();
  for (let n = start; n < start + count; n++) {
    document.switchToPage(n);
    paper.artifact(() => {
      paper.font({ size: 9 });
      document.text(footer, paper.left, paper.bottom + 20, { lineBreak: false });
      if (n === start) return;
      paper.font({ size: 13 });
      const text = String(n - start + 1);
      const x = (document.page.width - document.widthOfString(text)) / 2;
      document.text(text, x, MARGINS.top / 2, { lineBreak: false });
    });
  }
}

/** Prints a form: A4, tagged, its language said, its letters embedded. The same input gives the same bytes. */
export function printPdf({ title, printedAt, content, footer = '' }: PrintedForm): Promise<Buffer> {
  const made = new Date(printedAt.epochMilliseconds);
  const document = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    bufferPages: true,
    font: NO_FONT,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'vi-VN',
    info: { Title: title, Creator: 'motcua', Producer: 'motcua', CreationDate: made, ModDate: made },
  });
  const paper = new Paper(document);
  paper.group('Document', () => content.forEach((draw) => draw(paper)));
  number(paper, footer);
  document.end();
  return buffer(document);
}
