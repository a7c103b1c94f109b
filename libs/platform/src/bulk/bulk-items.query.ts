import { OneOf } from '@motcua/fields';
import { PageQuery } from '../http/page.query.js';
import { ITEM_STATES } from './bulk-item.view.js';

export class BulkItemsQuery extends PageQuery {
  @OneOf(ITEM_STATES, { optional: true }) readonly state?: (typeof ITEM_STATES)[number];
}
