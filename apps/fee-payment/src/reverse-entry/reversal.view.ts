import { REVERSAL_REASONS, REVERSAL_STATUSES, type ReversalReason, type ReversalStatus } from '@motcua/fee-domain';
import { InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';

export class ReversalView {
  @Uuid() readonly id!: string;
  @Uuid() readonly dossierId!: string;
  @Uuid() readonly orderId!: string;
  @Whole({ description: 'đồng' }) readonly amount!: number;
  @OneOf(REVERSAL_REASONS) readonly reason!: ReversalReason;
  @Text({ description: 'Reason, shown to the applicant' }) readonly note!: string;
  @OneOf(REVERSAL_STATUSES) readonly status!: ReversalStatus;
  @InstantText() readonly proposedAt!: string;
  @Text() readonly proposedBy!: string;
  @InstantText({ nullable: true }) readonly decidedAt!: string | null;
  @Text({ nullable: true }) readonly decidedBy!: string | null;
  @Text({ nullable: true }) readonly decisionNote!: string | null;
}
