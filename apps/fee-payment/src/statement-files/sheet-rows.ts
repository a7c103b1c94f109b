import { LONGEST_CELL, SheetReading } from './sheet-reading.js';
import type { TableRow } from './statement-table.js';

const MOST_COLUMNS = 200;

function columnOf(cell: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(cell)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** The rows of a sheet, with the numbers that the spreadsheet shows. */
export class SheetRows extends SheetReading<TableRow> {
  private cells: string[] = [];
  private row = 0;
  private column = -1;
  private kind = '';
  private value = '';
  private isValue = false;

  constructor(private readonly shared: readonly string[]) {
    super();
  }

  protected opened(name: string, { r, t }: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.cells = [];
      this.column = -1;
      this.row = r === undefined ? this.row + 1 : Number(r);
    } else if (name === 'c') {
      this.column = r === undefined ? this.column + 1 : columnOf(r);
      this.kind = t ?? 'n';
      this.value = '';
    }
    this.isValue = name === 'v' || name === 't';
  }

  protected text(text: string): void {
    if (this.isValue) this.value = (this.value + text).slice(0, LONGEST_CELL);
  }

  protected closed(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    if (name === 'c' && this.column >= 0 && this.column < MOST_COLUMNS) {
      while (this.cells.length < this.column) this.cells.push('');
      this.cells[this.column] =
        this.kind === 's' ? (this.shared[Number(this.value)] ?? '') : plain(this.value, this.kind);
    }
    if (name === 'row') this.found.push({ line: this.row, cells: this.cells });
  }
}

/** Large numbers are written as 2.3E+5. */
const plain = (value: string, kind: string): string =>
  kind === 'n' && /^-?\d+(?:\.\d+)?E\+?\d+$/i.test(value) ? String(Number(value)) : value;
