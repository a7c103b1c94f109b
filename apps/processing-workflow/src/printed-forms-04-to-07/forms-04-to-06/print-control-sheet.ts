import type { Readable } from 'node:stream';
import { type Cell, printSheet, shortMoment } from '@motcua/pdf-drawing';
import type { ControlSlip } from './case-form.js';

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

export const PUNCTUALITY = { true: 'Đúng hạn', false: 'Quá hạn', null: '' } as const;

/** Who had it, and for whom where somebody stood in. */
export const officerOf = ({ officer, onBehalfOf }: ControlSlip['steps'][number]): string | null =>
  officer !== null && onBehalfOf !== null ? `${officer} (thay ${onBehalfOf})` : officer;

async function* rowsOf({ steps }: ControlSlip): AsyncGenerator<Cell[]> {
  for (const [index, step] of steps.entries())
    yield await Promise.resolve([
      index + 1,
      step.step,
      step.agencyName,
      officerOf(step),
      instant(step.receivedAt),
      step.handedOverAt === null ? null : instant(step.handedOverAt),
      step.dueAt === null ? null : instant(step.dueAt),
      PUNCTUALITY[`${step.onTime}`],
      step.outcomeName,
      step.note,
    ]);
}

/** The control slip (form 06) as a workbook. */
export const printControlSheet = (slip: ControlSlip): Readable =>
  printSheet({
    title: slip.title,
    above: [
      `Mã hồ sơ: ${slip.code}`,
      `Thủ tục: ${slip.procedure.name}`,
      `Cơ quan giải quyết hồ sơ: ${slip.agency.name}`,
      `Tiếp nhận: ${shortMoment(instant(slip.acceptedAt))}, hẹn trả: ${shortMoment(instant(slip.originalDueAt))}`,
    ],
    columns: [
      { heading: 'STT', width: 6 },
      { heading: 'Bước', width: 28 },
      { heading: 'Cơ quan, bộ phận', width: 30 },
      { heading: 'Người xử lý', width: 24 },
      { heading: 'Nhận hồ sơ', width: 18 },
      { heading: 'Giao hồ sơ', width: 18 },
      { heading: 'Hạn', width: 18 },
      { heading: 'Kết quả giải quyết', width: 14 },
      { heading: 'Ý kiến', width: 18 },
      { heading: 'Ghi chú', width: 34 },
    ],
    rows: rowsOf(slip),
    printedAt: instant(slip.issuedAt),
  });
