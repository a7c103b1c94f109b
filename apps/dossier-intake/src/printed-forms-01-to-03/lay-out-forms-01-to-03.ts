import {
  addressee,
  type Block,
  formTitle,
  grid,
  labelled,
  nationalHeader,
  paragraph,
  printPdf,
  qrCode,
  sayAddressee,
  sayAmount,
  sayMoment,
  sentence,
  signatures,
  withSignatures,
} from '@motcua/pdf-drawing';
import type { AppointmentSlip, FormFacts, PaperNote, RefusalSlip, SupplementSlip } from './form-facts.js';

/** What a form says of the house that prints it. */
interface Imprint {
  /** Where it is signed. */
  readonly place: string;
  /** Address under which clients reach the system. */
  readonly publicUrl: string;
}

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

const SUFFIX = { '01': 'TNHS', '02': 'HDHS', '03': 'TC' } as const;

/** A form on paper: receipt and appointment (01), supplement request (02), refusal (03). @rule R15 */
const layOut = (facts: FormFacts, { place, publicUrl }: Imprint): Block[] => [
  nationalHeader({
    superior: facts.agency.superior,
    agency: facts.agency.name,
    number: `${facts.code}/${SUFFIX[facts.form]}`,
    place,
    at: at(facts.at),
  }),
  formTitle(facts.title, `Mã hồ sơ: ${facts.code}`),
  ...(facts.form === '01' ? appointment(facts, publicUrl) : facts.form === '02' ? supplement(facts) : refusal(facts)),
];

export const printForm = (facts: FormFacts, imprint: Imprint): Promise<Buffer> =>
  printPdf({
    title: `${facts.title} ${facts.code}`,
    printedAt: at(facts.at),
    content: layOut(facts, imprint),
    footer: `Mẫu số ${facts.form} - ${facts.code}`,
  });

/** Người nộp hồ sơ: who stands at the counter. */
const handingIn = ({ applicant, handedInBy }: FormFacts): string => handedInBy?.fullName ?? applicant.fullName;

const applicantLines = ({ applicant, coApplicants, handedInBy, procedure }: FormFacts): Block[] => [
  ...(coApplicants.length > 0 ? [labelled('Người cùng đứng tên', coApplicants.join('; '))] : []),
  ...(handedInBy
    ? [labelled('Người nộp hồ sơ', `${handedInBy.fullName} (theo ủy quyền: ${handedInBy.authorisation})`)]
    : []),
  labelled('Địa chỉ', applicant.address),
  labelled('Số điện thoại', applicant.phone),
  labelled('Email', applicant.email),
  labelled('Nội dung yêu cầu giải quyết', `${procedure.name} (mã thủ tục ${procedure.code})`),
];

const counted = (number: number | null): string => (number === null ? '' : String(number));

const NOTES: Readonly<Record<PaperNote, string>> = {
  seenAndReturned: 'Đã đối chiếu, trả lại bản chính',
  notScanned: 'Chưa số hóa',
  fromCitizenStore: 'Từ kho dữ liệu điện tử của tổ chức, cá nhân',
  reused: 'Tái sử dụng giấy tờ đã có',
};

const appointment = (slip: AppointmentSlip, publicUrl: string): Block[] => [
  labelled('Bộ phận tiếp nhận và trả kết quả', slip.agency.name),
  labelled('Tiếp nhận hồ sơ của', slip.applicant.fullName),
  ...applicantLines(slip),
  paragraph('Thành phần hồ sơ đã nhận gồm:'),
  grid(
    ['STT', 'Tên giấy tờ', 'Bản chính', 'Bản sao', 'Tệp điện tử', 'Ghi chú'],
    [7, 42, 10, 10, 10, 21],
    slip.components.map(({ name, originals, copies, files, note }, index) => [
      String(index + 1),
      name,
      counted(originals),
      counted(copies),
      String(files),
      note === null ? '' : NOTES[note],
    ]),
  ),
  labelled('Số lượng hồ sơ', '01 bộ'),
  labelled('Thời hạn giải quyết theo quy định', slip.term),
  ...(slip.reduction
    ? [labelled('Cam kết rút ngắn', `${slip.reduction.percent} thời hạn (${slip.reduction.legalBasis})`)]
    : []),
  labelled('Thời gian nhận hồ sơ', sayMoment(at(slip.acceptedAt))),
  labelled('Hạn giải quyết theo quy định', sayMoment(at(slip.statutoryDueAt))),
  labelled('Thời gian hẹn trả kết quả', sayMoment(at(slip.promisedDueAt))),
  labelled(
    'Đăng ký nhận kết quả',
    slip.delivery.address === null ? slip.delivery.method : `${slip.delivery.method}: ${slip.delivery.address}`,
  ),
  ...fees(slip),
  ...linked(slip),
  withSignatures(QR_HEIGHT),
  qrCode(`${publicUrl}/tra-cuu/${slip.code}`, `Tra cứu hồ sơ ${slip.code}: quét mã hoặc truy cập địa chỉ`),
  signatures([
    { title: 'Người nộp hồ sơ', name: handingIn(slip) },
    { title: 'Người tiếp nhận hồ sơ', name: slip.officer },
  ]),
];

