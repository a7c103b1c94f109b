import { vietQr } from '@motcua/fee-domain';
import { withOffset } from '@motcua/kernel';
import { currentContext } from '@motcua/platform';
import type { PaymentConfig } from '../payment.config.js';
import type { StoredOrder } from '../persistence/orders.js';
import type { InstructionsView } from './instructions.view.js';
import type { OrderView } from './order.view.js';
import { payeeOf } from './payee-of.js';

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

function instructionsOf(order: StoredOrder, config: PaymentConfig): InstructionsView | null {
  if (order.method === 'nationalPlatform' || order.method === 'nationalPortal') return null;
  const payee = order.method === 'transfer' ? payeeOf(order, config) : null;
  return {
    text: TEXTS[order.method][currentContext().language],
    content: order.reference,
    account: payee && { number: payee.number, name: payee.name, bank: payee.bank },
    vietQr: vietQrOf(order, config),
  };
}

/** What a banking application reads: account, what is still to be paid, reference. Null where the order is not paid so. */
export function vietQrOf(order: StoredOrder, config: PaymentConfig): string | null {
  const payee = order.method === 'transfer' && order.due > 0 ? payeeOf(order, config) : null;
  return payee && vietQr({ account: payee, amount: order.due, content: order.reference });
}

/** Where nothing is to be paid any more, nobody is led to pay. */
const isOver = ({ status }: StoredOrder): boolean => status === 'cancelled' || status === 'expired';

export const orderView = (order: StoredOrder, config: PaymentConfig): OrderView => ({
  id: order.id,
  dossierId: order.dossierId,
  reference: order.reference,
  method: order.method,
  status: order.status,
  collects: order.collects,
  amount: order.amount,
  stillOwed: order.due,
  paymentUrl: isOver(order) ? null : order.paymentUrl,
  instructions: isOver(order) ? null : instructionsOf(order, config),
  transaction: order.transaction,
  cashReceiptNumber: order.cashReceipt,
  placedAt: withOffset(order.placedAt),
  expiresAt: order.expiresAt && withOffset(order.expiresAt),
  returnUrl: order.returnUrl,
  paidAt: order.paidAt && withOffset(order.paidAt),
});
