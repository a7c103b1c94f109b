import { withOffset } from '@motcua/kernel';
import type { StoredReversal } from '../persistence/reversals.js';
import type { ReversalView } from './reversal.view.js';

export const reversalView = ({
  version: _,
  agencies: __,
  confirmationId: ___,
  ...row
}: StoredReversal): ReversalView => ({
  ...row,
  proposedAt: withOffset(row.proposedAt),
  decidedAt: row.decidedAt && withOffset(row.decidedAt),
});