/** Of the QR code with its address, in points. */
const QR_HEIGHT = 66;

/** One slip tells of all that were submitted together. */
const linked = ({ linked: dossiers }: AppointmentSlip): Block[] =>
  dossiers.length === 0
    ? []
    : [
        paragraph('Hồ sơ liên thông nộp cùng:'),
        grid(
          ['STT', 'Mã hồ sơ', 'Thủ tục', 'Cơ quan giải quyết', 'Ghi chú'],
          [7, 22, 33, 20, 18],
          dossiers.map(({ code, procedureName, agency, after }, index) => [
            String(index + 1),
            code,
            procedureName,
            agency,
            after.length === 0 ? '' : `Tiếp nhận sau khi có kết quả của hồ sơ số ${after.join(', ')}`,
          ]),
        ),
      ];

const fees = ({ fees: lines, total }: AppointmentSlip): Block[] =>
  lines.length === 0
    ? [labelled('Phí, lệ phí', 'Không thu')]
    : [
        paragraph('Phí, lệ phí:'),
        grid(
          ['Khoản thu', 'Mức thu', 'Phải nộp', 'Căn cứ miễn, giảm'],
          [35, 18, 18, 29],
          [
            ...lines.map(({ name, base, net, legalBasis }) => [
              name,
              sayAmount(base),
              sayAmount(net),
              legalBasis ?? '',
            ]),
            ['Tổng cộng', '', sayAmount(total), ''],
          ],
        ),
      ];

const table = (items: SupplementSlip['items']): Block =>
  grid(
    ['STT', 'Giấy tờ, thông tin', 'Nội dung, lý do'],
    [7, 43, 50],
    items.map(({ what, reason }, index) => [String(index + 1), what, reason]),
  );

const contactLine = ({ agency }: FormFacts): Block =>
  paragraph(
    `Nếu có vướng mắc, Ông/Bà, tổ chức liên hệ ${agency.name}${agency.phone === null ? '' : `, số điện thoại ${agency.phone}`}${agency.address === null ? '' : `, địa chỉ ${agency.address}`} để được hướng dẫn./.`,
  );

const greeting = ({ applicant }: FormFacts): Block => addressee(sayAddressee(applicant), applicant.address);

const about = ({ code, procedure }: FormFacts): string =>
  `hồ sơ mã ${code} đề nghị giải quyết thủ tục ${procedure.name} (mã thủ tục ${procedure.code})`;

const supplement = (slip: SupplementSlip): Block[] => [
  greeting(slip),
  paragraph(
    `${slip.agency.name} đã nhận ${about(slip)}. Đề nghị Ông/Bà, tổ chức bổ sung, hoàn thiện (lần thứ ${slip.number}) những nội dung sau:`,
  ),
  table(slip.items),
  paragraph(`Thời hạn bổ sung: đến ${sayMoment(at(slip.deadlineAt))}.`),
  contactLine(slip),
  signatures([
    { title: 'Người nhận phiếu', name: handingIn(slip) },
    { title: 'Người hướng dẫn', name: slip.officer },
  ]),
];

const refusal = (slip: RefusalSlip): Block[] => [
  greeting(slip),
  paragraph(`${slip.agency.name} không tiếp nhận, giải quyết ${about(slip)} với lý do: ${sentence(slip.reason)}`),
  ...(slip.items.length === 0 ? [] : [table(slip.items)]),
  contactLine(slip),
  signatures([
    { title: 'Người nộp hồ sơ', name: handingIn(slip) },
    { title: 'Người tiếp nhận hồ sơ', name: slip.officer },
  ]),
];
