import { withOffset } from '@motcua/kernel';
import type { ReconciliationView } from './reconciliation.view.js';

export const RECONCILIATION_COLUMNS = `id, method, from_at AS "from", until_at AS "until", made_at AS "madeAt", made_by AS "madeBy", counts, rows, agencies`;

export type StoredReconciliation = Omit<ReconciliationView, 'from' | 'until' | 'madeAt'> & {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly madeAt: Temporal.Instant;
  readonly agencies: readonly string[];
};

export const reconciliationView = ({ agencies: _, ...row }: StoredReconciliation): ReconciliationView => ({
  ...row,
  from: withOffset(row.from),
  until: withOffset(row.until),
  madeAt: withOffset(row.madeAt),
});
