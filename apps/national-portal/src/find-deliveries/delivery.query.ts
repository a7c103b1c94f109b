import { Flag, OneOf, PageQuery, Text } from '@motcua/platform';
import { DELIVERY_KINDS, type DeliveryKind } from '../deliveries/delivery.view.js';
import { RECEIVED_STATES, type ReceivedState } from '../persistence/received-dossiers.js';

export class DeliveryQuery extends PageQuery {
  @OneOf(RECEIVED_STATES, { optional: true }) readonly state?: ReceivedState;
  @OneOf(DELIVERY_KINDS, { optional: true }) readonly kind?: DeliveryKind;
  @Text({ optional: true, max: 60, description: 'MaHoSo' }) readonly code?: string;
  @Flag({ optional: true, fromText: true, description: 'Whether an officer took note of the refusal' })
  readonly acknowledged?: boolean;
}
