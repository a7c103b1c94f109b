import { columnWidths } from './column-widths.js';
import { LEADING, type Paper, type TextStyle } from './paper.js';

const PADDING = 3;

interface TableStyle {
  /** Of the columns, in any unit: the table is as wide as the paper. */
  readonly widths: readonly number[];
  /** In points. */
  readonly size: number;
  /** Of the columns; those after the last one named are aligned left. */
  readonly aligned?: readonly TextStyle['align'][];
}

/** A ruled table, row by row; its head is repeated on every page, and a row that is higher than a page goes on over it. */
export class DrawnTable {
  private readonly widths: readonly number[];

  constructor(
    private readonly paper: Paper,
    private readonly headings: readonly string[],
    private readonly style: TableStyle,
    /** What the columns are to hold without breaking a word. */
    rows: readonly (readonly string[])[],
  ) {
    const { size } = style;
    const needs = this.widestWords([headings], { style: 'bold', size });
    for (const [n, width] of this.widestWords(rows, { size }).entries()) needs[n] = Math.max(needs[n] ?? 0, width);
    this.widths = columnWidths(paper.width, style.widths, needs);
  }

  head(): void {
    this.paper.group('TR', () =>
      this.draw(this.broken(this.headings, { style: 'bold' }), { style: 'bold', align: 'center' }, 'TH'),
    );
  }

  /** @param isLast it stands on one page with what follows the table */
  row(cells: readonly string[], isLast = false): void {
    const lines = this.broken(cells, {});
    const whole = this.heightOf(lines);
    const room = isLast ? this.paper.roomForEnd - PADDING : this.room;
    // A row is not torn apart, unless it would leave most of a page empty or does not fit on any.
    if (whole > room && whole <= this.page / 3) this.turn();
    this.paper.group('TR', () => this.draw(lines, {}, 'TD'));
  }

  /** Of each column, with what stands around a word. */
  private widestWords(rows: readonly (readonly string[])[], style: TextStyle): number[] {
    this.paper.font(style);
    const widths: number[] = [];
    for (const cells of rows)
      for (const [n, text] of cells.entries())
        for (const word of text.normalize('NFC').split(/\s+/))
          widths[n] = Math.max(widths[n] ?? 0, this.paper.document.widthOfString(word) + 2 * PADDING);
    return widths;
  }

  private get lineHeight(): number {
    return this.style.size * LEADING;
  }

  private get room(): number {
    return this.paper.bottom - this.paper.y;
  }

  private get page(): number {
    return this.paper.bottom - this.paper.document.page.margins.top;
  }

  private heightOf(cells: readonly (readonly string[])[]): number {
    return Math.max(...cells.map(({ length }) => length), 1) * this.lineHeight + 2 * PADDING;
  }

  private broken(cells: readonly string[], style: TextStyle): string[][] {
    this.paper.font({ ...style, size: this.style.size });
    return cells.map((text, index) => this.paper.lines(text, this.widths[index]! - 2 * PADDING));
  }

  /** To the next page, with the headings again: for the eye alone, who hears the table has heard them. */
  private turn(): void {
    const { paper } = this;
    paper.document.addPage();
    paper.artifact(() => {
      const lines = this.broken(this.headings, { style: 'bold' });
      this.slice(lines, { style: 'bold', align: 'center' }, (_cell, write) => write());
    });
  }

  private draw(cells: string[][], style: TextStyle, type: 'TH' | 'TD'): void {
    let left = cells;
    while (left.length > 0) {
      const fit = Math.floor((this.room - 2 * PADDING) / this.lineHeight);
      if (fit < 1) {
        this.turn();
        continue;
      }
      const now = left.map((lines) => lines.slice(0, fit));
      const rest = left.map((lines) => lines.slice(fit));
      this.slice(now, style, (_cell, write) => this.paper.group(type, () => this.paper.content(write)), true);
      left = rest.some(({ length }) => length > 0) ? rest : [];
      if (left.length > 0) this.turn();
    }
  }

  /** So much of a row as stands on this page. */
  private slice(
    cells: readonly (readonly string[])[],
    how: TextStyle,
    each: (cell: number, write: () => void) => void,
    ruled = false,
  ): void {
    const { paper } = this;
    const { y } = paper;
    const height = this.heightOf(cells);
    if (ruled) paper.artifact(() => this.boxes(y, height));
    else this.boxes(y, height);
    let x = paper.left;
    for (const [index, lines] of cells.entries()) {
      const [at, width] = [x, this.widths[index]!];
      each(index, () => {
        paper.font({ ...how, size: this.style.size });
        for (const [n, line] of lines.entries()) {
          paper.y = y + PADDING + n * this.lineHeight;
          paper.line(line, { x: at + PADDING, width: width - 2 * PADDING }, how.align ?? this.style.aligned?.[index]);
        }
      });
      x += width;
    }
    paper.y = y + height;
  }

  private boxes(y: number, height: number): void {
    let x = this.paper.left;
    const { document } = this.paper;
    document.lineWidth(0.5);
    for (const width of this.widths) {
      document.rect(x, y, width, height).stroke();
      x += width;
    }
  }
}
