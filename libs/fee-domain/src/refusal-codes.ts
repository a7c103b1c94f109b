/**
 * Every code with which a decision of this package refuses; a service maps those that it can meet to a status and a title:
 * `FEE.*` come of an assessment, `PAYMENT.*` of taking, or giving back, money.
 */
export type FeeRefusalCode =
  | 'FEE.NOT_MEASURED'
  | 'FEE.NOT_SET'
  | 'FEE.SETTLED'
  | 'FEE.TARIFF_AMBIGUOUS'
  | 'PAYMENT.ALREADY_PAID'
  | 'PAYMENT.AMOUNT_DIFFERS'
  | 'PAYMENT.CASH_DAY_CLOSED'
  | 'PAYMENT.CASH_DAY_COUNTED'
  | 'PAYMENT.CASH_DAY_NOT_COUNTED'
  | 'PAYMENT.COUNT_INVALID'
  | 'PAYMENT.DOSSIER_ENDED'
  | 'PAYMENT.DRAWER_OF_ANOTHER'
  | 'PAYMENT.DRAWER_TOO_LOW'
  | 'PAYMENT.NOTHING_BOOKED'
  | 'PAYMENT.NOTHING_OWED'
  | 'PAYMENT.NOT_REVERSIBLE'
  | 'PAYMENT.ORDER_NOT_OPEN'
  | 'PAYMENT.REFUND_DECIDED'
  | 'PAYMENT.REFUND_TOO_LARGE'
  | 'PAYMENT.REVERSAL_DECIDED'
  | 'PAYMENT.SAME_PERSON'
  | 'PAYMENT.WRONG_METHOD';
