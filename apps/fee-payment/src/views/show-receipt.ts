import { sayAmountInWords } from '@motcua/pdf-drawing';
import { withOffset } from '@motcua/kernel';
import { serialText, type StoredReceipt } from '../persistence/receipts.js';
import type { Registration } from '../persistence/registrations.js';
import type { ReceiptInFullView } from './receipt-in-full.view.js';
import type { ReceiptView } from './receipt.view.js';
import type { RegistrationView } from './registration.view.js';

export function receiptView(receipt: StoredReceipt): ReceiptView {
  const { id, number, agency, form, symbol, serial, lookupCode, dossierId, orderId, kind, amount, lines } = receipt;
  const {
    refunded,
    issuedAt,
    voidedAt,
    collectedBy,
    replaces,
    replacesBecause,
    replacedBy,
    adjusts,
    adjustsBecause,
    refundId,
  } = receipt;
  return {
    ...{ id, number, agency, form, symbol, serial: serialText(serial), lookupCode, dossierId, orderId, kind, amount },
    ...{ amountInWords: sayAmountInWords(amount), lines, refunded, collectedBy },
    issuedAt: withOffset(issuedAt),
    voidedAt: voidedAt && withOffset(voidedAt),
    ...{ replaces, replacesBecause, replacedBy, adjusts, adjustsBecause, refundId },
  };
}

export const receiptInFull = (receipt: StoredReceipt, registrations: readonly Registration[]): ReceiptInFullView =>
  Object.assign(receiptView(receipt), { registration: registrationView(registrations) });

function registrationView(registrations: readonly Registration[]): RegistrationView | null {
  const issue = registrations.find(({ act }) => act === 'issue');
  if (issue === undefined) return null;
  const { state, code, signedBy, signedAt, trouble } = issue;
  return { state, code, signedBy, signedAt: signedAt && withOffset(signedAt), trouble };
}
