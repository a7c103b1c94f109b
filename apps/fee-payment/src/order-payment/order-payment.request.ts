import { COLLECTION_TIMES, type CollectionTime, ORDER_METHODS, type OrderMethod } from '@motcua/fee-domain';
import { OneOf, TextList, Uuid } from '@motcua/platform';

export class OrderPaymentRequest {
  @Uuid() readonly dossierId!: string;
  @OneOf(ORDER_METHODS) readonly method!: OrderMethod;
  @TextList({
    optional: true,
    min: 1,
    max: 3,
    values: COLLECTION_TIMES,
    description: 'Collection times to pay; default: the first that is due',
  })
  readonly collect?: CollectionTime[];
}
