import { PAYMENT_METHODS, type PaymentMethod } from '@motcua/fee-domain';
import { Day, OneOf, Text, Whole } from '@motcua/platform';

/** What somebody took, and gave back, on a day by a way. */
export class TakingView {
  @Day() readonly day!: string;
  @Text({ description: 'At whose counter, or for which agency' }) readonly agency!: string;
  @Text({ nullable: true, description: 'Officer who took or found it; null where it was a machine' })
  readonly officer!: string | null;
  @OneOf(PAYMENT_METHODS) readonly method!: PaymentMethod;
  @Whole({ description: 'Received, đồng' }) readonly received!: number;
  @Whole({ description: 'Number of receptions' }) readonly receptions!: number;
  @Whole({ description: 'Paid back, đồng' }) readonly refunded!: number;
  @Whole({ description: 'Entered by mistake and undone, đồng' }) readonly reversed!: number;
}
