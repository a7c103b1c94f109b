export { savePaymentsIn, savedPayments } from './saved-payments.js';
export type { Faults } from './faults.js';
export { PaymentPlatform, type PaymentPlatformOptions } from './payment-platform.js';
export type { Payment, SentCallback } from './payments.js';
export { paymentPlatformHandler, type RunningPaymentPlatform, startPaymentPlatform } from './start-payment-platform.js';
export type { ProviderFaults } from './receipt-provider/provider-faults.js';
export {
  ReceiptProvider,
  type ReceiptProviderOptions,
  type TakenReceipt,
} from './receipt-provider/receipt-provider.js';
export { saveReceiptsIn, savedReceipts } from './receipt-provider/saved-receipts.js';
export {
  receiptProviderHandler,
  type RunningReceiptProvider,
  startReceiptProvider,
} from './receipt-provider/start-receipt-provider.js';
