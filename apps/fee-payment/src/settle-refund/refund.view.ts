import { REFUND_REASONS, type RefundReason } from '@motcua/contracts';
import { REFUND_STATUSES, type RefundStatus } from '@motcua/fee-domain';
import { InstantText, Nested, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { RefundProposalView } from './refund-proposal.view.js';

export class RefundView {
  @Uuid() readonly id!: string;
  @Uuid() readonly dossierId!: string;
  @Uuid({ nullable: true }) readonly orderId!: string | null;
  @Whole({ description: 'đồng' }) readonly amount!: number;
  @OneOf(REFUND_REASONS) readonly reason!: RefundReason;
  @OneOf(REFUND_STATUSES, {
    description: 'failed: the payment back did not succeed and is tried again; refunded: paid back under its number',
  })
  readonly status!: RefundStatus;
  @Nested(() => RefundProposalView, { nullable: true }) readonly proposal!: RefundProposalView | null;
  @Uuid({ nullable: true, description: 'The refund that was decided in part, of which this is the rest' })
  readonly restOf!: string | null;
  @InstantText() readonly listedAt!: string;
  @InstantText({ nullable: true, description: 'Time of the last step' }) readonly decidedAt!: string | null;
  @Text({ nullable: true, description: 'Officer of the last step' }) readonly decidedBy!: string | null;
  @Text({ nullable: true, description: 'Note of the last step' }) readonly note!: string | null;
}
