/** What is watched of receipts after they were issued. */
export const RECEIPT_METRICS = [
  {
    name: 'motcua_payment_unprinted_receipts',
    help: 'Receipts whose paper is not in the file store yet, so that their mail waits',
    labels: [],
  },
  {
    name: 'motcua_payment_oldest_unprinted_receipt_seconds',
    help: 'Age of the oldest receipt whose paper is not in the file store yet',
    labels: [],
  },
  {
    name: 'motcua_payment_unregistered_receipts',
    help: 'Receipts, and cancellations of some, that the receipt provider does not have yet; refused needs a person',
    labels: ['state'],
  },
  {
    name: 'motcua_payment_oldest_unregistered_receipt_seconds',
    help: 'Age of the oldest receipt that the receipt provider does not have yet; 0 where no provider is configured',
    labels: [],
  },
] as const;

export const helpOf = (name: (typeof RECEIPT_METRICS)[number]['name']): string =>
  RECEIPT_METRICS.find((one) => one.name === name)?.help ?? name;
