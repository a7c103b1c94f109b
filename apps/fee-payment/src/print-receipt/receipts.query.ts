import { FEE_KINDS, type FeeKind } from '@motcua/fee-domain';
import { Day, OneOf, Text, Whole } from '@motcua/platform';
import { PaymentsQuery } from '../lists/payments.query.js';

export class ReceiptsQuery extends PaymentsQuery {
  @OneOf(FEE_KINDS, { optional: true }) readonly kind?: FeeKind;
  @Text({ optional: true, max: 60, names: 'agency', description: 'Agency that issued them' }) readonly agency?: string;
  @Text({ optional: true, max: 10, description: 'Symbol of the series (ký hiệu)', example: 'PH-26E' })
  readonly symbol?: string;
  @Whole({ optional: true, min: 1, max: 9_999_999, fromText: true, description: 'Number on paper' })
  readonly serial?: number;
  @Day({ optional: true, description: 'First day of issue, in Vietnam' }) readonly from?: string;
  @Day({ optional: true, description: 'Last day of issue, in Vietnam' }) readonly to?: string;
  @OneOf(['valid', 'void'], { optional: true }) readonly status?: 'valid' | 'void';
}
