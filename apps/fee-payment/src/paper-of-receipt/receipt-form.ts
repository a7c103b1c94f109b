import {
  type Block,
  type Ending,
  ending,
  formTitle,
  grid,
  labelled,
  nationalHeader,
  printPdf,
  qrCode,
  sayAmount,
  sayAmountInWords,
  sayMoment,
  signatures,
} from '@motcua/pdf-drawing';
import type { StoredAccount } from '../persistence/accounts.js';
import type { StoredOrder } from '../persistence/orders.js';
import type { Payer } from '../persistence/payers.js';
import { namedReceipt, type Neighbours, serialText, type StoredReceipt, whyVoid } from '../persistence/receipts.js';
import type { Registration } from '../persistence/registrations.js';

export interface ReceiptPaper extends Neighbours {
  /** Address under which clients reach the system. */
  readonly publicUrl: string;
  readonly receipt: StoredReceipt;
  readonly account: StoredAccount;
  readonly order: StoredOrder;
  readonly agency: { readonly name: string; readonly superior: string | null; readonly province: string };
  readonly taxCode: string | null;
  /** What a provider has made of it; null: nothing yet. */
  readonly registration: Pick<Registration, 'code' | 'signedBy' | 'signedAt'> | null;
  /** Null: their data was erased before it was printed. */
  readonly payer: Payer | null;
}

const TITLES = { phi: 'Biên lai thu phí', lePhi: 'Biên lai thu lệ phí' } as const;
const titleOf = ({ kind, adjusts }: StoredReceipt): string =>
  adjusts === null ? TITLES[kind] : `${TITLES[kind]} (điều chỉnh giảm)`;
const METHODS = {
  nationalPlatform: 'Nền tảng thanh toán quốc gia',
  counter: 'Tiền mặt tại quầy',
  transfer: 'Chuyển khoản',
  nationalPortal: 'Cổng Dịch vụ công quốc gia',
} as const;

/** Groups of four are read and typed without a mistake. */
const grouped = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-');

/** Form, symbol and number stand at the upper right, as on every receipt. */
const marks =
  ({ form, symbol, serial }: StoredReceipt): Block =>
  (paper) => {
    for (const line of [`Mẫu số: ${form}`, `Ký hiệu: ${symbol}`, `Số: ${serialText(serial)}`])
      paper.text(line, { align: 'right', size: 12 });
    paper.y += 4;
  };

/** A receipt that is void says so above all else. */
const voidMark = ({ receipt, successor }: ReceiptPaper): Block[] =>
  receipt.voidedAt === null
    ? []
    : [
        (paper) => {
          paper.text(`ĐÃ HỦY ${sayMoment(receipt.voidedAt!)}`, { style: 'bold', align: 'center' });
          paper.text(`Lý do: ${whyVoid(receipt, successor)}`, { align: 'center' });
          paper.y += 6;
        },
      ];

const signedBy = (registration: ReceiptPaper['registration']): Block[] =>
  registration?.signedAt == null
    ? []
    : [
        labelled('Ký điện tử', `${registration.signedBy}, ${sayMoment(registration.signedAt)}`),
        labelled('Mã của đơn vị cung cấp biên lai điện tử', registration.code),
      ];

/** What was collected: each line, and the sum. */
function collected({ receipt, order }: ReceiptPaper): Block[] {
  const rows = receipt.lines.map(({ name, net }, index) => [String(index + 1), name, sayAmount(net)]);
  return [
    labelled('Hình thức thanh toán', METHODS[order.method]),
    labelled('Mã tham chiếu', order.reference),
    ...(order.transaction === null ? [] : [labelled('Số giao dịch', order.transaction)]),
    labelled('Thời điểm thu', sayMoment(receipt.settledAt)),
    grid(
      ['STT', 'Khoản thu', 'Số tiền'],
      [1, 8, 3],
      [...rows, ['', 'Tổng cộng', sayAmount(receipt.amount)]],
      ['center', 'left', 'right'],
    ),
    labelled('Số tiền bằng chữ', sayAmountInWords(receipt.amount)),
  ];
}

