import { folded } from '@motcua/kernel';
import { findReference } from './find-reference.js';
import { readAmount } from './read-amount.js';
import { readDay, readSheetDay } from './read-day.js';
import { fault, type StatementPart } from './statement-file.js';

/** One row of a table, with the line of the file on which it begins. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What the columns of platforms and banks are called, folded. */
const COLUMNS = {
  reference: ['ma tham chieu', 'mathamchieu', 'so tham chieu', 'reference', 'ma don hang'],
  transaction: [
    ...['ma giao dich', 'magiaodich', 'so giao dich', 'so but toan', 'so chung tu', 'transaction', 'transaction id'],
    ...['transaction no', 'so ct'],
  ],
  amount: ['so tien', 'sotien', 'amount', 'so tien giao dich'],
  credit: ['ghi co', 'phat sinh co', 'so tien ghi co', 'credit', 'credit amount', 'co'],
  debit: ['ghi no', 'phat sinh no', 'so tien ghi no', 'debit', 'debit amount', 'no'],
  day: ['ngay giao dich', 'thoi gian gd', 'thoigiangd', 'thoi gian giao dich', 'ngay', 'date', 'ngay hach toan'],
  content: ['noi dung', 'thong tin giao dich', 'thongtingiaodich', 'dien giai', 'mo ta', 'description', 'content'],
  kind: ['loai giao dich', 'loaigiaodich', 'loai', 'type'],
} as const;
type Column = keyof typeof COLUMNS;

/** A bank writes its name, the account and the period above the table. */
const MOST_LINES_ABOVE = 30;
/** What stands below the last payment, or between: sums and balances. */
const SUMS = /^(?:tong|cong|so du|total|balance)\b/;
/** A payment back. */
const BACK = /hoan|refund/;

// `y` and `i` are one letter in a folded text.
const NAMES = new Map(
  Object.entries(COLUMNS).flatMap(([column, names]) => names.map((name) => [folded(name), column as Column] as const)),
);

type Found = Partial<Record<Column, number>>;

/** Where a header has what; null: it is none. */
export function columnsOf(cells: readonly string[]): Found | null {
  const found: Found = {};
  for (const [index, cell] of cells.entries()) {
    const column = NAMES.get(folded(cell));
    if (column !== undefined) found[column] ??= index;
  }
  const hasMoney = found.amount !== undefined || found.credit !== undefined;
  const hasName = found.transaction !== undefined || found.reference !== undefined;
  return hasMoney && hasName ? found : null;
}

/** The payments of a table whose columns are known by their names. What stands above the header is passed over. */
export async function* readTable(rows: AsyncIterable<TableRow>): AsyncGenerator<StatementPart> {
  let columns: Found | null = null;
  let seen = 0;
  let last = 0;
  for await (const row of rows) {
    last = row.line;
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    if (columns === null) {
      columns = columnsOf(row.cells);
      seen += 1;
      if (columns === null && seen > MOST_LINES_ABOVE) break;
    } else {
      const part = readRow(row, columns);
      if (part !== null) yield part;
    }
  }
  if (columns === null) {
    yield fault(
      Math.max(1, last),
      'HEADER_MISSING',
      'Không có dòng tiêu đề: cần cột số tiền (hoặc ghi có) và cột mã giao dịch hoặc mã tham chiếu',
      'There is no header: a column of amounts (or credits) and one of transaction numbers or references are needed',
    );
  }
}

function readRow({ line, cells }: TableRow, columns: Found): StatementPart | null {
  const cell = (column: Column): string => {
    const index = columns[column];
    return index === undefined ? '' : (cells[index] ?? '').trim();
  };
  if (isSum(cells, columns)) return null;
  const money = moneyOf(cell);
  if (money === null) {
    return fault(
      line,
      'AMOUNT_UNREADABLE',
      'Số tiền không phải là số nguyên đồng',
      'The amount is no whole number of đồng',
    );
  }
  if (money === 0) return fault(line, 'AMOUNT_MISSING', 'Dòng không có số tiền', 'The line has no amount');
  const [transaction, content] = [cell('transaction'), cell('content')];
  const reference = columns.reference === undefined ? findReference(content) : cell('reference');
  if (transaction === '' && reference === '') {
    return fault(
      line,
      'NUMBER_MISSING',
      'Dòng không có mã giao dịch và không có mã tham chiếu',
      'The line has neither a transaction number nor a reference',
    );
  }
  const day = cell('day');
  const read = readDay(day) ?? readSheetDay(day);
  if (day !== '' && read === null) {
    return fault(line, 'DAY_UNREADABLE', 'Ngày giao dịch không đọc được', 'The day of the transaction cannot be read');
  }
  const isBack = money < 0 || BACK.test(folded(cell('kind')));
  const direction = isBack ? ('out' as const) : ('in' as const);
  return { is: 'line', line, direction, reference, transaction, amount: Math.abs(money), day: read, content };
}

/** A payer may be called as sums are; but a sum has neither a number nor a reference. */
function isSum(cells: readonly string[], { transaction, reference }: Found): boolean {
  const at = cells.findIndex((text) => text.trim() !== '');
  const isNamed = [transaction, reference].some(
    (column) => column !== undefined && column !== at && (cells[column] ?? '').trim() !== '',
  );
  return !isNamed && SUMS.test(folded(cells[at] ?? ''));
}

/** Less than nothing: it went out. Null: it cannot be read. */
function moneyOf(cell: (column: Column) => string): number | null {
  const [amount, credit, debit] = [cell('amount'), cell('credit'), cell('debit')].map((text) =>
    text === '' || text === '-' ? 0 : readAmount(text),
  );
  if (amount == null || credit == null || debit == null) return null;
  if (credit !== 0 && debit !== 0) return null;
  if (credit !== 0 || debit !== 0) return credit - Math.abs(debit);
  return amount;
}
