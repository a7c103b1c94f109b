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

/** The title of a part of a paper. */
export const partTitle =
  (title: string): Block =>
  (paper) => {
    paper.need(100);
    paper.y += 10;
    paper.text(title.toUpperCase(), { style: 'bold', align: 'center', type: 'H2' });
    paper.y += 4;
  };

/** What a table is about: it stands on one page with the table's beginning. */
export const leadIn =
  (text: string): Block =>
  (paper) => {
    paper.need(80);
    paper.text(text);
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

/**
 * A ruled table; its head is repeated on every page. Widths are shares: a column is never narrower than its longest word. Cells
 * are text.
 */
export const grid =
  (
    headings: readonly string[],
    widths: readonly number[],
    rows: readonly (readonly string[])[],
    aligned: readonly TextStyle['align'][] = [],
  ): Block =>
  (paper) =>
    paper.group('Table', () => {
      paper.need(60);
      paper.y += 1.5;
      const table = new DrawnTable(paper, headings, { widths, size: 11, aligned }, rows);
      table.head();
      for (const [n, row] of rows.entries()) table.row(row, n === rows.length - 1);
      paper.y += 6;
    });

export interface Signature {
  /** Office of who signs, or the part that somebody has. */
  readonly title: string;
  readonly name?: string | null;
  /** What is said below the title, in brackets. */
  readonly hint?: string;
}

/** Name of the place in a document that is kept for who signs it. */
export const SIGNATURE_PLACE = 'signed-block';
/** Of the visible signature, in points. */
export const SIGNATURE_SIZE = { width: 190, height: 56 } as const;
/** Of the visible signature between the office of who signs and their name, as Decree 30/2020 asks. */
export const SIGNED_BLOCK = { width: 226, height: 140 } as const;

interface Column {
  readonly x: number;
  readonly width: number;
}

const DEPUTY = /^Phó\s+(?=\S)/u;

/** A deputy signs for the head of the agency: `KT. GIÁM ĐỐC`, and the own office below (Decree 30/2020, Appendix I). */
export const officeLines = (title: string): string[] =>
  (DEPUTY.test(title) ? [`KT. ${title.replace(DEPUTY, '')}`, title] : [title]).map((line) => line.toUpperCase());

const TITLE = { align: 'center', style: 'bold' } as const;
const HINT = { align: 'center', style: 'italics', size: 11 } as const;

function sign(paper: Paper, { title, name, hint }: Signature, place: Column): void {
  for (const line of officeLines(title)) paper.text(line, { ...TITLE, ...place });
  if (hint !== undefined) paper.text(`(${hint})`, { ...HINT, ...place });
  paper.y += SIGNATURE_SIZE.height;
  paper.text(name ?? '', { ...TITLE, ...place });
}

function heightOfSigned(paper: Paper, { title, name, hint }: Signature, width: number): number {
  const lines = officeLines(title).map((line) => paper.heightOf(line, width, TITLE));
  const said = hint === undefined ? 0 : paper.heightOf(`(${hint})`, width, HINT);
  return lines.reduce((sum, one) => sum + one, said) + SIGNATURE_SIZE.height + paper.heightOf(name ?? '', width, TITLE);
}

/** The end of a paper: it is not torn apart, and not alone on a page where it is drawn with {@link ending}. */
export interface Ending extends Block {
  readonly height: (paper: Paper) => number;
}

/** What is said last, and those who sign it: at least two lines or a row of it stand on the page of the signatures. */
export const ending =
  (last: Block, end: Ending): Block =>
  (paper) => {
    paper.followedBy(end.height(paper), () => last(paper));
    end(paper);
  };

const ABOVE = 12;
const GAP = 12;

interface Drawn {
  readonly draw: (column: Column) => void;
  readonly height: (width: number) => number;
}

/** Columns of equal width, side by side, never torn apart by a page. */
function sideBySide(columnsOf: (paper: Paper) => readonly Drawn[]): Ending {
  const widthIn = (paper: Paper, count: number): number => (paper.width - GAP * (count - 1)) / count;
  const height = (paper: Paper): number => {
    const columns = columnsOf(paper);
    return ABOVE + Math.max(...columns.map((one) => one.height(widthIn(paper, columns.length))));
  };
  const draw = (paper: Paper): void => {
    paper.need(height(paper));
    paper.y += ABOVE;
    const top = paper.y;
    const columns = columnsOf(paper);
    const width = widthIn(paper, columns.length);
    const ends = columns.map((one, n) => {
      paper.y = top;
      one.draw({ x: paper.left + n * (width + GAP), width });
      return paper.y;
    });
    paper.y = Math.max(...ends);
  };
  return Object.assign(draw, { height });
}

/** Places where people sign by hand, side by side. */
export const signatures = (places: readonly Signature[]): Ending =>
  sideBySide((paper) =>
    places.map((one) => {
      const place = { hint: 'Ký và ghi rõ họ tên', ...one };
      return {
        draw: (column) => sign(paper, place, column),
        height: (width) => heightOfSigned(paper, place, width),
      };
    }),
  );

const RECEIVER = { size: 11 } as const;

/** Nơi nhận, on the left. */
function receiversIn(paper: Paper, receivers: readonly string[]): Drawn {
  const lines = receivers.map((receiver) => `- ${receiver}`);
  return {
    draw: (column) => {
      paper.text('Nơi nhận:', { ...column, style: 'boldItalics', size: 12 });
      for (const line of lines) paper.text(line, { ...column, ...RECEIVER });
    },
    height: (width) =>
      lines.reduce((sum, line) => sum + paper.heightOf(line, width, RECEIVER), paper.heightOf('', width, { size: 12 })),
  };
}

/** The end of a letter that is signed by hand: where it goes on the left, office and name of who signs on the right. */
export const closing = (receivers: readonly string[], signature: Signature): Ending =>
  sideBySide((paper) => [
    receiversIn(paper, receivers),
    {
      draw: (column) => sign(paper, signature, column),
      height: (width) => heightOfSigned(paper, signature, width),
    },
  ]);

/**
 * The end of a document that is signed with a key: where it goes on the left; on the right a place, kept by a name, for what the
 * signature shows: who signs, and in which office, is known only then.
 */
export const closingForSignature = (receivers: readonly string[]): Ending =>
  sideBySide((paper) => [
    receiversIn(paper, receivers),
    {
      draw: ({ x, width }) => {
        paper.keepPlace(SIGNATURE_PLACE, x + (width - SIGNED_BLOCK.width) / 2, paper.y);
        paper.y += SIGNED_BLOCK.height;
      },
      height: () => SIGNED_BLOCK.height,
    },
  ]);

export type { TextStyle };
