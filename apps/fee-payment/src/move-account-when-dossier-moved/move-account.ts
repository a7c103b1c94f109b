import { type CommandKind, ok, Unchanged } from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import type { Money } from '../persistence/money.js';
import { moneyOfDossiers, type OfDossier } from '../settlement/account-of-event.js';

interface MoveAccount extends OfDossier {
  readonly from: string;
  readonly to: string;
}

/** What a dossier owes is collected by the successor of its agency; what was ordered, paid and receipted stays as it was. */
export const MOVE_ACCOUNT: CommandKind<MoveAccount, Money, MoneyChange, null> = {
  aggregate: DOSSIER_MONEY,
  about: ({ dossierId }) => `account/${dossierId}`,
  facts: moneyOfDossiers,
  decide: (money, { from, to, at }) => {
    const { account } = money;
    if (!account.agencies.includes(from)) return new Unchanged(ok(null));
    const moved = (agency: string): string => (agency === from ? to : agency);
    const after = {
      ...account,
      version: account.version + 1,
      receivingAgency: moved(account.receivingAgency),
      agencies: [...new Set(account.agencies.map(moved))],
    };
    return {
      before: money,
      after: { ...money, account: after },
      receipts: [],
      action: 'agencyMoved',
      detail: { from, to },
      at,
      actor: 'system:agency-moved',
    };
  },
  answer: () => ok(null),
};
