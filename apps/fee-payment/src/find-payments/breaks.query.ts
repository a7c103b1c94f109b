import { InstantText, OneOf, Text, Uuid } from '@motcua/platform';
import { LOCAL_BREAK_KINDS, type LocalBreakKind } from '../persistence/breaks.js';
import { PaymentsQuery } from '../lists/payments.query.js';

export class BreaksQuery extends PaymentsQuery {
  @OneOf(LOCAL_BREAK_KINDS, { optional: true }) readonly kind?: LocalBreakKind;
  @OneOf(['open', 'resolved'], { optional: true }) readonly status?: 'open' | 'resolved';
  @Text({ optional: true, max: 100, description: 'The officer who is to clear it' }) readonly owner?: string;
  @Uuid({ optional: true }) readonly reconciliationId?: string;
  @InstantText({ optional: true, description: 'Exclusive: breaks that are older' }) readonly foundBefore?: string;
}
