import { type Dong, type Localized, Refusal } from '@motcua/kernel';
import type { DossierRefusalCode } from '../refusal-codes.js';

/** What is still owed, and the receipt that was named for it and never recorded (R16). */
export interface Owed {
  readonly owed: Dong;
  readonly cashReceiptNumber: string | null;
}

export const HOW_TO_PAY: Localized = {
  vi: 'Nộp trực tuyến tại mục thanh toán của hồ sơ, hoặc nộp tại Bộ phận Một cửa.',
  en: 'Pay it online, by a payment order for the dossier, or at the one-stop office.',
};

/**
 * What is owed holds back the content of a result, at the counter as online.
 * @rule R16
 * @throws Refusal DOSSIER.FEE_UNPAID with the amount, and how to pay it
 */
export function assertPaid({ owed, cashReceiptNumber }: Owed): void {
  if (owed === 0) return;
  const amount = `${owed.toLocaleString('vi-VN')} đồng`;
  const receipt = cashReceiptNumber === null ? {} : { cashReceiptNumber };
  throw new Refusal<DossierRefusalCode>('DOSSIER.FEE_UNPAID', { owed, ...receipt }, [], {
    vi:
      cashReceiptNumber === null
        ? `Còn phải nộp ${amount}. ${HOW_TO_PAY.vi}`
        : `Chưa ghi nhận biên lai ${cashReceiptNumber} cho số tiền ${amount}: đề nghị thủ quỹ ghi biên lai, hoặc nộp trực tuyến.`,
    en:
      cashReceiptNumber === null
        ? `${amount} is owed. ${HOW_TO_PAY.en}`
        : `Receipt ${cashReceiptNumber} for ${amount} is not recorded. The cashier records it, or the fee is paid online.`,
  });
}
