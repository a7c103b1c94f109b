/** Why a payment decision refuses. The service maps each to a status and a title. */
export type PaymentRefusalCode =
  | 'PAYMENT.ALREADY_PAID'
  | 'PAYMENT.AMOUNT_DIFFERS'
  | 'PAYMENT.DOSSIER_ENDED'
  | 'PAYMENT.NOTHING_TO_PAY'
  | 'PAYMENT.ORDER_NOT_OPEN'
  | 'PAYMENT.REFUND_DECIDED'
  | 'PAYMENT.REFUND_TOO_LARGE'
  | 'PAYMENT.WRONG_METHOD';
