import { PAYMENT_METHODS, type PaymentMethod } from '@motcua/fee-domain';
import { Day, OneOf, PageQuery, Text } from '@motcua/platform';

export class TakingsQuery extends PageQuery {
  @Day({ description: 'First day' }) readonly from!: string;
  @Day({ description: 'Last day' }) readonly until!: string;
  @Text({ optional: true, names: 'agency', max: 40 }) readonly agency?: string;
  @Text({ optional: true, max: 200, description: 'Subject of the officer' }) readonly officer?: string;
  @OneOf(PAYMENT_METHODS, { optional: true }) readonly method?: PaymentMethod;
}
