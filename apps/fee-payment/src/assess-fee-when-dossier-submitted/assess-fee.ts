import { type CommandKind, ok, sql, Unchanged } from '@motcua/platform';
import type { StoredAccount } from '../persistence/accounts.js';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';

interface AssessFeeCommand {
  readonly account: StoredAccount;
  /** When the fact happened. */
  readonly at: Temporal.Instant;
}

interface Facts {
  readonly isOpen: boolean;
}

/** Opens the account of a dossier with what the submission says that it owes. */
export const ASSESS_FEE: CommandKind<AssessFeeCommand, Facts, MoneyChange, null> = {
  aggregate: DOSSIER_MONEY,
  about: ({ account }) => `account/${account.dossierId}`,
  facts: async (queries, commands) => {
    const ids = commands.map(({ account }) => account.dossierId);
    const found = await queries.query<{ dossierId: string }>(
      sql`SELECT dossier_id AS "dossierId" FROM account WHERE dossier_id = ANY (${ids})`,
    );
    const open = new Set(found.map(({ dossierId }) => dossierId));
    return ids.map((id) => ({ isOpen: open.has(id) }));
  },
  decide: ({ isOpen }, { account, at }) => {
    if (isOpen) return new Unchanged(ok(null));
    const { total, lines } = account;
    return {
      before: null,
      after: {
        account,
        orders: [],
        confirmations: [],
        entries: [],
        receipts: [],
        refunds: [],
        breaks: [],
        reversals: [],
      },
      receipts: [],
      action: 'assessed',
      detail: { total, lines: lines.length },
      at,
      actor: 'system:assess-fee',
    };
  },
  answer: () => ok(null),
};
