import { PAYMENT_METHODS, type PaymentMethod } from '@motcua/fee-domain';
import { InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';

export class UnallocatedMoneyView {
  @Uuid() readonly id!: string;
  @Uuid({ nullable: true, description: 'The dossier at which it lies; null: it is of none, and may be allocated' })
  readonly dossierId!: string | null;
  @OneOf(PAYMENT_METHODS, { nullable: true }) readonly method!: PaymentMethod | null;
  @Text({ description: 'Reference that it came under; of a dossier, its code' }) readonly reference!: string;
  @Text({ nullable: true }) readonly transaction!: string | null;
  @Whole({ description: 'đồng' }) readonly amount!: number;
  @InstantText({ nullable: true }) readonly receivedAt!: string | null;
}
