import { OneOf, PageQuery, Uuid } from '@motcua/platform';
import { type Channel, CHANNELS } from '../message-kinds/channels.js';
import { DELIVERY_STATES, type DeliveryState } from '../deliveries/delivery-states.js';

export class FindDeliveriesQuery extends PageQuery {
  @Uuid({ optional: true })
  readonly dossierId?: string;

  @OneOf(DELIVERY_STATES, { optional: true })
  readonly state?: DeliveryState;

  @OneOf(CHANNELS, { optional: true })
  readonly channel?: Channel;
}
