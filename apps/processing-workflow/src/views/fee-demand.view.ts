import { withOffset } from '@motcua/kernel';
import { InstantText, ListOf, Nested, Text, Whole } from '@motcua/platform';
import type { CaseFeeDemand } from '@motcua/processing-domain';
import { DemandedFeeView } from './demanded-fee.view.js';
import { OfficerView } from './officer.view.js';

/** A fee that arose in the course of the case (status 6). */
export class FeeDemandView {
  @Whole({ min: 1 }) readonly number!: number;
  @ListOf(() => DemandedFeeView) readonly lines!: readonly DemandedFeeView[];
  @Text() readonly reason!: string;
  @Text() readonly legalBasis!: string;
  @Nested(() => OfficerView) readonly demandedBy!: OfficerView;
  @InstantText() readonly demandedAt!: string;
  @InstantText() readonly deadlineAt!: string;
  @InstantText({ nullable: true }) readonly paidAt!: string | null;
}

export const feeDemandView = ({ demandedAt, deadlineAt, paidAt, ...demand }: CaseFeeDemand): FeeDemandView => ({
  ...demand,
  demandedAt: withOffset(demandedAt),
  deadlineAt: withOffset(deadlineAt),
  paidAt: paidAt && withOffset(paidAt),
});
