import {
  type Block,
  formTitle,
  grid,
  labelled,
  nationalHeader,
  paragraph,
  printPdf,
  sayMoment,
  shortMoment,
  signatures,
} from '@motcua/printing';
import type { CaseForm, ControlSlip } from './case-form.js';
import { PUNCTUALITY } from './print-control-sheet.js';

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const moment = (text: string): string => sayMoment(instant(text));

/** What was handed over, by whom to whom and when, and whether in time: a row for each who had it. */
function steps({ steps: rows, agency }: ControlSlip): Block[] {
  const others = [...new Set(rows.map(({ agencyName }) => agencyName))].filter((name) => name !== agency.name);
  return [
    labelled('Cơ quan (bộ phận) giải quyết hồ sơ', agency.name),
    labelled('Cơ quan phối hợp giải quyết hồ sơ', others.join('; ')),
    grid(
      [
        'Cơ quan, bộ phận',
        'Bước, người xử lý',
        'Nhận hồ sơ',
        'Giao hồ sơ',
        'Hạn',
        'Kết quả giải quyết hồ sơ',
        'Ghi chú',
      ],
      [20, 19, 13, 13, 13, 11, 14],
      rows.map((row) => [
        row.agencyName,
        row.officer === null ? row.step : `${row.step}: ${row.officer}`,
        shortMoment(instant(row.receivedAt)),
        row.handedOverAt === null ? '' : shortMoment(instant(row.handedOverAt)),
        shortMoment(instant(row.dueAt)),
        PUNCTUALITY[`${row.onTime}`],
        row.note ?? '',
      ]),
    ),
    signatures([{ title: 'Người giao hồ sơ' }, { title: 'Người nhận hồ sơ' }]),
  ];
}

function body(form: CaseForm): Block[] {
  switch (form.form) {
    case '04':
      return [
        labelled('Ngày hẹn trả kết quả', moment(form.previousDueAt)),
        paragraph('Đến nay hồ sơ chưa giải quyết xong. Cơ quan thành thật xin lỗi Ông/Bà, tổ chức vì sự chậm trễ này.'),
        labelled('Lý do', form.reason),
        labelled('Hẹn lại ngày trả kết quả', moment(form.newDueAt)),
        signatures([{ title: 'Người xử lý', name: form.officer }]),
      ];
    case '05':
      return [
        paragraph('Cơ quan thông báo dừng giải quyết hồ sơ nêu trên.'),
        labelled('Lý do', form.reason),
        signatures([{ title: 'Người xử lý', name: form.officer }]),
      ];
    case '06':
      return steps(form);
  }
}

/** A slip as PDF, laid out as offices do. */
export const printCaseForm = (form: CaseForm): Promise<Buffer> => {
  const at = instant(form.issuedAt);
  return printPdf({
    title: form.title,
    printedAt: at,
    footer: `Mẫu số ${form.form} - ${form.code}`,
    content: [
      nationalHeader({
        superior: form.superior,
        agency: form.agency.name,
        number: form.code,
        place: form.place,
        at,
      }),
      formTitle(form.title, `Mã hồ sơ: ${form.code}`),
      labelled('Thủ tục', form.procedure.name),
      labelled('Tiếp nhận lúc', moment(form.acceptedAt)),
      labelled('Ngày hẹn trả ghi trên Giấy tiếp nhận hồ sơ', moment(form.originalDueAt)),
      ...body(form),
    ],
  });
};
