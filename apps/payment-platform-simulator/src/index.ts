export { savePaymentsIn, savedPayments } from './saved-payments.js';
export type { Faults } from './faults.js';
export { PaymentPlatform, type PaymentPlatformOptions } from './payment-platform.js';
export type { Payment, SentCallback } from './payments.js';
export { paymentPlatformHandler, type RunningPaymentPlatform, startPaymentPlatform } from './start-payment-platform.js';
