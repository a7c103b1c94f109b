/** Every code with which the account refuses to take, or to give back, money. */
export const ACCOUNT_REFUSAL_CODES = [
  'PAYMENT.ALREADY_PAID',
  'PAYMENT.AMOUNT_DIFFERS',
  'PAYMENT.DOSSIER_ENDED',
  'PAYMENT.ORDER_NOT_OPEN',
  'PAYMENT.REFUND_DECIDED',
  'PAYMENT.REFUND_TOO_LARGE',
  'PAYMENT.WRONG_METHOD',
] as const;
export type AccountRefusalCode = (typeof ACCOUNT_REFUSAL_CODES)[number];
