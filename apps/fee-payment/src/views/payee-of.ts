import type { PayeeAccount } from '@motcua/fee-domain';
import type { PaymentConfig } from '../payment.config.js';
import type { StoredOrder } from '../persistence/orders.js';

type Payee = Omit<PayeeAccount, 'validFrom' | 'validTo'>;

/** Where transfers for an order go: to the account that it names, else to that of the province; null: there is none. */
export function payeeOf({ payee }: Pick<StoredOrder, 'payee'>, config: PaymentConfig): Payee | null {
  if (payee !== null) return payee;
  const { accountNumber: number, accountName: name = '', accountBank: bank = '', accountBin: bankBin = null } = config;
  return number === undefined ? null : { number, name, bank, bankBin };
}
