import { OneOf, PageQuery } from '@motcua/platform';
import { ITEM_STATES, type ItemState } from '../../persistence/process-moves.js';

export class MoveItemsQuery extends PageQuery {
  @OneOf(ITEM_STATES, { optional: true }) readonly state?: ItemState;
}
