import type { FeeLine, PartyReference, Plain } from '@motcua/contracts';
import { COLLECTION_TIMES, dueOf, linesAfterCorrection, sumOf } from '@motcua/fee-domain';
import { type CommandKind, ok, Unchanged } from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import type { Money } from '../persistence/money.js';
import { storedParties } from '../persistence/parties.js';
import { moneyOfDossiers, type OfDossier } from '../settlement/account-of-event.js';
import { listRefund } from '../settlement/list-refund.js';
import { settle } from '../settlement/settle.js';

interface AssessAnew extends OfDossier {
  readonly lines: readonly Plain<FeeLine>[];
  readonly applicantRef: string;
  readonly parties: readonly Plain<PartyReference>[];
  readonly receivingAgency: string;
  readonly competentAgency: string;
  readonly newId: () => string;
}

/** The account follows a correction; what was paid beyond what is owed now is listed for the cashier to decide. @rule R16 */
export const ASSESS_ANEW: CommandKind<AssessAnew, Money, MoneyChange, null> = {
  aggregate: DOSSIER_MONEY,
  about: ({ dossierId }) => `account/${dossierId}`,
  facts: moneyOfDossiers,
  decide: (money, { applicantRef, parties, receivingAgency, competentAgency, at, newId, ...correction }) => {
    const { account } = money;
    const lines = linesAfterCorrection(account, correction.lines);
    const agencies = [...new Set([receivingAgency, competentAgency])];
    const whose = { applicantRef, ...storedParties(parties), receivingAgency, agencies };
    const corrected = { ...account, lines, total: sumOf(lines), ...whose };
    if (JSON.stringify(corrected) === JSON.stringify(account)) return new Unchanged(ok(null));
    const [was, is] = [dueOf(account.lines), dueOf(lines)];
    const tooMuch = COLLECTION_TIMES.filter((time) => account.paid.includes(time))
      .map((time) => Math.max(0, was[time] - is[time]))
      .reduce((sum, amount) => sum + amount, 0);
    const after = { ...money, account: { ...corrected, version: account.version + 1 } };
    const listed =
      tooMuch > 0
        ? listRefund(after, { id: newId(), orderId: null, amount: tooMuch, reason: 'corrected', listedAt: at })
        : after;
    const settled = settle(listed, { came: 0, at, newId });
    return {
      before: money,
      after: settled.money,
      receipts: settled.receipts,
      action: 'assessedAnew',
      detail: { total: corrected.total, lines: lines.length, refundListed: tooMuch },
      at,
      actor: 'system:assess-anew',
    };
  },
  answer: () => ok(null),
};
