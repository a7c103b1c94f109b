import { ListOf, Text } from '@motcua/platform';
import { DeliveryView } from './delivery.view.js';

export class DeliveryPageView {
  @ListOf(() => DeliveryView)
  readonly items!: readonly DeliveryView[];

  @Text({ nullable: true, description: 'Cursor of the next page' })
  readonly next!: string | null;
}
