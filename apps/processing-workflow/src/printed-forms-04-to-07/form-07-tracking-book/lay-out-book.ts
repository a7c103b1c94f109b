import type { Cell, PrintedTable } from '@motcua/pdf-drawing';
import { shortDay } from '@motcua/pdf-drawing';
import type { BookLineView } from './book-line.view.js';
import type { BookPeriod } from './book-period.js';

interface BookCover extends BookPeriod {
  readonly issuer: PrintedTable['issuer'];
  readonly printedAt: Temporal.Instant;
}

const COLUMNS = [
  { heading: 'STT', width: 6 },
  { heading: 'Mã hồ sơ', width: 25 },
  { heading: 'Tên thủ tục hành chính', width: 30 },
  { heading: 'Số lượng hồ sơ (bộ)', width: 8 },
  { heading: 'Tên cá nhân, tổ chức', width: 22 },
  { heading: 'Địa chỉ, số điện thoại', width: 24 },
  { heading: 'Cơ quan chủ trì giải quyết', width: 22 },
  { heading: 'Nhận hồ sơ', width: 16 },
  { heading: 'Hẹn trả kết quả', width: 16 },
  { heading: 'Kết quả (số, ký hiệu)', width: 18 },
  { heading: 'Trả kết quả', width: 16 },
  { heading: 'Phương thức nhận kết quả', width: 13 },
  { heading: 'Ký nhận', width: 10 },
  { heading: 'Ghi chú', width: 18 },
] as const;

const METHODS: Readonly<Record<string, string>> = { counter: 'Trực tiếp', post: 'Bưu chính', online: 'Trực tuyến' };

const NOTES = {
  open: 'Đang giải quyết',
  awaitingSupplement: 'Chờ bổ sung hồ sơ',
  awaitingPayment: 'Chờ thực hiện nghĩa vụ tài chính',
  completed: 'Đã có kết quả',
  stopped: 'Dừng giải quyết',
  withdrawn: 'Đã rút hồ sơ',
  returned: 'Đã trả kết quả',
} as const satisfies Record<BookLineView['status'], string>;

const instant = (text: string | null): Temporal.Instant | null => (text === null ? null : Temporal.Instant.from(text));

/** A line as the form has it. The last promise stands beside the first one where they differ (R12, R18). */
function cellsOf(line: BookLineView, number: number): Cell[] {
  const moved = line.dueAt !== null && line.dueAt !== line.promisedAt;
  const note = moved
    ? `${NOTES[line.status]}; hẹn lại ${shortDay(Temporal.Instant.from(line.dueAt))}`
    : NOTES[line.status];
  return [
    number,
    line.code,
    line.procedure.name,
    1,
    line.applicant,
    [line.address, line.phone].filter(Boolean).join(', '),
    line.competentAgency.name,
    instant(line.receivedAt),
    instant(line.promisedAt),
    line.result,
    instant(line.returnedAt),
    line.returnMethod === null ? null : (METHODS[line.returnMethod] ?? line.returnMethod),
    null,
    note,
  ];
}

async function* numbered(lines: AsyncIterable<BookLineView>): AsyncGenerator<Cell[]> {
  let number = 0;
  for await (const line of lines) yield cellsOf(line, ++number);
}

/** Form 07 as a table: of a workbook, or on paper. */
export function layOutBook(
  { issuer, printedAt, from, until }: BookCover,
  lines: AsyncIterable<BookLineView>,
): PrintedTable {
  const lastDay = until.subtract({ hours: 1 });
  return {
    title: 'Sổ theo dõi hồ sơ',
    above: [issuer.agency, `Từ ngày ${shortDay(from)} đến ngày ${shortDay(lastDay)}`],
    columns: COLUMNS,
    rows: numbered(lines),
    printedAt,
    issuer,
    footer: 'Mẫu số 07 - Sổ theo dõi hồ sơ',
  };
}
