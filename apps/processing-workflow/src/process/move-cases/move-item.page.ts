import { ListOf, Text } from '@motcua/platform';
import { MoveItemView } from './move-item.view.js';

export class MoveItemPage {
  @ListOf(() => MoveItemView) readonly items!: readonly MoveItemView[];
  @Text({ nullable: true, description: 'Cursor of the next page' }) readonly next!: string | null;
}