/** What was given back: how much the other receipt was for, and how much it is for now. */
function adjustedDown({ receipt, order, adjustedBefore }: ReceiptPaper, adjusted: StoredReceipt): Block[] {
  const rest = adjusted.amount - adjustedBefore - receipt.amount;
  const rows = [
    ['Số tiền ghi trên biên lai được điều chỉnh', adjusted.amount],
    ...(adjustedBefore > 0 ? [['Đã điều chỉnh giảm trước đó', adjustedBefore] as const] : []),
    ['Điều chỉnh giảm lần này', receipt.amount],
    ['Còn lại sau điều chỉnh', rest],
  ] as const;
  return [
    labelled('Mã tham chiếu', order.reference),
    labelled('Thời điểm hoàn trả', sayMoment(receipt.settledAt)),
    grid(
      ['STT', 'Nội dung', 'Số tiền'],
      [1, 8, 3],
      rows.map(([name, amount], index) => [String(index + 1), name, sayAmount(amount)]),
      ['center', 'left', 'right'],
    ),
    labelled('Số tiền điều chỉnh giảm bằng chữ', sayAmountInWords(receipt.amount)),
  ];
}

/** In whose place it stands, or which it adjusts, and why. */
function about({ receipt, replaced, adjusted }: ReceiptPaper): Block[] {
  const named = (one: StoredReceipt): string =>
    `biên lai mẫu số ${one.form}, ${namedReceipt(one)}, lập ${sayMoment(one.issuedAt)}`;
  if (adjusted)
    return [labelled('Điều chỉnh giảm', named(adjusted)), labelled('Lý do điều chỉnh', receipt.adjustsBecause)];
  if (replaced) return [labelled('Thay thế', named(replaced)), labelled('Lý do thay thế', receipt.replacesBecause)];
  return [];
}

function signers({ receipt: { collectorName }, payer, adjusted }: ReceiptPaper): Ending {
  const paid = payer?.fullName ?? null;
  if (adjusted)
    return signatures([
      { title: 'Người nhận tiền hoàn trả', name: paid },
      { title: 'Người lập biên lai', name: collectorName },
    ]);
  return signatures([
    { title: 'Người nộp tiền', name: paid },
    collectorName === null
      ? { title: 'Người thu tiền', hint: 'Thu qua hệ thống thanh toán' }
      : { title: 'Người thu tiền', name: collectorName },
  ]);
}

/** A receipt as PDF, with what Decree 123/2020/NĐ-CP and Circular 303/2016/TT-BTC ask of one. */
export function printReceipt(paper: ReceiptPaper): Promise<Buffer> {
  const { receipt, adjusted, account, agency, taxCode, payer, publicUrl, registration } = paper;
  const { number, issuedAt, lookupCode } = receipt;
  return printPdf({
    title: `${titleOf(receipt)} ${number}`,
    printedAt: issuedAt,
    footer: `${number} · ${account.code}`,
    content: [
      nationalHeader({ superior: agency.superior, agency: agency.name, place: agency.province, at: issuedAt }),
      marks(receipt),
      formTitle(titleOf(receipt), `Mã hồ sơ: ${account.code}`),
      ...voidMark(paper),
      ...about(paper),
      labelled('Cơ quan thu', `${agency.name}${taxCode === null ? '' : `, mã số thuế ${taxCode}`}`),
      labelled('Người nộp tiền', payer === null ? 'dữ liệu cá nhân đã được xóa theo yêu cầu' : payer.fullName),
      ...(payer?.address ? [labelled('Địa chỉ', payer.address)] : []),
      labelled('Lý do nộp', `${account.procedureName} (${account.procedureCode})`),
      ...(adjusted ? adjustedDown(paper, adjusted) : collected(paper)),
      labelled('Mã tra cứu', grouped(lookupCode)),
      ...signedBy(registration),
      ending(
        qrCode(`${publicUrl}/bien-lai/${lookupCode}`, 'Tra cứu biên lai: quét mã hoặc truy cập địa chỉ'),
        signers(paper),
      ),
    ],
  });
}
