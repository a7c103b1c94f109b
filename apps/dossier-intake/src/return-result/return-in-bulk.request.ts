import { DELIVERY_METHODS, type DeliveryMethod } from '@motcua/dossier-domain';
import { Flag, ListOf, Nested, OneOf, Uuid } from '@motcua/platform';
import { RecipientRequest } from './recipient.request.js';
import { ReturnedItemRequest } from './returned-item.request.js';

/** A bag of results: all in one way, to one recipient where one person collects them. */
export class ReturnInBulkRequest {
  @OneOf(DELIVERY_METHODS, { optional: true, description: 'Required unless `preview` is given' })
  readonly method?: DeliveryMethod;

  @ListOf(() => ReturnedItemRequest, {
    optional: true,
    max: 1000,
    description: 'Dossiers to return, each with its ETag',
  })
  readonly items?: readonly ReturnedItemRequest[];

  @Nested(() => RecipientRequest, { optional: true, description: 'Person who collects all of them; kept sealed' })
  readonly receivedBy?: RecipientRequest;

  @Uuid({ optional: true, description: 'Id of a finished preview of the caller: applies it' })
  readonly preview?: string;

  @Flag({ optional: true, description: 'True previews the outcome for each dossier and changes nothing' })
  readonly dryRun: boolean = false;
}
