import { withOffset } from '@motcua/kernel';
import { currentContext } from '@motcua/platform';
import type { PaymentConfig } from '../payment.config.js';
import type { StoredOrder } from '../persistence/orders.js';
import type { InstructionsView } from './instructions.view.js';
import type { OrderView } from './order.view.js';

const TEXTS = {
  counter: {
    vi: 'Nộp tiền mặt tại Bộ phận Một cửa và cung cấp mã tham chiếu.',
    en: 'Pay cash at the one-stop office and quote the reference.',
  },
  transfer: {
    vi: 'Chuyển khoản đúng số tiền vào tài khoản này, nội dung chuyển khoản ghi mã tham chiếu.',
    en: 'Transfer exactly this amount to this account, with the reference as the transfer description.',
  },
};

const instructionsOf = (order: StoredOrder, config: PaymentConfig): InstructionsView | null => {
  if (order.method === 'nationalPlatform' || order.method === 'nationalPortal') return null;
  const { accountNumber: number, accountName: name = '', accountBank: bank = '' } = config;
  return {
    text: TEXTS[order.method][currentContext().language],
    content: order.reference,
    account: order.method === 'transfer' && number !== undefined ? { number, name, bank } : null,
  };
};

export const orderView = (order: StoredOrder, config: PaymentConfig): OrderView => ({
  id: order.id,
  dossierId: order.dossierId,
  reference: order.reference,
  method: order.method,
  status: order.status,
  collects: order.collects,
  amount: order.amount,
  stillOwed: order.due,
  // Where nothing is to be paid any more, nobody is led to pay.
  paymentUrl: order.status === 'cancelled' ? null : order.paymentUrl,
  instructions: order.status === 'cancelled' ? null : instructionsOf(order, config),
  transaction: order.transaction,
  cashReceiptNumber: order.cashReceipt,
  placedAt: withOffset(order.placedAt),
  paidAt: order.paidAt && withOffset(order.paidAt),
});
