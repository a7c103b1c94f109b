import {
  addressee,
  type Block,
  closing,
  ending,
  formTitle,
  grid,
  labelled,
  nationalHeader,
  paragraph,
  printPdf,
  sayAddressee,
  sayMoment,
  sentence,
  shortDay,
  shortMoment,
  signatures,
} from '@motcua/pdf-drawing';
import type { ApologyForm, CaseForm, ControlSlip, StopForm } from './case-form.js';
import { officerOf, PUNCTUALITY } from './print-control-sheet.js';

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const moment = (text: string): string => sayMoment(instant(text));

/** What was handed over, by whom to whom and when, and whether in time: a row for each who had it. */
function steps({ steps: rows, agency }: ControlSlip): Block[] {
  const others = [...new Set(rows.map(({ agencyName }) => agencyName))].filter((name) => name !== agency.name);
  return [
    labelled('Cơ quan (bộ phận) giải quyết hồ sơ', agency.name),
    labelled('Cơ quan phối hợp giải quyết hồ sơ', others.join('; ')),
    ending(
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
          row.officer === null ? row.step : `${row.step}: ${officerOf(row)}`,
          shortMoment(instant(row.receivedAt)),
          row.handedOverAt === null ? '' : shortMoment(instant(row.handedOverAt)),
          row.dueAt === null ? '' : shortMoment(instant(row.dueAt)),
          PUNCTUALITY[`${row.onTime}`],
          row.note ?? '',
        ]),
      ),
      signatures([{ title: 'Người giao hồ sơ' }, { title: 'Người nhận hồ sơ' }]),
    ),
  ];
}

/** The paragraph that says which dossier a letter is about. */
const about = ({ agency, procedure, code, acceptedAt, originalDueAt }: CaseForm): Block =>
  paragraph(
    `Ngày ${shortDay(instant(acceptedAt))}, ${agency.name} đã tiếp nhận hồ sơ mã ${code} đề nghị giải quyết thủ tục ${procedure.name}, hẹn trả kết quả lúc ${moment(originalDueAt)}.`,
  );

const letter = (form: ApologyForm | StopForm, ...said: Block[]): Block[] => [
  addressee(form.applicant ? sayAddressee(form.applicant) : 'Tổ chức, cá nhân nộp hồ sơ', form.applicant?.address),
  about(form),
  ...said,
  ending(
    paragraph(`${form.agency.name} thông báo để Ông/Bà, tổ chức biết và phối hợp thực hiện./.`),
    closing(['Như trên;', 'Bộ phận Một cửa;', 'Lưu: VT, hồ sơ.'], {
      title: form.signer?.office ?? 'Người có thẩm quyền',
      name: form.signer?.name ?? null,
      hint: 'Ký, ghi rõ họ tên và đóng dấu',
    }),
  ),
];

function body(form: CaseForm): Block[] {
  switch (form.form) {
    case '04':
      return letter(
        form,
        paragraph(
          `Theo lịch hẹn, kết quả được trả lúc ${moment(form.previousDueAt)}. Đến nay hồ sơ chưa giải quyết xong với lý do: ${sentence(form.reason)}`,
        ),
        paragraph(
          `${form.agency.name} xin lỗi Ông/Bà, tổ chức vì sự chậm trễ này và hẹn lại thời gian trả kết quả: ${moment(form.newDueAt)}.`,
        ),
      );
    case '05':
      return letter(
        form,
        paragraph(`${form.agency.name} dừng giải quyết hồ sơ nêu trên với lý do: ${sentence(form.reason)}`),
      );
    case '06':
      return [
        labelled('Thủ tục hành chính', form.procedure.name),
        labelled('Tiếp nhận lúc', moment(form.acceptedAt)),
        labelled('Thời gian hẹn trả ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả', moment(form.originalDueAt)),
        ...steps(form),
      ];
  }
}

/** A slip as PDF, laid out as offices do. */
export function printCaseForm(form: CaseForm): Promise<Buffer> {
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
      ...body(form),
    ],
  });
}
