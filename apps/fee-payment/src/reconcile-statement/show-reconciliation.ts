import { withOffset } from '@motcua/kernel';
import type { StoredReconciliation } from '../persistence/reconciliations.js';
import type { ReconciliationView } from './reconciliation.view.js';

/** One of the list: without its rows. */
export const reconciliationHeadline = (made: Omit<StoredReconciliation, 'rows'>): Omit<ReconciliationView, 'rows'> => ({
  id: made.id,
  method: made.method,
  from: withOffset(made.fromAt),
  until: withOffset(made.untilAt),
  madeAt: withOffset(made.madeAt),
  madeBy: made.madeBy,
  counts: made.counts,
});

export const reconciliationView = (made: StoredReconciliation): ReconciliationView => ({
  ...reconciliationHeadline(made),
  rows: made.rows,
});
