import {
  addressee,
  type Block,
  ending,
  type Ending,
  formTitle,
  grid,
  labelled,
  leadIn,
  nationalHeader,
  paragraph,
  printPdf,
  qrCode,
  sayAddressee,
  sayAmount,
  sayMoment,
  sentence,
  signatures,
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

/** Người nộp hồ sơ: who stands at the counter; for an organisation somebody does whose name is written by hand. */
const handingIn = ({ applicant, handedInBy }: FormFacts): string | null =>
  handedInBy?.fullName ?? (applicant.kind === 'citizen' ? applicant.fullName : null);

const applicantLines = ({ applicant, coApplicants, handedInBy, procedure }: FormFacts): Block[] => [
  ...(coApplicants.length > 0 ? [labelled('Người cùng đứng tên', coApplicants.join('; '))] : []),
  ...(handedInBy
    ? [labelled('Người nộp hồ sơ', `${handedInBy.fullName} (theo ủy quyền: ${handedInBy.authorisation})`)]
    : []),
  labelled('Địa chỉ', applicant.address),
  labelled(
    'Số điện thoại',
    [applicant.phone, applicant.email && `email: ${applicant.email}`].filter(Boolean).join('; '),
  ),
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
  ...papers(slip),
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
  labelled('Vào Sổ theo dõi hồ sơ', `theo mã hồ sơ ${slip.code}`),
  ...linked(slip),
  ending(
    qrCode(`${publicUrl}/tra-cuu/${slip.code}`, `Tra cứu hồ sơ ${slip.code}: quét mã hoặc truy cập địa chỉ`),
    receivedBy(slip),
  ),
];

const receivedBy = (slip: FormFacts): Ending =>
  signatures([
    { title: 'Người nộp hồ sơ', name: handingIn(slip) },
    { title: 'Người tiếp nhận hồ sơ', name: slip.officer },
  ]);

const papers = ({ components }: AppointmentSlip): Block[] =>
  components.length === 0
    ? [labelled('Thành phần hồ sơ đã nhận', 'không có giấy tờ')]
    : [
        leadIn('Thành phần hồ sơ đã nhận gồm:'),
        grid(
          ['STT', 'Tên giấy tờ', 'Bản chính', 'Bản sao', 'Tệp điện tử', 'Ghi chú'],
          [7, 42, 10, 10, 10, 21],
          components.map(({ name, originals, copies, files, note }, index) => [
            String(index + 1),
            name,
            counted(originals),
            counted(copies),
            String(files),
            note === null ? '' : NOTES[note],
          ]),
          ['center', 'left', 'center', 'center', 'center'],
        ),
      ];

/** One slip tells of all that were submitted together. */
const linked = ({ linked: dossiers }: AppointmentSlip): Block[] =>
  dossiers.length === 0
    ? []
    : [
        leadIn('Hồ sơ liên thông nộp cùng:'),
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

const fees = ({ fees: lines, total, payment }: AppointmentSlip): Block[] => [
  ...(total === 0 && lines.every(({ base }) => base === 0)
    ? []
    : [
        leadIn('Phí, lệ phí:'),
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
            ...(lines.length > 1 ? [['Tổng cộng', '', sayAmount(total), '']] : []),
          ],
          ['left', 'right', 'right'],
        ),
      ]),
  labelled('Tình trạng nộp phí, lệ phí', sayPayment(payment)),
];

function sayPayment({ total, paid, owed, receipts, unrecorded }: AppointmentSlip['payment']): string {
  if (total === 0) return 'không phải nộp';
  const by = receipts.length === 0 ? '' : `, biên lai số ${receipts.join('; ')}`;
  const said = [
    ...(paid > 0 ? [`đã nộp ${sayAmount(paid)}${by}`] : []),
    ...(unrecorded
      ? [`xuất trình biên lai số ${unrecorded.number} về việc đã nộp ${sayAmount(unrecorded.amount)}, chờ xác nhận`]
      : []),
    ...(owed > 0
      ? [`${paid > 0 || unrecorded ? 'còn' : 'chưa nộp,'} phải nộp ${sayAmount(owed)} trước khi nhận kết quả`]
      : []),
  ];
  return said.join('; ');
}

const table = (items: SupplementSlip['items']): Block =>
  grid(
    ['STT', 'Giấy tờ, thông tin', 'Nội dung, lý do'],
    [7, 43, 50],
    items.map(({ what, reason }, index) => [String(index + 1), what, reason]),
    ['center'],
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
  ending(
    contactLine(slip),
    signatures([
      { title: 'Người nhận phiếu', name: handingIn(slip) },
      { title: 'Người hướng dẫn', name: slip.officer },
    ]),
  ),
];

const refusal = (slip: RefusalSlip): Block[] => [
  greeting(slip),
  paragraph(`${slip.agency.name} không tiếp nhận, giải quyết ${about(slip)} với lý do: ${sentence(slip.reason)}`),
  ...(slip.items.length === 0 ? [] : [table(slip.items)]),
  ending(contactLine(slip), receivedBy(slip)),
];
