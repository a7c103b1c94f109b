import type { FeeRefusalCode } from '@motcua/fee-domain';
import type { ProblemEntry, ProblemTable } from '@motcua/platform';

/** Refusals of the service itself, beside those of the account. */
export type PaymentCode =
  | 'PAYMENT.BREAK_RESOLVED'
  | 'PAYMENT.CASH_DAY_OPEN'
  | 'PAYMENT.CASH_RECEIPT_USED'
  | 'PAYMENT.COLLECTOR_INVALID'
  | 'PAYMENT.METHOD_UNAVAILABLE'
  | 'PAYMENT.MONEY_ALLOCATED'
  | 'PAYMENT.MONEY_UNALLOCATED'
  | 'PAYMENT.NO_BILL'
  | 'PAYMENT.ORDER_OF_ANOTHER'
  | 'PAYMENT.NOT_ADVANCED'
  | 'PAYMENT.NOT_DEPOSITED'
  | 'PAYMENT.NO_VIETQR'
  | 'PAYMENT.PERIOD_EMPTY'
  | 'PAYMENT.PLATFORM_REFUSED'
  | 'PAYMENT.PLATFORM_UNAVAILABLE'
  | 'PAYMENT.RETURN_NOT_ALLOWED'
  | 'PAYMENT.REVERSAL_PROPOSED'
  | 'PAYMENT.STATEMENT_DIFFERS'
  | 'PAYMENT.STATEMENT_UNREADABLE'
  | 'PAYMENT.TOO_MANY_OPEN_ORDERS'
  | 'PAYMENT.TRANSACTION_USED'
  | 'PAYMENT.VOUCHER_IN_FUTURE'
  | 'PAYMENT.VOUCHER_USED';

const entry = (status: number, vi: string, en: string): ProblemEntry => ({ status, title: { vi, en } });

