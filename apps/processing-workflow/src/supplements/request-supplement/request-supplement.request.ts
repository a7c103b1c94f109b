import { ListOf } from '@motcua/platform';
import { SupplementItemRequest } from './supplement-item.request.js';

export class RequestSupplementRequest {
  @ListOf(() => SupplementItemRequest, { min: 1, max: 100 })
  readonly items!: readonly SupplementItemRequest[];
}
