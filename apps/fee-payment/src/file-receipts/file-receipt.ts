import type { FileReference, Plain } from '@motcua/contracts';
import { type CommandKind, ok, Unchanged } from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { type Money, moneyBy } from '../persistence/money.js';
import { withRow } from '../persistence/row-changes.js';

interface FileReceipt {
  readonly receiptId: string;
  readonly file: Plain<FileReference>;
}

/** The paper of a receipt is in the file store: its applicant is told, and gets it. */
export const FILE_RECEIPT: CommandKind<FileReceipt, Money, MoneyChange, null> = {
  aggregate: DOSSIER_MONEY,
  about: ({ receiptId }) => `receipt/${receiptId}`,
  facts: async (queries, commands) => {
    const ids = commands.map(({ receiptId }) => receiptId);
    const money = await moneyBy(queries, 'receipt', ids);
    return ids.map((id) => money.get(id));
  },
  decide: (money, { receiptId, file }, at) => {
    const receipt = money.receipts.find(({ id }) => id === receiptId)!;
    if (receipt.file !== null) return new Unchanged(ok(null));
    return {
      ...{ before: money, after: { ...money, receipts: withRow(money.receipts, { ...receipt, file }) }, receipts: [] },
      action: 'receiptFiled',
      detail: { receiptNumber: receipt.number, sha256: file.sha256 },
      ...{ at, actor: 'system:file-receipts' },
    };
  },
  answer: () => ok(null),
};
