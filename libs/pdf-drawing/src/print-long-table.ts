import { setImmediate as turn } from 'node:timers/promises';
import { Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import { columnWidths } from './column-widths.js';
import { FONTS, NO_FONT, registerFonts } from './fonts.js';
import type { LongTable } from './print-sheet.js';
import type { Cell } from './sheet-xml.js';
import { shortMoment } from './wording.js';

export interface PrintedTable extends LongTable {
  /** Head of the first page, left: the agency above and the agency. */
  readonly issuer: { readonly superior: string | null; readonly agency: string };
  /** A small line at the foot of each page, before the page number. */
  readonly footer: string;
}

const MARGIN = 36;
const PADDING = 2;
const SIZE = 8;
/** Rows that are drawn before others get their turn. */
const TOGETHER = 20;
/** Rows after which the words of those before are forgotten. */
const FORGOTTEN = 1_000;

const said = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'object' ? shortMoment(cell) : String(cell).toWellFormed().normalize('NFC');

/** Draws rows onto pages, of which only the last one is in memory. */
class TablePages {
  private readonly widths: readonly number[];
  private page = 0;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly table: PrintedTable,
  ) {
    document.font('bold').fontSize(SIZE);
    const longest = (heading: string): number =>
      Math.max(...heading.split(' ').map((word) => document.widthOfString(`${word} `))) + 2 * PADDING + 1;
    this.widths = columnWidths(
      document.page.width - 2 * MARGIN,
      table.columns.map(({ width }) => width),
      table.columns.map(({ heading }) => longest(heading)),
    );
  }

  begin(): void {
    const { document, table } = this;
    const half = (document.page.width - 2 * MARGIN) / 2;
    this.foot();
    const left = (text: string, y: number, font: string): void =>
      void document
        .font(font)
        .fontSize(9)
        .text(text, MARGIN, y, { width: half - 20, align: 'center' });
    const right = (text: string, y: number): void =>
      void document
        .font('bold')
        .fontSize(9)
        .text(text, MARGIN + half, y, { width: half, align: 'center' });
    if (table.issuer.superior !== null) left(table.issuer.superior.toUpperCase(), MARGIN, 'normal');
    left(table.issuer.agency.toUpperCase(), MARGIN + 12, 'bold');
    right('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', MARGIN);
    right('Độc lập - Tự do - Hạnh phúc', MARGIN + 12);
    const line = (x: number, length: number): void =>
      void document
        .lineWidth(0.7)
        .moveTo(x - length / 2, MARGIN + 26)
        .lineTo(x + length / 2, MARGIN + 26)
        .stroke();
    line(MARGIN + (half - 20) / 2, 60);
    line(MARGIN + half * 1.5, 150);
    const whole = { width: 2 * half, align: 'center' as const };
    document
      .font('bold')
      .fontSize(13)
      .text(table.title.toUpperCase(), MARGIN, MARGIN + 40, whole);
    document.font('normal').fontSize(9);
    for (const text of table.above) document.text(text, MARGIN, document.y + 2, whole);
    document.y += 8;
    this.heading();
  }

  row(cells: readonly Cell[]): void {
    const texts = cells.map(said);
    this.document.font('normal').fontSize(SIZE);
    const height = this.heightOf(texts);
    if (this.document.y + height > this.bottom) {
      this.document.addPage();
      this.foot();
      this.document.y = MARGIN;
      this.heading();
      this.document.font('normal').fontSize(SIZE);
    }
    this.draw(texts, height, 'left');
  }

  private get bottom(): number {
    return this.document.page.height - MARGIN;
  }

  private heading(): void {
    const texts = this.table.columns.map(({ heading }) => heading);
    this.document.font('bold').fontSize(SIZE);
    this.draw(texts, this.heightOf(texts), 'center');
  }

  /** No row is higher than half a page: what is longer is cut, and says so by its dots. */
  private heightOf(texts: readonly string[]): number {
    const heights = texts.map((text, index) =>
      text === '' ? 0 : this.document.heightOfString(text, { width: this.widths[index]! - 2 * PADDING }),
    );
    return Math.min(Math.max(SIZE + 2, ...heights), this.document.page.height / 2) + 2 * PADDING;
  }

  private draw(texts: readonly string[], height: number, align: 'left' | 'center'): void {
    const { document } = this;
    const { y } = document;
    let x = MARGIN;
    document.lineWidth(0.4);
    for (const [index, text] of texts.entries()) {
      const width = this.widths[index]!;
      document.rect(x, y, width, height).stroke();
      if (text !== '')
        document.text(text, x + PADDING, y + PADDING, {
          width: width - 2 * PADDING,
          height: height - 2 * PADDING + 1,
          ellipsis: '…',
          align,
        });
      x += width;
    }
    document.y = y + height;
  }

  private foot(): void {
    const { document, table } = this;
    this.page++;
    const y = document.page.height - MARGIN + 8;
    document.font('normal').fontSize(7).fillColor('#555555');
    document.text(table.footer, MARGIN, y, { lineBreak: false });
    const width = document.page.width - 2 * MARGIN;
    document.text(String(this.page), MARGIN, y, { width, align: 'right', height: 10 });
    document.fillColor('black');
  }
}

/** pdfkit remembers the glyphs of every word it has met: names and codes are mostly met once, and would fill the memory. */
function forgetWords(document: PDFKit.PDFDocument): void {
  for (const style of Object.keys(FONTS)) {
    document.font(style);
    const { _font: font } = document as unknown as { readonly _font: { layoutCache: object | null } };
    font.layoutCache = Object.create(null) as object;
  }
}

async function* pages(table: PrintedTable): AsyncGenerator<Buffer> {
  const made = new Date(table.printedAt.epochMilliseconds);
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    font: NO_FONT,
    // The foot is drawn below the margin; text must not flow onto a page of its own there.
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 },
    lang: 'vi-VN',
    info: { Title: table.title, Creator: 'motcua', Producer: 'motcua', CreationDate: made, ModDate: made },
  });
  registerFonts(document);
  const drawn = new TablePages(document, table);
  drawn.begin();
  let count = 0;
  for await (const cells of table.rows) {
    drawn.row(cells);
    if (++count % FORGOTTEN === 0) forgetWords(document);
    if (count % TOGETHER > 0) continue;
    const ready = document.read() as Buffer | null;
    if (ready !== null) yield ready;
    await turn();
  }
  document.end();
  yield* document as AsyncIterable<Buffer>;
}

/** A long table as PDF, landscape, made while it is read: its length does not matter. The head is repeated on every page. */
export const printLongTable = (table: PrintedTable): Readable => Readable.from(pages(table), { objectMode: false });
