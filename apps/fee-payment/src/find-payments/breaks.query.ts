import { OneOf } from '@motcua/platform';
import { LOCAL_BREAK_KINDS, type LocalBreakKind } from '../persistence/breaks.js';
import { PaymentsQuery } from '../lists/payments.query.js';

export class BreaksQuery extends PaymentsQuery {
  @OneOf(LOCAL_BREAK_KINDS, { optional: true }) readonly kind?: LocalBreakKind;
  @OneOf(['open', 'resolved'], { optional: true }) readonly status?: 'open' | 'resolved';
}
