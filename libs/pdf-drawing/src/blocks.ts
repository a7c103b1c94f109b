import { DrawnTable } from './draw-table.js';
import type { Block, Paper, TextStyle } from './paper.js';

const BLANK = '....................';
/** First line of a paragraph, in points: one centimetre. */
const INDENT = 28.35;

/** The form's name in capitals, and a smaller line below it. */
export const formTitle =
  (title: string, below?: string): Block =>
  (paper) => {
    paper.text(title.toUpperCase(), { style: 'bold', size: 14, align: 'center', type: 'H1' });
    if (below !== undefined) paper.text(below, { align: 'center' });
    paper.y += 10;
  };

/** `Kính gửi: Ông/Bà Nguyễn Thị Mẫu`, and the address below. */
export const addressee =
  (name: string, address?: string | null): Block =>
  (paper) => {
    paper.text(`Kính gửi: ${name}`, { size: 14, align: 'center' });
    if (address?.trim()) paper.text(`Địa chỉ: ${address}`, { align: 'center' });
    paper.y += 8;
  };

/** `Tiếp nhận hồ sơ của: Nguyễn Thị Mẫu`; a dotted blank where there is nothing to say. */
export const labelled =
  (label: string, value: string | null | undefined): Block =>
  (paper) => {
    paper.text(`${label}: ${value?.trim() ? value : BLANK}`);
    paper.y += 1.5;
  };

/** Justified, its first line indented; lines of its own begin a paragraph of its own. */
export const paragraph =
  (text: string): Block =>
  (paper) => {
    for (const each of text.split('\n')) {
      paper.text(each, { align: 'justify', indent: INDENT });
      paper.y += 4;
    }
  };

/** A ruled table; its head is repeated on every page. Widths are shares. Cells are text. */
export const grid =
  (headings: readonly string[], widths: readonly number[], rows: readonly (readonly string[])[]): Block =>
  (paper) =>
    paper.group('Table', () => {
      paper.need(60);
      paper.y += 1.5;
      const table = new DrawnTable(paper, headings, { widths, size: 11 });
      table.head();
      for (const row of rows) table.row(row);
      paper.y += 6;
    });

export interface Signature {
  /** Office of who signs, or the part that somebody has. */
  readonly title: string;
  readonly name?: string | null;
  /** What is said below the title, in brackets. */
  readonly hint?: string;
}

/** Name of the place in a document where the visible signature goes. */
export const SIGNATURE_PLACE = 'signature';
/** Of the visible signature, in points. */
export const SIGNATURE_SIZE = { width: 190, height: 56 } as const;

interface Column {
  readonly x: number;
  readonly width: number;
}

const DEPUTY = /^Phó\s+(?=\S)/u;

/** A deputy signs for the head of the agency: `KT. GIÁM ĐỐC`, and the own office below (Decree 30/2020, Appendix I). */
export const officeLines = (title: string): string[] =>
  (DEPUTY.test(title) ? [`KT. ${title.replace(DEPUTY, '')}`, title] : [title]).map((line) => line.toUpperCase());

function sign(paper: Paper, { title, name, hint }: Signature, { x, width }: Column): void {
  const middle = { x, width, align: 'center' } as const;
  for (const line of officeLines(title)) paper.text(line, { ...middle, style: 'bold' });
  if (hint !== undefined) paper.text(`(${hint})`, { ...middle, style: 'italics', size: 11 });
  paper.y += SIGNATURE_SIZE.height;
  paper.text(name ?? '', { ...middle, style: 'bold' });
}

/** What a place to sign takes: title, hint, the signature and the name below it. */
const SIGNED = 12 + 16 + 13 + SIGNATURE_SIZE.height + 16;

/** What stands directly above signatures goes to the next page with them: they are never alone on one. */
export const withSignatures =
  (height: number): Block =>
  (paper) =>
    paper.need(height + SIGNED);

/** Columns of equal width, side by side, never torn apart by a page. */
function sideBySide(paper: Paper, columns: readonly ((column: Column) => void)[]): void {
  paper.need(SIGNED);
  paper.y += 12;
  const top = paper.y;
  const width = (paper.width - 12 * (columns.length - 1)) / columns.length;
  const ends = columns.map((draw, n) => {
    paper.y = top;
    draw({ x: paper.left + n * (width + 12), width });
    return paper.y;
  });
  paper.y = Math.max(...ends);
}

/** Places where people sign by hand, side by side. */
export const signatures =
  (places: readonly Signature[]): Block =>
  (paper) =>
    sideBySide(
      paper,
      places.map((place) => (column) => sign(paper, { hint: 'Ký và ghi rõ họ tên', ...place }, column)),
    );

/**
 * The end of a letter: where it goes on the left, office and name of who signs on the right. The place of the signature
 * is kept in the document by a name, for a signer that shows one.
 */
export const closing =
  (receivers: readonly string[], signature: Signature): Block =>
  (paper) =>
    sideBySide(paper, [
      (column) => {
        paper.text('Nơi nhận:', { ...column, style: 'boldItalics', size: 12 });
        for (const receiver of receivers) paper.text(`- ${receiver}`, { ...column, size: 11 });
      },
      (column) => {
        const top = paper.y;
        sign(paper, signature, column);
        const above = officeLines(signature.title).length + (signature.hint === undefined ? 0 : 1);
        const y = top + 16 * above + 2;
        const x = column.x + (column.width - SIGNATURE_SIZE.width) / 2;
        paper.document.addNamedDestination(SIGNATURE_PLACE, 'XYZ', x, y, null as unknown as number);
      },
    ]);

export type { TextStyle };
