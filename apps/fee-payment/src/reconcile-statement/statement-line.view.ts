import { LINE_OUTCOMES, type LineOutcome, STATEMENT_DIRECTIONS, type StatementDirection } from '@motcua/fee-domain';
import { Day, OneOf, Text, Whole } from '@motcua/platform';

export class StatementLineView {
  @Whole({ min: 1, nullable: true, description: 'Line of the file; null: only the books have it' })
  readonly line!: number | null;
  @OneOf(LINE_OUTCOMES) readonly outcome!: LineOutcome;
  @OneOf(STATEMENT_DIRECTIONS, { description: 'in: a payment; out: a payment back' })
  readonly direction!: StatementDirection;
  @Text({ min: 0 }) readonly reference!: string;
  @Text({ min: 0 }) readonly transaction!: string;
  @Day({ nullable: true }) readonly day!: string | null;
  @Whole({ nullable: true, description: 'đồng' }) readonly ours!: number | null;
  @Whole({ nullable: true, description: 'đồng' }) readonly theirs!: number | null;
}
