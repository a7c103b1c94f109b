import { ListOf, Text } from '@motcua/platform';
import { StoreItemView } from './store-item.view.js';

export class StorePageView {
  @ListOf(() => StoreItemView) readonly items!: readonly StoreItemView[];
  @Text({ nullable: true }) readonly next!: string | null;
}
