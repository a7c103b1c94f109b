import { type CommandKind, ok, Unchanged } from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import type { Money } from '../persistence/money.js';
import { moneyOfDossiers, type OfDossier } from '../settlement/account-of-event.js';
import { crossCheckCashReceipt } from '../settlement/cross-check-cash-receipt.js';

interface NameCashReceiptCommand extends OfDossier {
  readonly receiptNumber: string;
  readonly newId: () => string;
}

/** The accepting officer has named the receipt of cash that the cashier took, or will record. */
export const NAME_CASH_RECEIPT: CommandKind<NameCashReceiptCommand, Money, MoneyChange, null> = {
  aggregate: DOSSIER_MONEY,
  about: ({ dossierId }) => `account/${dossierId}`,
  facts: moneyOfDossiers,
  decide: (money, { receiptNumber, at, newId }) => {
    const { account } = money;
    if (account.namedCashReceipt === receiptNumber) return new Unchanged(ok(null));
    const named = { ...account, version: account.version + 1, namedCashReceipt: receiptNumber };
    return {
      before: money,
      after: crossCheckCashReceipt({ ...money, account: named }, at, newId),
      receipts: [],
      action: 'cashReceiptNamed',
      detail: { receiptNumber },
      at,
      actor: 'system:check-cash-receipt',
    };
  },
  answer: () => ok(null),
};
