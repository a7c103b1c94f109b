/** Every code with which a decision of this package refuses; a service maps each to a status and a title. */
export const FEE_REFUSAL_CODES = ['FEE.NOT_SET', 'FEE.TARIFF_AMBIGUOUS', 'PAYMENT.NOTHING_OWED'] as const;
export type FeeRefusalCode = (typeof FEE_REFUSAL_CODES)[number];
