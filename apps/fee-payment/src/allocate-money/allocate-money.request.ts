import { Text, Uuid } from '@motcua/platform';

export class AllocateMoneyRequest {
  @Uuid({ description: 'The order that it was meant for' }) readonly orderId!: string;
  @Text({ max: 1000, description: 'How it was found' }) readonly note!: string;
}
