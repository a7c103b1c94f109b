import { ListOf } from '@motcua/platform';
import { ReconciledRowView } from './reconciled-row.view.js';
import { ReconciliationHeadlineView } from './reconciliation-headline.view.js';

export class ReconciliationView extends ReconciliationHeadlineView {
  @ListOf(() => ReconciledRowView, { max: 100_000 }) readonly rows!: readonly ReconciledRowView[];
}
