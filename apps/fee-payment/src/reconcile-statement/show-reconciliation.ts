import { withOffset } from '@motcua/kernel';
import type { StoredReconciliation } from '../persistence/reconciliations.js';
import type { ReconciliationView } from './reconciliation.view.js';

export const reconciliationView = (made: StoredReconciliation): ReconciliationView => ({
  id: made.id,
  method: made.method,
  from: withOffset(made.fromAt),
  until: withOffset(made.untilAt),
  madeAt: withOffset(made.madeAt),
  madeBy: made.madeBy,
  counts: made.counts,
  rows: made.rows,
});
