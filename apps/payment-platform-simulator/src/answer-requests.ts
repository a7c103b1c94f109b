import { type Payment, platformTime } from './payments.js';
import { type Message, type Signed, signatureOf } from './signature.js';

/** The outer shape of every answer to a partner's request. */
export interface Envelope {
  readonly error_code: string;
  readonly message: string;
}

export interface Partner {
  readonly code: string;
  readonly secret: string;
}

const REQUESTS: readonly Signed[] = ['INIT', 'QUERY', 'CANCEL', 'GET_BILL'];

const success = (content: object): Envelope => ({ error_code: '0', message: JSON.stringify(content) });
const failure = (code: string, message: string): Envelope => ({ error_code: code, message });

/** Why a partner's request is refused; undefined when it is in order. */
function objection(message: Message, partner: Partner): Envelope | undefined {
  const kind = REQUESTS.find((known) => known === message['LoaiBanTin']);
  if (!kind) return failure('2', 'LoaiBanTin không hợp lệ');
  if (message['MaDoiTac'] !== partner.code) return failure('3', 'MaDoiTac không tồn tại');
  if (message['MaXacThuc'] !== signatureOf(kind, message, partner.secret)) return failure('97', 'Sai mã xác thực');
  return undefined;
}

function openPayment(
  payments: Map<string, Payment>,
  message: Message,
  payUrl: (reference: string) => string,
): Envelope {
  const {
    MaThamChieu: reference = '',
    SoTien = '',
    ThongTinGiaoDich: description = '',
    ThongTinBienLai: bill = '',
    UrlTraVe: returnUrl = '',
  } = message;
  if (reference === '' || !/^[1-9]\d*$/.test(SoTien)) return failure('4', 'Thiếu MaThamChieu hoặc SoTien không hợp lệ');
  const known = payments.get(reference);
  if (known && known.amount !== Number(SoTien)) return failure('5', 'MaThamChieu đã dùng với số tiền khác');
  if (!known)
    payments.set(reference, {
      reference,
      amount: Number(SoTien),
      description,
      bill,
      ...(returnUrl !== '' && { returnUrl }),
      state: '3',
      transaction: '',
      paidAt: '',
    });
  return success({ MaLoi: '00', MoTaLoi: 'Thành công', MaThamChieu: reference, UrlThanhToan: payUrl(reference) });
}

const tellState = (payment: Payment | undefined, reference: string): Envelope =>
  payment
    ? success({
        MaLoi: '00',
        MaThamChieu: reference,
        TrangThaiGD: payment.state,
        SoTien: String(payment.amount),
        MaTienTe: 'VND',
        MaGiaoDich: payment.transaction,
        ThoiGianGD: payment.paidAt || platformTime(),
      })
    : success({ MaLoi: '01', MoTaLoi: 'Không tìm thấy giao dịch', MaThamChieu: reference });

/** Ends a payment that was not made; one that was is told of. */
function closePayment(payment: Payment | undefined, reference: string): Envelope {
  if (!payment) return success({ MaLoi: '01', MoTaLoi: 'Không tìm thấy giao dịch', MaThamChieu: reference });
  if (payment.state === '1')
    return success({ MaLoi: '02', MoTaLoi: 'Giao dịch đã thanh toán', MaThamChieu: reference });
  payment.state = '4';
  payment.closed = true;
  return success({ MaLoi: '00', MoTaLoi: 'Đã hủy', MaThamChieu: reference });
}

const giveBill = (payment: Payment | undefined, reference: string, billUrl: (reference: string) => string): Envelope =>
  payment?.state === '1'
    ? success({ MaLoi: '00', MaThamChieu: reference, UrlBienLai: billUrl(reference) })
    : success({ MaLoi: '01', MoTaLoi: 'Chưa có biên lai', MaThamChieu: reference });

/** What the platform answers to INIT, QUERY, CANCEL and GET_BILL. */
export function answerRequest(
  payments: Map<string, Payment>,
  message: Message,
  partner: Partner,
  url: string,
): Envelope {
  const refused = objection(message, partner);
  if (refused) return refused;
  const reference = message['MaThamChieu'] ?? '';
  const at = (path: string) => (ref: string) => `${url}/${path}/${encodeURIComponent(ref)}`;
  if (message['LoaiBanTin'] === 'INIT') return openPayment(payments, message, at('pay'));
  if (message['LoaiBanTin'] === 'CANCEL') return closePayment(payments.get(reference), reference);
  if (message['LoaiBanTin'] === 'QUERY') return tellState(payments.get(reference), reference);
  return giveBill(payments.get(reference), reference, at('bill'));
}
