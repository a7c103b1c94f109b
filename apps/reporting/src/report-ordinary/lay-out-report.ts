import type { Cell, PrintedTable } from '@motcua/pdf-drawing';
import type { OrdinaryLineView } from './ordinary-line.view.js';
import type { OrdinaryReportView } from './ordinary-report.view.js';

const COLUMNS = [
  { heading: 'STT', width: 6 },
  { heading: 'Nội dung', width: 42 },
  { heading: 'Tiếp nhận: tổng số', width: 11 },
  { heading: 'Trực tuyến', width: 11 },
  { heading: 'Trực tiếp, bưu chính', width: 11 },
  { heading: 'Từ kỳ trước', width: 11 },
  { heading: 'Đã giải quyết: tổng số', width: 11 },
  { heading: 'Trước hạn', width: 11 },
  { heading: 'Đúng hạn', width: 11 },
  { heading: 'Quá hạn', width: 11 },
  { heading: 'Dừng giải quyết, rút hồ sơ', width: 11 },
  { heading: 'Đang giải quyết: tổng số', width: 11 },
  { heading: 'Trong hạn', width: 11 },
  { heading: 'Quá hạn', width: 11 },
] as const;

function cellsOf(line: OrdinaryLineView, number: number | null, name: string = line.name ?? line.code): Cell[] {
  const atTheDesk = line.receivedAtCounter + line.receivedByPost;
  return [
    number,
    name,
    line.carriedOver + line.receivedOnline + atTheDesk,
    line.receivedOnline,
    atTheDesk,
    line.carriedOver,
    line.finishedEarly + line.finishedOnDay + line.finishedLate,
    line.finishedEarly,
    line.finishedOnDay,
    line.finishedLate,
    line.stopped + line.withdrawn,
    line.runningInTime + line.runningLate,
    line.runningInTime,
    line.runningLate,
  ];
}

const QUARTERS = { Q1: 'I', Q2: 'II', Q3: 'III', Q4: 'IV' } as const;

/** `2026` → `Năm 2026`, `2026-Q4` → `Quý IV năm 2026`, `2026-11` → `Tháng 11 năm 2026` */
export function sayPeriod(name: string): string {
  const [year, part] = name.split('-');
  if (part === undefined) return `Năm ${year}`;
  return part in QUARTERS
    ? `Quý ${QUARTERS[part as keyof typeof QUARTERS]} năm ${year}`
    : `Tháng ${Number(part)} năm ${year}`;
}

async function* rowsOf({ lines, total }: OrdinaryReportView): AsyncGenerator<Cell[]> {
  for (const [index, line] of lines.entries()) yield cellsOf(line, index + 1);
  yield cellsOf(total, null, 'Tổng cộng');
}

/** Form II.06, as a workbook or on paper. */
export function layOutReport(
  report: OrdinaryReportView,
  { issuer, printedAt }: Pick<PrintedTable, 'issuer' | 'printedAt'>,
): PrintedTable {
  return {
    title: 'Tình hình, kết quả giải quyết thủ tục hành chính',
    above: [issuer.agency, `Biểu số II.06, kỳ báo cáo: ${sayPeriod(report.period)}`],
    columns: COLUMNS,
    rows: rowsOf(report),
    printedAt,
    issuer,
    footer: `Biểu số II.06, ${sayPeriod(report.period)}`,
  };
}
