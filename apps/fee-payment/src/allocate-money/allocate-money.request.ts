import { Text, Uuid } from '@motcua/platform';

export class AllocateMoneyRequest {
  @Uuid({ description: 'The order that it was meant for' }) readonly orderId!: string;
  @Text({ max: 1000, description: 'Evidence that the money was meant for this order' }) readonly note!: string;
}
