import { ListOf, Text } from '../http/fields.js';
import { BulkItemView } from './bulk-item.view.js';

export class BulkItemsPage {
  @ListOf(() => BulkItemView) readonly items!: readonly BulkItemView[];
  @Text({ nullable: true, description: 'Cursor of the next page' }) readonly next!: string | null;
}
