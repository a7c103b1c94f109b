import { withOffset } from '@motcua/kernel';
import type { StoredReconciliation } from '../persistence/reconciliations.js';
import type { StoredStatementLine } from '../persistence/statement-lines.js';
import type { ReconciliationView } from './reconciliation.view.js';
import type { StatementLineView } from './statement-line.view.js';

const named = (text: string): string | null => (text === '' ? null : text);

export const reconciliationView = ({
  version: _,
  agencies: __,
  sha256: ___,
  fromAt,
  untilAt,
  ...made
}: StoredReconciliation): ReconciliationView => ({
  ...made,
  from: withOffset(fromAt),
  until: withOffset(untilAt),
  madeAt: withOffset(made.madeAt),
  statement: named(made.statement),
  account: named(made.account),
});

export const lineView = ({
  line,
  outcome,
  direction,
  reference,
  transaction,
  day,
  ours,
  theirs,
}: StoredStatementLine): StatementLineView => ({ line, outcome, direction, reference, transaction, day, ours, theirs });
