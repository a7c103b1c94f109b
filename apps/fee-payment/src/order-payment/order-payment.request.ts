import { COLLECTION_TIMES, type CollectionTime, ORDER_METHODS, type OrderMethod } from '@motcua/fee-domain';
import { OneOf, Text, TextList, Uuid } from '@motcua/platform';

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
  @Text({
    optional: true,
    max: 1000,
    pattern: /^https?:\/\/[^\s]+$/,
    description:
      "Address to which the payer's browser returns from the platform's page; of an origin that the province allows",
    example: 'https://dichvucong.example/ho-so',
  })
  readonly returnUrl?: string;
}
