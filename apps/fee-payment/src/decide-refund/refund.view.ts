import { REFUND_REASONS, type RefundReason } from '@motcua/contracts';
import { InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { REFUND_STATUSES, type RefundStatus } from '../persistence/refunds.js';

export class RefundView {
  @Uuid() readonly id!: string;
  @Uuid() readonly dossierId!: string;
  @Uuid({ nullable: true }) readonly orderId!: string | null;
  @Whole({ description: 'Listed amount, đồng' }) readonly amount!: number;
  @OneOf(REFUND_REASONS) readonly reason!: RefundReason;
  @OneOf(REFUND_STATUSES) readonly status!: RefundStatus;
  @Whole({ description: 'Amount paid back, đồng' }) readonly refunded!: number;
  @InstantText() readonly listedAt!: string;
  @InstantText({ nullable: true }) readonly decidedAt!: string | null;
  @Text({ nullable: true }) readonly decidedBy!: string | null;
  @Text({ nullable: true, description: 'Reason and policy' }) readonly note!: string | null;
}
