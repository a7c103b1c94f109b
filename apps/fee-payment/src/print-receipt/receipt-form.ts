import {
  formTitle,
  grid,
  labelled,
  nationalHeader,
  printPdf,
  qrCode,
  sayAmount,
  sayMoment,
  signatures,
} from '@motcua/pdf-drawing';
import type { StoredAccount } from '../persistence/accounts.js';
import type { StoredOrder } from '../persistence/orders.js';
import type { StoredReceipt } from '../persistence/receipts.js';

interface ReceiptPaper {
  /** Address under which clients reach the system. */
  readonly publicUrl: string;
  readonly receipt: StoredReceipt;
  readonly account: StoredAccount;
  readonly order: StoredOrder;
  readonly agency: { readonly name: string; readonly superior: string | null; readonly province: string };
}

const TITLES = { phi: 'Biên lai thu phí', lePhi: 'Biên lai thu lệ phí' } as const;
const METHODS = {
  nationalPlatform: 'Nền tảng thanh toán quốc gia',
  counter: 'Tiền mặt tại quầy',
  transfer: 'Chuyển khoản',
  nationalPortal: 'Cổng Dịch vụ công quốc gia',
} as const;

/** A receipt as PDF. It names the dossier and not the payer: names are intake's. */
export function printReceipt({ receipt, account, order, agency, publicUrl }: ReceiptPaper): Promise<Buffer> {
  const { number, kind, amount, lines, issuedAt } = receipt;
  const rows = lines.map(({ name, net }, index) => [String(index + 1), name, sayAmount(net)]);
  return printPdf({
    title: `${TITLES[kind]} ${number}`,
    printedAt: issuedAt,
    footer: `${number} · ${account.code}`,
    content: [
      nationalHeader({ superior: agency.superior, agency: agency.name, number, place: agency.province, at: issuedAt }),
      formTitle(TITLES[kind], `Mã hồ sơ: ${account.code}`),
      labelled('Thủ tục hành chính', `${account.procedureName} (${account.procedureCode})`),
      labelled('Mã tham chiếu', order.reference),
      labelled('Hình thức thanh toán', METHODS[order.method]),
      labelled('Số giao dịch', order.transaction),
      labelled('Thời điểm thu', sayMoment(issuedAt)),
      grid(['STT', 'Khoản thu', 'Số tiền'], [1, 8, 3], [...rows, ['', 'Tổng cộng', sayAmount(amount)]]),
      qrCode(`${publicUrl}/tra-cuu/${account.code}`, `Tra cứu hồ sơ ${account.code}: quét mã hoặc truy cập địa chỉ`),
      signatures([{ title: 'Người nộp tiền' }, { title: 'Người thu tiền' }]),
    ],
  });
}
