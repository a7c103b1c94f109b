import { InstantText, ListOf, Nested, Text, Whole } from '@motcua/platform';
import { DuePaperView } from './due-paper.view.js';
import { FeeLineView } from './fee-line.view.js';

/** A fee that arose after the submission: the latest one. */
export class FeeDemandView {
  @Whole({ min: 1 }) readonly number!: number;
  @ListOf(() => FeeLineView) readonly lines!: readonly FeeLineView[];
  @Text({ description: 'Why it is owed now (R21)' }) readonly reason!: string;
  @Text() readonly legalBasis!: string;
  @InstantText() readonly demandedAt!: string;
  @InstantText() readonly deadlineAt!: string;
  @Text() readonly demandedBy!: string;
  @InstantText({ nullable: true }) readonly paidAt!: string | null;
  @Nested(() => DuePaperView, { nullable: true, description: 'The notice (thông báo)' })
  readonly notice!: DuePaperView | null;
}