/** Every refusal of this service: the compiler finds the gap. */
export const PAYMENT_PROBLEMS: ProblemTable<Extract<FeeRefusalCode, `PAYMENT.${string}`> | PaymentCode> = {
  'PAYMENT.ALREADY_PAID': entry(409, 'Khoản này đã được nộp', 'This fee has already been paid'),
  'PAYMENT.AMOUNT_DIFFERS': entry(
    422,
    'Số tiền không đúng với khoản phải nộp',
    'The amount differs from the amount of the order',
  ),
  'PAYMENT.BREAK_RESOLVED': entry(409, 'Sai lệch này đã được xử lý', 'This break has already been resolved'),
  'PAYMENT.CASH_DAY_CLOSED': entry(409, 'Ca quỹ này đã chốt', "This cashier's day is closed"),
  'PAYMENT.CASH_DAY_COUNTED': entry(
    409,
    'Quỹ đã kiểm kê, đang chờ xác nhận chênh lệch',
    'The drawer has been counted; the difference waits for its confirmation',
  ),
  'PAYMENT.CASH_DAY_NOT_COUNTED': entry(
    409,
    'Không có chênh lệch kiểm kê nào đang chờ xác nhận',
    'No difference of this day waits for its confirmation',
  ),
  'PAYMENT.CASH_DAY_OPEN': entry(409, 'Quỹ đang mở; đề nghị chốt ca trước', 'The drawer is open already'),
  'PAYMENT.CASH_RECEIPT_USED': entry(
    409,
    'Số biên lai đã dùng cho khoản khác',
    'This receipt number has already been used for another payment',
  ),
  'PAYMENT.COUNT_INVALID': entry(
    422,
    'Số liệu kiểm đếm không hợp lệ',
    'The count is empty, names a note that does not exist or one twice, or its sum differs',
  ),
  'PAYMENT.VOUCHER_IN_FUTURE': entry(
    422,
    'Ngày chứng từ không được sau ngày hiện tại',
    'The date of the slip is in the future',
  ),
  'PAYMENT.VOUCHER_USED': entry(409, 'Số chứng từ đã được ghi nhận', 'This slip has already been recorded'),
  'PAYMENT.DRAWER_OF_ANOTHER': entry(
    403,
    'Quỹ này do người khác giữ',
    'The drawer is that of another cashier, or you have none',
  ),
  'PAYMENT.DRAWER_TOO_LOW': entry(409, 'Quỹ không còn đủ tiền mặt', 'The drawer does not hold that much'),
  'PAYMENT.COLLECTOR_INVALID': entry(
    422,
    'Thông tin thu phí, lệ phí của cơ quan không hợp lệ',
    'The terms under which the agency collects are not valid',
  ),
  'PAYMENT.DOSSIER_ENDED': entry(
    409,
    'Hồ sơ đã kết thúc, không tiếp tục thu phí, lệ phí',
    'The dossier has ended; fees are no longer collected',
  ),
  'PAYMENT.METHOD_UNAVAILABLE': entry(
    409,
    'Chưa hỗ trợ hình thức thanh toán này',
    'This payment method is not available',
  ),
  'PAYMENT.MONEY_ALLOCATED': entry(409, 'Khoản tiền này đã được phân bổ', 'This money has already been allocated'),
  'PAYMENT.MONEY_UNALLOCATED': entry(
    409,
    'Khoản tiền theo số giao dịch này đã có trong sổ và chưa được phân bổ; đề nghị phân bổ cho lệnh thanh toán',
    'The money under this number is in the books already and not allocated yet; allocate it to the order',
  ),
  'PAYMENT.NOTHING_BOOKED': entry(
    409,
    'Việc xử lý nêu ra chưa có bút toán tương ứng',
    'Nothing has been booked by what is named as the resolution',
  ),
  'PAYMENT.NOTHING_OWED': entry(409, 'Hồ sơ không có khoản nào phải nộp', 'No fee is owed'),
  'PAYMENT.NOT_ADVANCED': entry(
    409,
    'Số tiền hoàn tạm ứng vượt quá số đã nhận',
    'More change would be given back than was handed out',
  ),
  'PAYMENT.NOT_DEPOSITED': entry(
    409,
    'Số tiền mặt cơ quan đã nộp vào tài khoản không đủ để hoàn trả',
    'The agency has not brought that much cash to the account',
  ),
  'PAYMENT.NOT_REVERSIBLE': entry(
    409,
    'Bút toán này không thể đảo; tiền đã thu được trả lại theo thủ tục hoàn trả',
    'This entry cannot be undone as a mistake of the counter; money is given back as a refund',
  ),
  'PAYMENT.REVERSAL_DECIDED': entry(
    409,
    'Đề nghị đảo bút toán này đã được quyết định',
    'This reversal has already been decided',
  ),
  'PAYMENT.REVERSAL_PROPOSED': entry(
    409,
    'Bút toán này đã có đề nghị đảo đang chờ phê duyệt',
    'A reversal of this entry is proposed already; it waits for its approval',
  ),
  'PAYMENT.NO_DIFFERENCE': entry(
    409,
    'Số tiền vượt quá chênh lệch kiểm kê còn phải xử lý của ca quỹ',
    'The day has no such difference, or less of it is left to be settled',
  ),
  'PAYMENT.NO_BILL': entry(
    409,
    'Chưa có biên lai của nền tảng thanh toán',
    'The platform has not issued a bill for this order',
  ),
  'PAYMENT.NO_VIETQR': entry(409, 'Lệnh thanh toán này không có mã VietQR', 'This order has no VietQR code'),
  'PAYMENT.ORDER_NOT_OPEN': entry(
    409,
    'Lệnh thanh toán không ở trạng thái chờ nộp',
    'The order is not open for payment',
  ),
  'PAYMENT.ORDER_OF_ANOTHER': entry(409, 'Lệnh thanh toán không thuộc hồ sơ này', 'The order is not of this dossier'),
  'PAYMENT.PERIOD_EMPTY': entry(
    422,
    'Khoảng thời gian đối soát không hợp lệ hoặc chưa được nêu',
    'The period of the statement is empty, or neither the request nor the file names it',
  ),
  'PAYMENT.PLATFORM_REFUSED': entry(
    502,
    'Nền tảng thanh toán từ chối giao dịch',
    'The payment platform refused the payment',
  ),
  'PAYMENT.PLATFORM_UNAVAILABLE': {
    ...entry(503, 'Nền tảng thanh toán tạm thời gián đoạn', 'The payment platform is temporarily unavailable'),
    retryAfter: 5,
  },
  'PAYMENT.RECEIPT_NOT_REPLACEABLE': entry(
    409,
    'Biên lai đã hủy hoặc đã hoàn trả một phần, không thể thay thế',
    'The receipt is void, or part of it was given back; it cannot be replaced',
  ),
  'PAYMENT.REFUND_DECIDED': entry(
    409,
    'Không thực hiện được thao tác này ở trạng thái hiện tại của khoản hoàn trả',
    'The refund is not at this step: it is decided, or not approved yet',
  ),
  'PAYMENT.RETURN_NOT_ALLOWED': entry(
    422,
    'Địa chỉ quay lại sau khi thanh toán không được phép',
    'The address to return to after the payment is not allowed',
  ),
  'PAYMENT.SAME_PERSON': entry(
    403,
    'Người thu tiền hoặc người đề nghị không được tự phê duyệt',
    'Approval needs another person than the one who took the money or made the proposal',
  ),
  'PAYMENT.REFUND_TOO_LARGE': entry(
    422,
    'Số tiền hoàn trả vượt quá khoản đã lập',
    'The amount exceeds the listed refund',
  ),
  'PAYMENT.STATEMENT_DIFFERS': entry(
    409,
    'Sao kê cùng số đã được nhập với nội dung khác',
    'A statement with this number has been imported before, and held other lines',
  ),
  'PAYMENT.STATEMENT_UNREADABLE': entry(
    422,
    'Sao kê có dòng không đọc được; chưa nhập dòng nào',
    'Lines of the statement cannot be read; nothing of it was imported',
  ),
  'PAYMENT.TOO_MANY_OPEN_ORDERS': entry(
    409,
    'Hồ sơ có quá nhiều lệnh thanh toán đang chờ nộp',
    'The dossier has too many open payment orders; pay one of them',
  ),
  'PAYMENT.TRANSACTION_USED': entry(
    409,
    'Số giao dịch ngân hàng đã được ghi nhận cho khoản khác',
    'This bank transaction number has already been recorded for another payment',
  ),
  'PAYMENT.WRONG_METHOD': entry(
    409,
    'Lệnh thanh toán thuộc hình thức thanh toán khác',
    'The order uses another payment method',
  ),
};
