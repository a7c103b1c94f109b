import { type AssessedLine, demandFee, sumOf } from '@motcua/fee-domain';
import { laterOf } from '@motcua/kernel';
import { type CommandKind, ok, Unchanged } from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import type { Money } from '../persistence/money.js';
import { moneyOfDossiers, type OfDossier } from '../settlement/account-of-event.js';
import { settle } from '../settlement/settle.js';

interface DemandFeeCommand extends OfDossier {
  readonly lines: readonly AssessedLine[];
  readonly newId: () => string;
}

/** The account of a dossier takes what was found to be owed after the submission; one that has ended takes nothing. */
export const DEMAND_FEE: CommandKind<DemandFeeCommand, Money, MoneyChange, null> = {
  aggregate: DOSSIER_MONEY,
  about: ({ dossierId }) => `account/${dossierId}`,
  facts: moneyOfDossiers,
  decide: (money, { lines, at, newId }) => {
    const { account } = money;
    if (account.ended) return new Unchanged(ok(null));
    // Those of the one-stop and of the case come by two topics.
    const demandedAt = account.demandedAt ? laterOf(account.demandedAt, at) : at;
    const after = { ...account, ...demandFee(account, lines), version: account.version + 1, demandedAt };
    const settled = settle({ ...money, account: after }, { came: 0, at, newId });
    return {
      before: money,
      after: settled.money,
      receipts: settled.receipts,
      action: 'feeDemanded',
      detail: { amount: sumOf(lines), lines: lines.length },
      at,
      actor: 'system:demand-fee',
    };
  },
  answer: () => ok(null),
};
