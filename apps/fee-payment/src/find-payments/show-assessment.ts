import { type Balance, COLLECTION_TIMES, dueOf, outstanding } from '@motcua/fee-domain';
import { withOffset } from '@motcua/kernel';
import type { StoredAccount } from '../persistence/accounts.js';
import type { AssessmentView } from './assessment.view.js';
import type { CollectionView } from './collection.view.js';

function collectionsOf(account: StoredAccount): CollectionView[] {
  const { lines, paid } = account;
  const [due, owed] = [dueOf(lines), outstanding(account)];
  return COLLECTION_TIMES.map((collectedAt) => ({
    collectedAt,
    amount: due[collectedAt],
    owed: owed[collectedAt],
    // Once the dossier has ended, what was not paid is owed no more.
    status:
      owed[collectedAt] > 0 ? 'owed' : due[collectedAt] > 0 && paid.includes(collectedAt) ? 'paid' : 'nothingToPay',
  }));
}

export function assessmentView(account: StoredAccount, { received, refunded }: Balance): AssessmentView {
  const owed = outstanding(account);
  return {
    dossierId: account.dossierId,
    code: account.code,
    procedureCode: account.procedureCode,
    procedureName: account.procedureName,
    total: account.total,
    owed: owed.beforeAcceptance + owed.onDemand + owed.beforeReturn,
    unallocated: account.unallocated,
    balance: received - refunded,
    collections: collectionsOf(account),
    lines: account.lines.map(({ reduction, settled: _, ...line }) => ({
      ...line,
      reductions: reduction ? [reduction] : [],
    })),
    ended: account.ended,
    assessedAt: withOffset(account.assessedAt),
  };
}
