import { RECONCILIATION_OUTCOMES, type ReconciliationOutcome } from '@motcua/fee-domain';
import { OneOf, Text, Whole } from '@motcua/platform';

export class ReconciledRowView {
  @OneOf(RECONCILIATION_OUTCOMES) readonly outcome!: ReconciliationOutcome;
  @Text() readonly reference!: string;
  @Text({ min: 0 }) readonly transaction!: string;
  @Whole({ nullable: true, description: 'đồng' }) readonly ours!: number | null;
  @Whole({ nullable: true, description: 'đồng' }) readonly theirs!: number | null;
}
